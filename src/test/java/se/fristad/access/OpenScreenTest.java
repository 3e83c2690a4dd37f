package se.fristad.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;
import se.fristad.house.TestHouse;

/// A staff page that stands open in a real browser, with nobody or somebody at it.
@FristadTest
@DisplayName("A screen that stands open")
class OpenScreenTest {
  @Autowired private TestStaff staff;
  @Autowired private People people;
  @LocalServerPort private int port;
  private final Owner owner = new Owner(TestHouse.shared());

  @Test
  void a_screen_that_was_left_shows_nothing_any_more_and_half_an_answer_is_kept() {
    People.Person person = people.writes(Queue.SUPPORT, "Han läser min telefon.");
    TestStaff.Person worker = staff.addWithPassword(Role.RECEPTION);
    try (Chromium browser = new Chromium()) {
      Page page = browser.window(true, 1280, 900, "sv-SE");
      page.navigate("http://localhost:" + port + "/staff/login");
      page.locator("input[name=name]").fill(worker.login());
      page.locator("input[name=password]").fill(TestStaff.PASSWORD);
      page.locator("input[name=code]").fill(staff.digits(worker.secret(), 0));
      page.locator("input[name=code]").press("Enter");
      page.waitForURL("**/staff/inbox");

      page.navigate("http://localhost:" + port + person.href());
      assertThat(page.locator("#content")).containsText("Han läser min telefon.");
      owner.ageSessions(worker.staff(), "20 minutes");
      page.locator("#answer textarea").pressSequentially("Vi hör");
      page.waitForTimeout(2_500);
      owner.ageSessions(worker.staff(), "20 minutes");
      page.waitForTimeout(2_500);
      assertThat(page.locator("#content")).containsText("Han läser min telefon.");

      owner.ageSessions(worker.staff(), "31 minutes");
      page.waitForURL(Pattern.compile(".*/staff/login\\?kept=1$"));
      assertThat(page.locator("body")).not().containsText("Han läser min telefon.");
    }
    org.assertj.core.api.Assertions.assertThat(
            owner.count("access.draft", "staff = ?", worker.staff()))
        .isEqualTo(1);
  }
}
