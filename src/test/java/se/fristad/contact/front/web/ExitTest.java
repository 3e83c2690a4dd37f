package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;

/// What is known to go wrong with the ways out of other sites, each tried on ours: a banner on top,
/// a button that scrolls away or hides behind the keyboard, a page that comes back, two different
/// Shift keys, a screen reader that is told nothing, another page that does not answer. (CHI 2023,
/// "Click Here to Exit"; the open faults of GOV.UK's "Exit this page".)
@FristadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The way out")
class ExitTest {
  private static final String COVERED =
      """
      () => {
        const out = document.getElementById('leave').getBoundingClientRect();
        return [[.1, .5], [.5, .5], [.9, .5], [.5, .1], [.5, .9]].every(([x, y]) =>
          document.elementFromPoint(out.left + out.width * x, out.top + out.height * y)?.id === 'leave');
      }
      """;
  private static final String REACHED =
      """
      () => {
        const now = document.activeElement.getBoundingClientRect();
        const out = document.getElementById('leave').getBoundingClientRect();
        return document.activeElement.id === 'leave' || document.activeElement === document.body
          || (document.activeElement.tagName === 'TEXTAREA' ? now.top <= out.top - 48 : now.bottom <= out.top + 1) || now.top >= out.bottom - 1 || now.right <= out.left || now.left >= out.right;
      }
      """;

  @LocalServerPort private int port;
  private Chromium chromium;

  @BeforeAll
  void open_a_browser() {
    chromium = new Chromium();
  }

  @AfterAll
  void close_the_browser() {
    chromium.close();
  }

  @ParameterizedTest(name = "{0} pixels wide")
  @ValueSource(ints = {320, 390, 1280})
  void stands_in_sight_with_nothing_on_top_wherever_the_page_is(int width) {
    for (boolean script : new boolean[] {true, false}) {
      Page page = first(script, width);
      page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
      int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
      for (int down = 0; down < height; down += 350) {
        page.evaluate("down => window.scrollTo(0, down)", down);
        assertThat(page.evaluate(COVERED)).as("scrolled to " + down).isEqualTo(true);
      }
      Browsers.begin(first(page), "här");
      assertThat(page.evaluate(COVERED)).as("beside the thread").isEqualTo(true);
      page.context().close();
    }
  }

  @Test
  void is_large_and_within_reach_of_a_thumb_on_a_phone() {
    Page page = first(true, 390);
    BoundingBox out = page.locator("#leave").boundingBox();
    assertThat(out.height).isGreaterThanOrEqualTo(48);
    assertThat(out.width).isGreaterThan(300);
    assertThat(out.y).as("in the lowest sixth of the screen").isGreaterThan(800 * 5 / 6.0);
    page.context().close();
  }

  @Test
  void stands_above_the_keyboard_of_a_phone() {
    Page page = first(true, 390);
    Browsers.write(page, "medan jag skriver");
    page.evaluate(
        """
        () => {
          Object.defineProperty(visualViewport, 'height', {value: 440, configurable: true});
          visualViewport.dispatchEvent(new Event('resize'));
        }
        """);
    BoundingBox out = page.locator("#leave").boundingBox();
    assertThat(out.y + out.height).isLessThanOrEqualTo(440);
    page.context().close();
  }

