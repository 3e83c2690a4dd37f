package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.contact.Threads;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.page.Language;

/// Every state in the four whole languages, at the size where each breaks first, without a
/// violation; with `-Dfristad.pictures=true` the pictures lie in `target/looks`.
@FristadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksTest {
  private static final Instant OPEN = Instant.parse("2026-11-19T09:30:00Z");
  private static final Instant CLOSED = Instant.parse("2026-11-19T20:30:00Z");
  @LocalServerPort private int port;
  @Autowired private Threads threads;
  @Autowired private TestClock clock;
  private Chromium chromium;

  @BeforeAll
  void open_a_browser() {
    Information.write(clock);
    chromium = new Chromium();
  }

  @AfterAll
  void close_the_browser() {
    clock.reset();
    Information.forget();
    chromium.close();
  }

  @ParameterizedTest
  @CsvSource({"390,800,sv", "1280,900,sv", "1280,900,en", "390,800,latt", "390,800,ar"})
  @DisplayName("D-T10 every public page, in every whole language, without a violation")
  void every_state_can_be_read_and_used_by_everyone(int width, int height, String language)
      throws Exception {
    String name = language + "-" + width + "-";
    boolean swedish = language.equals("sv") || language.equals("latt");
    String browser = language.equals("latt") ? "sv" : language;
    clock.set(OPEN);
    Page page = chromium.window(true, width, height, browser);
    page.navigate("http://localhost:" + port + "/" + language);
    look(page, name + "1-first");
    page.locator(".know > details").evaluateAll("all => all.forEach(one => one.open = true)");
    look(page, name + "1-first-unfolded");
    page.locator("#first details").evaluateAll("all => all.forEach(one => one.open = true)");
    look(page, name + "1-every-door");
    page.locator("#first details").evaluateAll("all => all.forEach(one => one.open = false)");
    page.locator(".know > details").evaluateAll("all => all.forEach(one => one.open = false)");
    Browsers.write(
        page,
        swedish ? "Hej, jag vet inte var jag ska börja." : "Hello, I do not know where to begin.");
    look(page, name + "3-writing");
    page.locator("#begin-support").fill("x".repeat(8_001));
    page.locator("#write button").first().click();
    page.locator("#begin-support-error:not(:empty)").waitFor();
    page.locator("#begin-support").fill(" ");
    page.locator("#write button").first().click();
    // while it is sent the button is pale
    page.waitForFunction("() => !document.querySelector('[aria-busy=true]')");
    look(page, name + "7-error");
    page.locator("#begin-support")
        .fill(
            swedish
                ? "Hej, jag vet inte var jag ska börja."
                : "Hello, I do not know where to begin.");
    page.locator("#write button").first().click();
    page.locator(".line.mine").waitFor();
    look(page, name + "4-received");
    page.locator("#offer button").first().click();
    page.locator("#phrase:visible").waitFor();
    look(page, name + "4-words");
    page.locator("#phrase-kept").click();
    new Worker(threads)
        .answers(
            swedish
                ? "Hej! Bra att du skriver. Vill du berätta lite om hur du har det nu? Du bestämmer vad vi pratar om."
                : "Hello! It is good that you write. Would you like to tell us how things are right now? You decide what we talk about.");
    page.locator(".line.ours").waitFor();
    look(page, name + "5-answer");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    look(page, name + "5-answer-dark");
    page.context().close();

    clock.set(CLOSED);
    Page closed = chromium.window(true, width, height, browser);
    closed.navigate("http://localhost:" + port + "/" + language);
    look(closed, name + "2-closed");
    closed.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    look(closed, name + "2-closed-dark");
    closed.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    closed.locator("#back > summary").click();
    closed.locator("#phrase-typed").fill("fel");
    closed.locator("#back button").click();
    closed.locator("#phrase-error:not(:empty)").waitFor();
    look(closed, name + "6-back");
    for (int door = 1; door <= 5; door++) {
      closed.navigate("http://localhost:" + port + "/" + language + "/" + door);
      look(closed, name + "a-door-" + door);
    }
    for (int information : new int[] {1, 2}) {
      closed.navigate("http://localhost:" + port + "/" + language + "/i" + information);
      look(closed, name + "b-page-" + information);
    }
    closed.navigate("http://localhost:" + port + "/missing");
    look(closed, name + "9-missing");
    closed.context().close();

    clock.set(OPEN);
    Page plain = chromium.window(false, width, height, browser);
    plain.navigate("http://localhost:" + port + "/" + language);
    shot(plain, name + "8-plain-first");
    Browsers.begin(plain, swedish ? "Utan skript" : "Without a script");
    shot(plain, name + "8-plain-received");
    plain.context().close();
  }

  @ParameterizedTest
  @CsvSource("390,800")
  @DisplayName("D-T10 the short safety set, in each of its twelve languages, without a violation")
  void the_safety_set_can_be_read_and_used_by_everyone(int width, int height) {
    clock.set(OPEN);
    Page page = chromium.window(true, width, height, "en");
    for (Language language : Language.thatReach(Language.Reach.SAFETY)) {
      page.navigate("http://localhost:" + port + "/" + language.code());
      look(page, "safety-" + language.code() + "-" + width);
    }
    page.context().close();
  }

  private static void look(Page page, String name) {
    shot(page, name);
    // one script a page and nothing but what is wrong: told of all that is right as well, a look
    // takes
    // twice as long
    if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    assertThat(
            (List<?>)
                page.evaluate(
                    """
                    () => axe.run(document, {resultTypes: ['violations']})
                      .then(seen => seen.violations.map(rule => rule.id + ' ' + rule.nodes[0].html))
                    """))
        .as(name)
        .isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as(name + " fits the screen")
        .isEqualTo(true);
  }

  private static void shot(Page page, String name) {
    if (!Boolean.getBoolean("fristad.pictures")) {
      return;
    }
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "looks", name + ".png"))
            .setFullPage(true));
  }
}
