package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import se.fristad.house.FristadTest;

@FristadTest
@DisplayName("The server's own pages")
class ServerDoorTest {
  @Autowired private ServletWebServerApplicationContext node;

  @Test
  void a_fault_that_even_the_page_for_faults_meets_tells_no_class_cause_or_message() {
    JettyWebServer server =
        (JettyWebServer) Objects.requireNonNull(node.getWebServer(), "the node listens");
    List<ErrorHandler> handlers =
        server.getServer().getDescendants(ContextHandler.class).stream()
            .map(ContextHandler::getErrorHandler)
            .filter(ErrorHandler.class::isInstance)
            .map(ErrorHandler.class::cast)
            .toList();
    assertThat(handlers)
        .isNotEmpty()
        .allSatisfy(handler -> {
          assertThat(handler.isShowStacks()).isFalse();
          assertThat(handler.isShowCauses()).isFalse();
          assertThat(handler.isShowOrigin()).isFalse();
          assertThat(handler.isShowMessageInTitle()).isFalse();
        });
  }
}