  @Test
  void hides_nothing_that_the_keyboard_walks_to() {
    Page page = first(true, 320);
    page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
    for (int step = 0; step < 40; step++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate(REACHED))
          .as(() -> String.valueOf(page.evaluate("document.activeElement.outerHTML.slice(0, 200)")))
          .isEqualTo(true);
    }
    page.context().close();
  }

  @Test
  void the_left_and_the_right_shift_are_one_key_also_held_together() {
    Page page = first(true, 1280);
    page.keyboard().down("ShiftLeft");
    page.keyboard().down("ShiftRight");
    page.keyboard().up("ShiftRight");
    page.keyboard().up("ShiftLeft");
    page.keyboard().press("ShiftRight");
    page.waitForURL(Browsers.TARGET);
    page.context().close();
  }

  @Test
  void three_presses_far_apart_or_one_long_press_do_nothing() {
    Page page = first(true, 1280);
    page.keyboard().press("Shift");
    page.waitForTimeout(3_100);
    page.keyboard().press("Shift");
    page.keyboard().press("Shift");
    for (int again = 0; again < 5; again++) {
      page.keyboard().down("Shift");
    }
    page.keyboard().up("Shift");
    // two, and then the third that is held: this one leaves
    page.waitForURL(Browsers.TARGET);
    page.context().close();

    Page held = first(true, 1280);
    for (int again = 0; again < 9; again++) {
      held.keyboard().down("Shift");
    }
    held.keyboard().up("Shift");
    held.waitForTimeout(200);
    assertThat(held.locator("#leave").isVisible()).isTrue();
    held.context().close();
  }

  @Test
  void a_screen_reader_is_told_what_it_does_and_that_one_press_is_left() {
    Page page = first(true, 1280);
    assertThat(page.locator("#leave").getAttribute("aria-label"))
        .isEqualTo("Lämna sidan nu. Den töms och en annan sida visas.");
    assertThat(page.locator("#leave").getAttribute("rel")).isEqualTo("noreferrer");
    page.keyboard().press("Shift");
    assertThat(page.locator("#shift").textContent()).isEmpty();
    page.keyboard().press("Shift");
    assertThat(page.locator("#shift").textContent()).isEqualTo("Skift en gång till lämnar sidan.");
    assertThat(page.locator("#shift").getAttribute("role")).isEqualTo("status");
    page.keyboard().press("a");
    assertThat(page.locator("#shift").textContent()).as("only a capital letter").isEmpty();
    page.context().close();
  }

  @Test
  void a_page_that_the_browser_kept_in_memory_is_empty_and_made_anew() {
    Page page = first(true, 390);
    Browsers.begin(page, "hemligt i minnet");
    page.evaluate("() => { window.kept = true; }");
    page.evaluate(
        "() => window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
    assertThat(page.content()).doesNotContain("hemligt", "<main");
    page.evaluate(
        "() => window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
    page.waitForFunction("() => !window.kept && document.getElementById('leave')");
    assertThat(page.content()).doesNotContain("hemligt");
    assertThat(page.locator("#first").isVisible()).isTrue();
    page.context().close();
  }

  @Test
  void reload_shows_a_first_page_without_a_word_of_hers() {
    Page page = first(true, 390);
    Browsers.begin(page, "hemligt före omladdning");
    page.locator("#say textarea").fill("hemligt och osänt");
    page.reload();
    assertThat(page.locator("#first").isVisible()).isTrue();
    assertThat(page.content()).doesNotContain("hemligt");
    assertThat(page.locator("textarea").evaluateAll("all => all.map(one => one.value).join('')"))
        .isEqualTo("");
    page.context().close();
  }

  @Test
  void leaves_no_step_behind_that_back_or_forward_could_show() {
    Page page = chromium.window(true, 390, 800, "sv");
    page.navigate("http://before.example/");
    page.navigate("http://localhost:" + port + "/sv");
    int steps = ((Number) page.evaluate("history.length")).intValue();
    Browsers.begin(page, "hemligt steg");
    page.locator("#leave").click();
    page.waitForURL(Browsers.TARGET);
    assertThat(page.evaluate("history.length")).isEqualTo(steps);
    page.goBack();
    assertThat(page.url()).isEqualTo("http://before.example/");
    page.goForward();
    assertThat(page.url()).startsWith("https://www.smhi.se/");
    page.context().close();
  }

  @Test
  void empties_the_page_before_the_other_page_is_asked_for() {
    Page page = first(true, 390);
    Browsers.begin(page, "hemligt utan nät");
    assertThat(
            page.evaluate(
                """
                () => {
                  document.getElementById('leave').click();
                  return document.documentElement.childNodes.length;
                }
                """))
        .as("empty before anything is asked for")
        .isEqualTo(0);
    page.context().close();
  }

  @Test
  void nothing_is_asked_before_one_may_leave_and_no_banner_no_cookie_no_storage_is_there() {
    Page page = first(true, 390);
    List<String> asked = new java.util.ArrayList<>();
    page.onDialog(dialog -> {
      asked.add(dialog.message());
      dialog.dismiss();
    });
    Browsers.write(page, "osänt");
    assertThat(page.context().cookies()).isEmpty();
    assertThat(page.evaluate("() => localStorage.length + sessionStorage.length")).isEqualTo(0);
    page.locator("#leave").dblclick();
    page.waitForURL(Browsers.TARGET);
    assertThat(asked).isEmpty();
    page.context().close();
  }

  @Test
  void without_a_script_it_is_a_plain_link_and_back_shows_no_word_of_hers() {
    Page page = first(false, 390);
    Browsers.begin(page, "hemligt utan skript");
    page.locator("form:has(input[value=leave]) button").click();
    page.locator("#leave").click();
    page.waitForURL(Browsers.TARGET);
    for (int back = 0; back < 3; back++) {
      try {
        page.goBack();
      } catch (com.microsoft.playwright.PlaywrightException dead) {
        // the browser itself says that the page is not to be had any more
      }
      assertThat(page.content()).doesNotContain("hemligt");
    }
    page.context().close();
  }

  private Page first(boolean script, int width) {
    return first(chromium.window(script, width, 800, "sv"));
  }

  private Page first(Page page) {
    page.navigate("http://localhost:" + port + "/sv");
    return page;
  }
}
