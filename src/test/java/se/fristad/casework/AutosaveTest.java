package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.People;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// What is typed without a pause is saved all the same, and survives the browser (anchors 3.15).
@FristadTest
@DisplayName("Saving as one types")
class AutosaveTest {
  private static final String TYPED =
      "Hon ringde i dag och berättade att han har stått utanför porten varje kväll.";

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private People people;
  @LocalServerPort private int port;

  @Test
  void a_browser_that_dies_in_the_middle_of_a_word_loses_no_more_than_the_last_seconds() {
    clock.reset();
    TestStaff.Person karin = staff.addWithPassword(Role.CASEWORKER);
    UUID file = done(road.open(karin.viewer(), walk.opening())).file();
    String note = Desk.step(file, "note");
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.window(true, 1280, 900, "sv-SE");
      page.navigate("http://localhost:" + port + "/staff/login");
      Locator form = page.locator("form[action='/staff/login']");
      form.locator("input[name=name]").fill(karin.login());
      form.locator("input[name=password]").fill(TestStaff.PASSWORD);
      form.locator("input[name=code]").fill(staff.digits(karin.secret(), 0));
      form.locator("button").last().click();
      page.locator(".me-who").waitFor();
      page.navigate("http://localhost:" + port + note);
      page.locator("#f-note")
          .pressSequentially(
              TYPED, new Locator.PressSequentiallyOptions().setDelay(110).setTimeout(60_000));
      // nobody waits for the pause after the last letter: the browser is gone
      page.context().close();
    }
    clock.advance(Duration.ofSeconds(30));
    Browser elsewhere = staff.logIn(karin, port);
    assertThat(elsewhere.get(note).body()).contains(TYPED.substring(0, TYPED.length() / 3));
    assertThat(
            people.count(
                "select count(*) from casework.form where file = ? and position('porten'::bytea in sealed) = 0",
                file))
        .isOne();
  }
}
