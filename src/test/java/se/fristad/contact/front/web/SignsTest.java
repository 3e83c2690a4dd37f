package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.house.Chromium;
import se.fristad.house.NodeProcess;
import se.fristad.house.Serving;
import se.fristad.house.TestHouse;

/// Who is here and who writes, on two nodes of one database: she sees that one of us writes, we see
/// that she writes and whether her page is open, and colleagues see each other.
class SignsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// What is told comes within two seconds, and is believed for six.
  private static final double SOON_MILLIS = 20_000;

  @Test
  void who_writes_and_who_is_here_is_seen_across_two_nodes_and_stands_nowhere_afterwards()
      throws Exception {
    TestHouse house = TestHouse.raised(true);
    ConfigurableApplicationContext desk =
        Serving.node(house.settings(), 0, Map.of("fristad.faces", "staff"));
    try (NodeProcess one = NodeProcess.start(house, freePort(), Map.of());
        NodeProcess other = NodeProcess.start(house, freePort(), Map.of());
        Chromium chromium = new Chromium()) {
      awaitOpen(one);
      awaitOpen(other);
      TestStaff staff = TestStaff.on(desk);
      TestStaff.Person karin = staff.add(Role.CASEWORKER);
      TestStaff.Person johan = staff.add(Role.RECEPTION);
      Browser here = staff.logIn(karin, one.port());
      Browser there = staff.logIn(johan, other.port());

      Page page = chromium.window(true, 390, 800, "sv");
      page.navigate("http://localhost:" + one.port() + "/sv");
      Browsers.begin(page, "hej");
      String href =
          "/staff/inbox/support/"
              + house.database().text("select distinct thread from contact.visit");
      assertThat(here.get(href).body())
          .contains("Personens sida är öppen.")
          .doesNotContain("har också samtalet öppet");
      assertThat(there.get(href).body())
          .contains("Prov " + karin.login() + " har också samtalet öppet");
      assertThat(signs(here, href)).contains("Prov " + johan.login() + " har också");

      // one of us writes, on the other node
      assertThat(page.locator("#typing").textContent()).isEmpty();
      String token = there.get(href).token();
      assertThat(there.post(href + "/typing", Map.of("_form", token)).status()).isEqualTo(204);
      page.locator("#typing:has-text('Någon hos oss skriver …')")
          .waitFor(new Locator.WaitForOptions().setTimeout(SOON_MILLIS));
      assertThat(page.locator("#typing").getAttribute("aria-live")).isEqualTo("polite");
      page.locator("#typing:has-text('skriver')")
          .waitFor(
              new Locator.WaitForOptions()
                  .setState(WaitForSelectorState.DETACHED)
                  .setTimeout(SOON_MILLIS));

      // she writes, and what she writes is nowhere
      page.locator("#say textarea").pressSequentially("jag vet inte");
      await()
          .atMost(Duration.ofSeconds(5))
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(() -> assertThat(signs(there, href)).contains("Personen skriver …"));
      assertThat(signs(here, href)).doesNotContain("vet inte");

      // nothing says afterwards when she was there
      assertThat(
              house
                  .database()
                  .text(
                      "select string_agg(distinct relpersistence::text, '') from pg_class where relname = 'presence'"))
          .isEqualTo("u");
      assertThat(
              house
                  .database()
                  .count(
                      "select count(*) from contact.presence where here_until > now() + interval '11 seconds'"))
          .isZero();

      page.route(Browsers.TARGET, route -> route.abort());
      page.locator("#leave").click();
      await()
          .atMost(Duration.ofSeconds(5))
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(
              () -> assertThat(signs(here, href)).contains("Personens sida är inte öppen."));
      page.context().close();
    } finally {
      Serving.stop(desk);
      house.close();
    }
  }

  /// The signs of a conversation as they stand now.
  private static String signs(Browser browser, String href) {
    return browser.get(href + "/signs").body();
  }

  private static void awaitOpen(NodeProcess node) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> new Visitor(node.port()).get("/sv").statusCode() == 200);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return free.getLocalPort();
    }
  }
}
