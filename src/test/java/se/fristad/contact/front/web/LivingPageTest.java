package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.contact.Threads;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;

@FristadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivingPageTest {
  @LocalServerPort private int port;
  @Autowired private Threads threads;
  private Chromium chromium;

  @BeforeAll
  void open_a_browser() {
    chromium = new Chromium();
  }

  @AfterAll
  void close_the_browser() {
    chromium.close();
  }

  @Test
  void her_first_words_do_not_go_before_the_page_can_show_what_became_of_them() throws Exception {
    Page page = first(true);
    String before = Worker.text("select count(*) from contact.thread");
    page.route(
        "**/sv",
        route -> {
          if (route.request().resourceType().equals("xhr")) {
            route.abort();
          } else {
            route.resume();
          }
        });
    Browsers.write(page, "finns kvar");
    page.locator("#write button").first().click();
    page.locator("#begin-support-error:not(:empty)").waitFor();
    assertThat(page.locator("#begin-support").inputValue()).isEqualTo("finns kvar");
    assertThat(Worker.text("select count(*) from contact.thread")).isEqualTo(before);
    page.unroute("**/sv");
    page.locator("#write button").first().click();
    page.locator("#talk:not([hidden]) #state:not(:empty)").waitFor();
    assertThat(Worker.text("select count(*) from contact.thread")).isNotEqualTo(before);
    page.context().close();
  }

  private Page first(boolean script) {
    Page page = chromium.window(script, 390, 800, "sv");
    page.navigate("http://localhost:" + port + "/");
    return page;
  }

  @Test
  void words_that_were_sent_before_the_script_had_come_are_a_conversation_all_the_same()
      throws Exception {
    Page page = chromium.window(true, 390, 800, "sv");
    page.route(
        "**/*",
        route -> {
          APIResponse whole = route.fetch();
          route.fulfill(
              new Route.FulfillOptions()
                  .setResponse(whole)
                  .setBody(whole.text().replaceAll("(?s)<script>.*?</script>", "")));
        });
    page.navigate("http://localhost:" + port + "/");
    page.unroute("**/*");
    Browsers.write(page, "skrivet på en långsam telefon");
    page.locator("#write button").first().click();
    page.locator("#talk:not([hidden]) .line.mine").waitFor();
    assertThat(page.evaluate("document.documentElement.className")).isEqualTo("js");
    page.waitForTimeout(500);
    new Worker(threads).answers("vi är här");
    page.locator(".line.ours .words").waitFor(new Locator.WaitForOptions().setTimeout(2_000));
    assertThat(page.locator(".line.mine"))
        .as("nothing stands there twice")
        .satisfies(lines -> assertThat(lines.count()).isOne());
    page.locator("#say textarea").fill("tack");
    page.locator("#say button").click();
    page.locator(".line.mine >> nth=1").waitFor();
    assertThat(page.content())
        .as("the secret is in the script, and in the page no longer")
        .doesNotContain("type=\"password\"");
    page.locator("#leave").click();
    page.waitForTimeout(500);
    assertThat(
            Worker.text(
                "select count(*) from contact.visit where wrapped is not null and expires_at > now() and thread = (select thread from contact.message order by at desc limit 1)"))
        .as("and the way out ends the visit")
        .isEqualTo("0");
    page.context().close();
  }

  @Test
  void an_answer_stands_in_the_open_page_within_a_second_and_nothing_is_left_behind()
      throws Exception {
    Page page = first(true);
    List<String> faults = new ArrayList<>();
    page.onConsoleMessage(message -> faults.add(message.text()));
    page.onPageError(faults::add);
    Browsers.begin(page, "hej <b>du</b>");
    assertThat(page.locator(".line.mine .words").textContent()).isEqualTo("hej <b>du</b>");
    page.waitForTimeout(500);
    long began = System.nanoTime();
    new Worker(threads).answers("vi är här");
    page.locator(".line.ours .words").waitFor(new Locator.WaitForOptions().setTimeout(1_000));
    assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(1_000);
    assertThat(page.locator("#state").textContent()).isEqualTo("Det finns ett svar.");
    page.locator("#say textarea").fill("tack");
    page.locator("#say textarea").press("Tab");
    page.keyboard().press("Enter");
    page.locator(".line.mine >> nth=1").waitFor();
    assertThat(page.locator(".line").allTextContents()).hasSize(3);
    assertThat(page.locator("#say textarea").inputValue()).isEmpty();
    assertThat(page.evaluate("history.length")).isEqualTo(2);
    assertThat(page.evaluate("location.href")).isEqualTo("http://localhost:" + port + "/");
    assertThat(
            page.evaluate(
                "document.cookie + localStorage.length + sessionStorage.length + window.name + history.state"))
        .isEqualTo("00null");
    assertThat(page.content()).doesNotContain("type=\"password\"");
    assertThat(faults).isEmpty();
    page.context().close();
  }

  @Test
  void the_words_lead_back_in_another_browser_and_show_the_answer_first() throws Exception {
    Page page = first(true);
    Browsers.begin(page, "mina ord");
    page.locator("#offer button").first().click();
    page.locator("#phrase:visible").waitFor();
    String words = page.locator("#phrase-words").textContent();
    page.locator("#phrase-kept").click();
    assertThat(page.content()).doesNotContain(words);
    new Worker(threads).answers("svar medan hon var borta");
    page.context().close();

    Page other = first(true);
    other.locator("#back > summary").click();
    other.locator("#phrase-typed").fill("helt fel ord nu");
    other.locator("#back button").click();
    other.locator("#phrase-error:not(:empty)").waitFor();
    assertThat(other.locator("#phrase-typed").inputValue()).isEqualTo("helt fel ord nu");
    other.locator("#phrase-typed").fill(words.toUpperCase(java.util.Locale.ROOT));
    other.locator("#back button").click();
    other.locator("#state:has-text('Det finns ett svar till dig')").waitFor();
    assertThat(other.locator(".line").allTextContents()).hasSize(1);
    assertThat(other.content()).doesNotContain("mina ord");
    other.locator("#all button").click();
    other.locator(".line.mine").waitFor();
    assertThat(other.locator(".line .words").allTextContents())
        .containsExactly("mina ord", "svar medan hon var borta");
    other.context().close();
  }

  @Test
  void without_a_script_the_answer_comes_at_the_press_of_a_button() throws Exception {
    Page page = first(false);
    Browsers.begin(page, "utan skript");
    new Worker(threads).answers("svar utan skript");
    assertThat(page.content()).doesNotContain("svar utan skript");
    page.locator("form.plain button").click();
    assertThat(page.locator(".line.ours .words").textContent()).isEqualTo("svar utan skript");
    page.locator("#say textarea").fill("  ");
    page.locator("#say button").click();
    assertThat(page.locator("#say-support-error").textContent()).contains("Skriv något här först");
    assertThat(page.url()).isEqualTo("http://localhost:" + port + "/");
    page.context().close();
  }

  @Test
  void a_lost_connection_is_said_in_words_and_what_was_typed_stays() {
    Page page = first(true);
    Browsers.begin(page, "före avbrottet");
    page.waitForTimeout(500);
    page.route("**/*", Route::abort);
    page.locator("#say textarea").fill("medan det var brutet");
    page.locator("#say form button").click();
    page.locator("#say-support-error:has-text('Texten finns kvar')").waitFor();
    assertThat(page.locator("#say textarea").inputValue()).isEqualTo("medan det var brutet");
    page.unroute("**/*");
    page.locator("#say form button").click();
    page.locator(".line.mine >> nth=1").waitFor();
    assertThat(page.locator("#say-support-error").textContent()).isEmpty();
    page.context().close();
  }

  @Test
  void an_idle_page_asks_and_then_closes_itself() throws Exception {
    Page page = chromium.window(true, 390, 800, "sv");
    page.clock().install();
    page.navigate("http://localhost:" + port + "/");
    Browsers.begin(page, "glömd sida");
    page.clock().fastForward("20:10");
    page.locator("#warn:visible").waitFor();
    page.locator("#stay").click();
    page.locator("#warn")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    page.clock().fastForward("30:10");
    page.locator("#ended:visible").waitFor();
    assertThat(page.content()).doesNotContain("glömd sida");
    page.waitForTimeout(300);
    assertThat(livingVisits()).isEqualTo("0");
    page.context().close();
  }

  @Test
  void a_hidden_page_is_covered_and_comes_back() {
    Page page = first(true);
    Browsers.begin(page, "täckt");
    page.evaluate(
        "() => { Object.defineProperty(document, 'hidden', {value: true, configurable: true}); document.dispatchEvent(new Event('visibilitychange')); }");
    assertThat(page.locator(".line .words").first().isVisible()).isFalse();
    page.evaluate(
        "() => { Object.defineProperty(document, 'hidden', {value: false, configurable: true}); document.dispatchEvent(new Event('visibilitychange')); }");
    assertThat(page.locator(".line .words").first().isVisible()).isTrue();
    page.context().close();
  }

  private static String told(Object one) {
    return one instanceof Request request
        ? request.method() + " " + request.url() + " " + request.postData()
        : String.valueOf(one);
  }

  @Test
  @DisplayName("E-T02 Shift three times empties the page, ends the visit, then leaves")
  void shift_three_times_empties_the_page_before_it_leaves() throws Exception {
    // a request is asked for its words afterwards: asking while the browser talks stops the talk
    List<Object> seen = new ArrayList<>();
    Page page = chromium.window(true, 390, 800, "sv");
    page.navigate("http://before.example/");
    page.navigate("http://localhost:" + port + "/");
    Browsers.begin(page, "kanariefågel");
    page.locator("#say textarea").fill("osänd kanariefågel");
    page.onRequest(seen::add);

    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    for (String key : List.of("Shift", "a", "Shift", "b", "Shift", "c")) {
      page.keyboard().press(key);
    }
    page.waitForTimeout(200);
    assertThat(page.locator(".line .words").count())
        .as("Escape, and capital letters, do nothing")
        .isEqualTo(1);

    seen.clear();
    page.onConsoleMessage(message -> seen.add(message.text()));
    page.evaluate(
        """
        () => {
          const send = navigator.sendBeacon.bind(navigator);
          navigator.sendBeacon = (to, what) => {
            console.log('nodes left: ' + document.documentElement.childNodes.length);
            return send(to, what);
          };
        }
        """);
    for (int press = 0; press < 3; press++) {
      page.keyboard().press("Shift");
    }
    page.waitForURL(Browsers.TARGET);
    List<String> sent = seen.stream().map(LivingPageTest::told).toList();
    assertThat(sent).hasSize(3);
    assertThat(sent.get(0)).as("empty before anything is sent").isEqualTo("nodes left: 0");
    // the farewell and the other page are on their way together: which the browser tells of first
    // is
    // its own affair
    String farewell = sent.stream().filter(one -> one.startsWith("POST")).findFirst().orElseThrow();
    assertThat(farewell).startsWith("POST http://localhost:" + port + "/ ");
    assertThat(farewell.substring(farewell.lastIndexOf(' ') + 1)).hasSize(43);
    assertThat(sent).anyMatch(one -> one.startsWith("GET https://www.smhi.se/"));
    // the beacon is on its way while the next page already stands
    for (int tries = 0; tries < 40 && !livingVisits().equals("0"); tries++) {
      Thread.sleep(50);
    }
    assertThat(livingVisits()).as("the visit is over").isEqualTo("0");

    page.goBack();
    assertThat(page.url()).isEqualTo("http://before.example/");
    page.goForward();
    assertThat(page.url()).startsWith("https://www.smhi.se/");
    page.context().close();
  }

  @Test
  void the_leave_button_does_the_same_and_stands_on_every_page() {
    Page page = first(true);
    Browsers.begin(page, "lämna");
    page.locator("#leave").click();
    page.waitForURL(Browsers.TARGET);
    for (boolean script : new boolean[] {true, false}) {
      Page lost = chromium.window(script, 390, 800, "sv");
      lost.navigate("http://localhost:" + port + "/finns/inte");
      assertThat(lost.locator("#leave").isVisible()).isTrue();
      lost.locator("#leave").click();
      lost.waitForURL(Browsers.TARGET);
      lost.context().close();
    }
    page.context().close();
  }

  @Test
  void everything_can_be_destroyed_from_the_page() throws Exception {
    Page page = first(true);
    Browsers.begin(page, "ska bort");
    page.locator("#destroy > summary").click();
    page.locator("#destroy button").click();
    page.locator("#destroyed:visible").waitFor();
    assertThat(page.content()).doesNotContain("ska bort");
    page.context().close();
  }

  private static String livingVisits() throws Exception {
    return Worker.text(
        "select count(*) from contact.visit where wrapped is not null and thread = '"
            + Worker.latest().value()
            + "'");
  }
}
