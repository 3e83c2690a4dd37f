package se.fristad.contact.lobby;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.People;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;

/// The desk in a real browser: somebody is written down by the keyboard alone, and a press for help
/// reaches a colleague's open page.
@FristadTest
@DisplayName("The desk in a browser")
class DeskKeysTest {
  /// What a test of a loaded machine may add to the second that is asserted without a browser.
  private static final double SOON = 3_000;

  @Autowired private TestStaff staff;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  @AfterEach
  void nobody_is_here() {
    new Calendar(people, "contact").empty();
  }

  private Page in(Chromium browser, TestStaff.Person worker) {
    Page page = browser.window(true, 1280, 900, "sv-SE");
    page.navigate("http://localhost:" + port + "/staff/login");
    page.locator("input[name=name]").fill(worker.login());
    page.locator("input[name=password]").fill(TestStaff.PASSWORD);
    page.locator("input[name=code]").fill(staff.digits(worker.secret(), 0));
    page.locator("input[name=code]").press("Enter");
    page.waitForURL("**/staff/inbox");
    return page;
  }

  @Test
  void somebody_is_written_down_by_keys_alone_and_help_is_seen_on_a_colleagues_open_page() {
    try (Chromium browser = new Chromium()) {
      Page desk = in(browser, staff.addWithPassword(Role.RECEPTION));
      Page colleague = in(browser, staff.addWithPassword(Role.CASEWORKER));
      desk.navigate("http://localhost:" + port + "/staff/desk");
      desk.locator("a[href='/staff/desk/come?queue=support']").focus();
      desk.keyboard().press("Enter");
      assertThat(desk.locator("#f-children")).isFocused();
      desk.keyboard().press("2");
      desk.keyboard().press("Enter");
      assertThat(desk.locator("#lobby-rows")).containsText("Med 2 barn");

      desk.locator(".help-button").click();
      assertThat(colleague.locator("#alarm"))
          .containsText(
              "Hjälp: Receptionen", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
      assertThat(colleague).hasTitle(Pattern.compile("^● Hjälp: Receptionen · .*"));
      assertThat(desk.locator("#alarm")).containsText("Ute klockan");
      assertThat(desk.locator("#lobby-rows")).containsText("Med 2 barn");
      colleague.getByText("Jag går dit").click();
      assertThat(desk.locator("#alarm")).containsText("går dit.");
      desk.getByText("Det är över").click();
      assertThat(colleague.locator("#alarm")).containsText("Det är över.");
      assertThat(colleague).not().hasTitle(Pattern.compile("^●.*"));
    }
  }
}
