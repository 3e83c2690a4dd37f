package se.fristad.contact.front.web;

import java.util.Arrays;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// What only the server itself can be told, in its own language: the one class, with [Unheard],
/// that another server would need anew (ADR 0003).
@Configuration(proxyBeanMethods = false)
class ServerDoor {
  /// How many connections may wait to be let in.
  private static final int WAITING = 1_024;

  /// Requests that no filter ever sees are answered with the face's own headers.
  @Bean
  @OnFace(Face.PUBLIC)
  WebServerFactoryCustomizer<JettyServletWebServerFactory> unheard() {
    Unheard unheard = new Unheard(PublicFace.headersOf(Inline.read().policy()));
    return factory -> factory.addServerCustomizers(server -> server.setErrorHandler(unheard));
  }

  /// When a node has been away, all open pages come back in the same moment. The usual queue of 50
  /// runs over then, and each connection that finds it full waits a second or more (ADR 0003).
  @Bean
  @OnFace(Face.PUBLIC)
  WebServerFactoryCustomizer<JettyServletWebServerFactory> roomForAll() {
    return factory ->
        factory.addServerCustomizers(server ->
            Arrays.stream(server.getConnectors())
                .filter(ServerConnector.class::isInstance)
                .map(ServerConnector.class::cast)
                .forEach(connector -> connector.setAcceptQueueSize(WAITING)));
  }

  /// When even the page for a fault cannot be written the server writes its own: on both faces
  /// without classes, causes and messages.
  @Bean
  WebServerFactoryCustomizer<JettyServletWebServerFactory> nothingOfTheFault() {
    return factory ->
        factory.addServerCustomizers(server ->
            server.addEventListener(
                new LifeCycle.Listener() {
                  @Override
                  public void lifeCycleStarted(LifeCycle started) {
                    server.getDescendants(ContextHandler.class).forEach(ServerDoor::silence);
                  }
                }));
  }

  private static void silence(ContextHandler context) {
    if (context.getErrorHandler() instanceof ErrorHandler handler) {
      handler.setShowStacks(false);
      handler.setShowCauses(false);
      handler.setShowOrigin(false);
      handler.setShowMessageInTitle(false);
    }
  }
}
