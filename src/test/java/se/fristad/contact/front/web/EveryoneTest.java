package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// The public face for those who use a keyboard, large text, a small screen, a slow line.
@FristadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryoneTest {
  private static final Instant OPEN = Instant.parse("2026-11-19T09:30:00Z");
  private static final int SMALL = 320;
  @LocalServerPort private int port;
  @Autowired private TestClock clock;
  private Chromium chromium;

  @BeforeAll
  void open_a_browser() {
    clock.set(OPEN);
    Information.write(clock);
    chromium = new Chromium();
  }

  @AfterAll
  void close_the_browser() {
    clock.reset();
    Information.forget();
    chromium.close();
  }

  private Page at(String path, int width, String language) {
    Page page = chromium.window(true, width, 700, language);
    page.navigate("http://localhost:" + port + path);
    return page;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "latt", "en", "ar"})
  @DisplayName(
      "E-T24 nothing is wider than a screen of 320, with every door open, also at 200 % text")
  void nothing_is_wider_than_a_small_screen(String language) {
    for (String path : List.of("", "/1", "/2", "/3", "/4", "/5", "/i1", "/i2")) {
      Page page = at("/" + language + path, SMALL, "sv");
      page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
      assertThat(wide(page)).as(language + path).isEmpty();
      // twice the size of every letter, as in the settings of a telephone
      page.evaluate("document.documentElement.style.fontSize = '225%'");
      assertThat(wide(page)).as(language + path + " at 200 %").isEmpty();
      assertThat(page.locator("#leave").isVisible()).isTrue();
      page.context().close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sv", "/ar", "/so", "/ckb", "/sv/3", "/ar/i1"})
  @DisplayName("D-T10 what can be pressed is 24 by 24 at least")
  void what_can_be_pressed_is_large_enough(String path) {
    Page page = at(path, 390, "sv");
    page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
    Object small =
        page.evaluate(
            """
            () => [...document.querySelectorAll('a, button, summary, input, textarea')]
              .filter(one => one.offsetParent !== null || one.id === 'leave')
              .filter(one => { const box = one.getBoundingClientRect(); return box.width > 0 && (box.width < 24 || box.height < 24); })
              .map(one => one.outerHTML.slice(0, 120))
            """);
    assertThat((List<?>) small).as(path).isEmpty();
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "ar"})
  @DisplayName(
      "E-T24 with the keyboard alone: language, door, words, send, the way out; focus in sight")
  void with_the_keyboard_alone(String language) {
    Page page = at("/" + language, 1280, "sv");
    List<String> walked = new ArrayList<>();
    walk(page, walked, "#leave");
    walk(page, walked, "nav.languages a[aria-current]");
    walk(page, walked, ".danger a");
    walk(page, walked, ".door > summary");
    page.keyboard().press("Enter");
    assertThat(page.locator("#begin-support").isVisible()).isTrue();
    walk(page, walked, "#begin-support");
    page.keyboard().type("med tangenterna");
    walk(page, walked, "#write .door button");
    page.keyboard().press("Enter");
    page.locator(".line.mine").waitFor();
    assertThat(focused(page, "#talk h1")).isTrue();
    walk(page, walked, "#offer button");
    walk(page, walked, "#say textarea");
    page.keyboard().type("och mer");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.locator(".line.mine >> nth=1").waitFor();
    page.keyboard().press("Shift+Tab");
    assertThat(focused(page, "#say textarea")).isTrue();
    for (int press = 0; press < 3; press++) {
      page.keyboard().press("Shift");
    }
    page.waitForURL(Browsers.TARGET);
    page.context().close();
  }

  /// Presses Tab until the element has the focus; each that had it on the way could be seen.
  private static void walk(Page page, List<String> walked, String to) {
    for (int press = 0; press < 60; press++) {
      page.keyboard().press("Tab");
      Object seen =
          page.evaluate(
              """
              () => {
                const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
                return one.tagName + ' ' + (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                  && box.bottom > 0 && box.top < innerHeight);
              }
              """);
      walked.add(String.valueOf(seen));
      if (!String.valueOf(seen).startsWith("BODY")) {
        assertThat(seen).as("after " + walked).asString().endsWith("true");
      }
      if (focused(page, to)) {
        return;
      }
    }
    throw new AssertionError("the keyboard never came to " + to + ": " + walked);
  }

  private static boolean focused(Page page, String selector) {
    return Boolean.TRUE.equals(page.evaluate("to => document.activeElement.matches(to)", selector));
  }

  @Test
  @DisplayName("E-T24 from right to left the page is mirrored, and so is the way out")
  void from_right_to_left_the_page_is_mirrored() {
    for (int width : new int[] {390, 1280}) {
      Page left = at("/sv", width, "sv");
      Page right = at("/ar", width, "ar");
      for (String what : List.of("header .name", "main h1")) {
        assertThat(middle(left, what)).as(what + " " + width).isLessThan(width / 2.0);
        assertThat(middle(right, what)).as(what + " " + width).isGreaterThan(width / 2.0);
      }
      if (width > 640) {
        assertThat(middle(left, "#leave")).isGreaterThan(width / 2.0);
        assertThat(middle(right, "#leave")).isLessThan(width / 2.0);
      }
      assertThat(
              right.locator(".number").first().evaluate("one => getComputedStyle(one).direction"))
          .as("a telephone number is read from left to right everywhere")
          .isEqualTo("ltr");
      left.context().close();
      right.context().close();
    }
  }

  /// Where the words of an element have their middle.
  private static double middle(Page page, String what) {
    Object middle =
        page.locator(what)
            .first()
            .evaluate(
                """
                one => { const words = document.createRange(); words.selectNodeContents(one);
                  const box = words.getBoundingClientRect(); return (box.left + box.right) / 2; }
                """);
    return ((Number) middle).doubleValue();
  }

  @Test
  @DisplayName("D-T10 nothing moves for those who want no movement")
  void nothing_moves() {
    Page page = at("/sv", 390, "sv");
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    Object moving =
        page.evaluate(
            """
            () => [...document.querySelectorAll('*')].filter(one => { const style = getComputedStyle(one);
              return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === 'smooth'; }).length
            """);
    assertThat(moving).isEqualTo(0);
    page.context().close();
  }

  @Test
  void the_first_page_is_small_on_its_way_and_whole_when_it_is_unpacked() throws Exception {
    for (String path : List.of("/sv", "/latt", "/en", "/ar", "/so", "/sv/i1")) {
      HttpResponse<byte[]> packed = get(path, "gzip, deflate, br");
      HttpResponse<byte[]> raw = get(path, "identity");
      assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(packed.body().length).as(path).isLessThan(13_000);
      assertThat(raw.headers().firstValue("Content-Encoding")).isEmpty();
      String whole =
          new String(
              new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(whole)
          .endsWith("</html>\n")
          .contains("id=\"leave\"")
          .as("what only a conversation needs is not there before it")
          .doesNotContain("id=\"talk\"", ".line{", "id=\"wish\"");
      assertThat(raw.body().length).as(path).isLessThan(42_000);
    }
  }

  @Test
  void an_answer_with_somebodys_words_in_it_is_never_packed() throws Exception {
    Visitor visitor = new Visitor(port);
    HttpResponse<String> answer =
        visitor.post(
            Visitor.with(Visitor.form(visitor.get("/sv").body(), "begin"), "words", "hej"),
            "text/html",
            "Sec-Fetch-Site",
            "same-origin",
            "Accept-Encoding",
            "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.body()).contains("hej");
  }

  private HttpResponse<byte[]> get(String path, String takes) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", takes)
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  /// What sticks out sideways.
  private static List<?> wide(Page page) {
    return (List<?>)
        page.evaluate(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll('*')]
              .filter(one => { const box = one.getBoundingClientRect(); return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1); })
              .map(one => one.outerHTML.slice(0, 90) + ' ' + Math.round(one.getBoundingClientRect().right))
            """);
  }
}
