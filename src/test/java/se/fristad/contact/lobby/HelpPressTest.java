package se.fristad.contact.lobby;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.People;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;

/// The help button in a real browser, when the press does not get through.
@FristadTest
@DisplayName("A press for help that fails")
class HelpPressTest {
  @Autowired private TestStaff staff;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  @AfterEach
  void nobody_calls() {
    people.byHand("delete from contact.help_call");
    people.byHand("delete from contact.help_watch");
  }

  @Test
  void it_says_so_loudly_beside_the_button_and_goes_on_until_it_is_out() {
    TestStaff.Person worker = staff.addWithPassword(Role.RECEPTION);
    try (Chromium browser = new Chromium()) {
      Page page = browser.window(true, 1280, 900, "sv-SE");
      AtomicInteger watched = new AtomicInteger();
      page.route(
          "**/staff/help/now*",
          route -> {
            if (watched.incrementAndGet() == 1) {
              route.abort();
            } else {
              route.resume();
            }
          });
      page.navigate("http://localhost:" + port + "/staff/login");
      page.locator("input[name=name]").fill(worker.login());
      page.locator("input[name=password]").fill(TestStaff.PASSWORD);
      page.locator("input[name=code]").fill(staff.digits(worker.secret(), 0));
      page.locator("input[name=code]").press("Enter");
      page.waitForURL("**/staff/inbox");
      assertThat(page.locator("#alarm[hx-get*='seen=']"))
          .isAttached(
              new com.microsoft.playwright.assertions.LocatorAssertions.IsAttachedOptions()
                  .setTimeout(9_000));
      Locator failed = page.locator(".help-failed");
      assertThat(failed).isHidden();
      AtomicInteger tries = new AtomicInteger();
      page.route(
          "**/staff/help",
          route -> {
            if (tries.incrementAndGet() == 1) {
              route.abort();
            } else if (tries.get() == 2) {
              route.fulfill(new Route.FulfillOptions().setStatus(503).setBody(""));
            } else {
              route.resume();
            }
          });
      page.locator(".help-button").click();
      assertThat(failed).isVisible();
      assertThat(failed).hasText("Det gick inte ut. Ropa, ring 112.");
      org.assertj.core.api.Assertions.assertThat(
              people.count("select count(*) from contact.help_call"))
          .isZero();
      assertThat(page.locator("#alarm"))
          .containsText(
              "Ingen annan är inloggad: ring 112",
              new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                  .setTimeout(9_000));
      assertThat(failed).isHidden();
    }
    org.assertj.core.api.Assertions.assertThat(
            people.count("select count(*) from contact.help_call where ended_at is null"))
        .isOne();
  }
}
