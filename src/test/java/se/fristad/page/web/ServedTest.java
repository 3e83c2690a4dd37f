package se.fristad.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.house.FristadTest;
import se.fristad.page.Asset;

/// The files and the fault pages as a running node serves them.
@FristadTest
class ServedTest {
  private final HttpClient browser = HttpClient.newHttpClient();
  private @LocalServerPort int port;

  @Test
  void the_three_files_of_the_staff_face_are_served() throws Exception {
    for (var asset : Asset.all()) {
      var answer = ask(asset.href());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      assertThat(answer.body()).isEqualTo(asset.text());
    }
  }

  @Test
  void nothing_of_the_frameworks_own_pages_is_seen() throws Exception {
    for (var path : new String[] {"/error", "/nowhere", "/webjars/htmx.org/2.0.10/package.json"}) {
      var answer = ask(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body())
          .as(path)
          .doesNotContainIgnoringCase("whitelabel")
          .doesNotContain("Exception", "timestamp", "org.springframework", "Jetty");
    }
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html")
            .build(),
        BodyHandlers.ofString());
  }
}
