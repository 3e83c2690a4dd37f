package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.front.Limits.Room;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

@FristadTest
class FloodTest {
  @Autowired private People people;
  @Autowired private TestClock clock;
  @Autowired private ServletWebServerApplicationContext node;
  @LocalServerPort private int port;

  @Test
  void hundreds_of_open_pages_shut_neither_face_and_one_too_many_asks_instead() throws Exception {
    // what other tests have left open is counted in a time that has passed
    clock.advance(Duration.ofMinutes(11));
    Visitor visitor = new Visitor(port);
    Map<String, String> fields = visitor.scripted("stream");
    List<Connected> open = new ArrayList<>();
    try {
      for (int page = 0; page < Room.STREAM.most(); page++) {
        open.add(stream(fields));
        assertThat(open.getLast().head()).as("page %d", page).startsWith("HTTP/1.1 200");
      }
      assertThat(visitor.get("/sv").statusCode()).isEqualTo(200);
      assertThat(visitor.get("/staff/login").statusCode()).isEqualTo(200);
      assertThat(visitor.ask(Visitor.with(with(fields), "act", "stream")).body())
          .isEqualTo("{\"answer\":\"ask\"}");
    } finally {
      for (Connected one : open) {
        one.close();
      }
    }
  }

  @Test
  void all_open_pages_may_come_back_in_the_same_moment() {
    Server server = ((JettyWebServer) Objects.requireNonNull(node.getWebServer())).getServer();
    assertThat(server.getConnectors())
        .allSatisfy(connector ->
            assertThat(((ServerConnector) connector).getAcceptQueueSize())
                .as("as many as a node has open pages in a bad hour")
                .isGreaterThanOrEqualTo(1_024));
  }

  private Connected stream(Map<String, String> fields) throws Exception {
    return Connected.raw(
        port,
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/x-ndjson\r\nSec-Fetch-Site: same-origin\r\n",
        Visitor.encoded(with(fields)));
  }

  /// The same fields, of a page of somebody new.
  private Map<String, String> with(Map<String, String> fields) {
    return Visitor.with(fields, "t", people.writes(Queue.SUPPORT, "hej").token().reveal());
  }
}
