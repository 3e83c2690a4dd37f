package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

@FristadTest
class PublicFaceTest {
  @LocalServerPort private int port;
  @Autowired private TestClock clock;

  @AfterEach
  void back_to_now() {
    clock.reset();
  }

  @Test
  @DisplayName("E-T03 every answer carries every header")
  void every_answer_carries_every_header() throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.get("/sv").body();
    List<HttpResponse<String>> answers = new ArrayList<>();
    answers.add(visitor.get("/"));
    answers.add(visitor.get("/en"));
    answers.add(visitor.get("/robots.txt"));
    answers.add(visitor.get("/favicon.ico"));
    answers.add(visitor.get("/stod/a/b?q=1"));
    answers.add(visitor.method("PUT", "/"));
    answers.add(visitor.method("HEAD", "/"));
    answers.add(visitor.method("OPTIONS", "/"));
    answers.add(
        visitor.raw(
            "application/x-www-form-urlencoded",
            new byte[1_000_000],
            "Sec-Fetch-Site",
            "same-origin"));
    answers.add(visitor.raw("application/pdf", new byte[10], "Sec-Fetch-Site", "same-origin"));
    answers.add(
        visitor.raw(
            "application/x-www-form-urlencoded",
            new byte[] {(byte) 0xff},
            "Sec-Fetch-Site",
            "same-origin"));
    answers.add(visitor.post(Map.of("act", "begin"), "text/html", "Sec-Fetch-Site", "cross-site"));
    answers.add(visitor.post(Visitor.with(Visitor.form(page, "begin"), "words", "")));
    answers.add(visitor.ask(Visitor.with(Visitor.form(page, "begin"), "words", "hej")));
    answers.add(visitor.post(Visitor.with(Visitor.form(page, "begin"), "act", "nothing")));
    answers.add(
        visitor.post(Visitor.with(Visitor.form(page, "return"), "words", "fel ord här nu")));
    assertThat(answers.stream().map(HttpResponse::statusCode).distinct().sorted())
        .contains(200, 204, 400, 403, 404, 405, 413, 415, 422);
    String policy = Inline.read().policy();
    assertThat(policy).doesNotContain("http").doesNotContain("unsafe").doesNotContain("*");
    // by hand, and not by what the page itself says that it sends
    Map<String, String> headers =
        Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", policy,
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");
    for (HttpResponse<String> answer : answers) {
      headers.forEach((name, value) ->
          assertThat(answer.headers().allValues(name))
              .as(name + " of " + answer.statusCode())
              .containsExactly(value));
      assertThat(answer.headers().firstValue("Permissions-Policy").orElse(""))
          .contains("camera=()", "geolocation=()", "microphone=()");
      assertThat(answer.headers().map().keySet())
          .doesNotContain("set-cookie", "location", "server");
      assertThat(answer.body()).doesNotContain("Exception");
    }
    try (Connected stream = Connected.stream(port, visitor)) {
      assertThat(stream.head()).contains("200").contains("X-Accel-Buffering: no");
      headers.forEach((name, value) -> assertThat(stream.head()).contains(name + ": " + value));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  @DisplayName("E-T04 title, icon and addresses say nothing of violence")
  void title_icon_and_addresses_say_nothing_of_violence(String language) {
    String page = new Visitor(port).get("/" + language).body();
    Pattern outing =
        Pattern.compile(
            "våld|violen|offer|victim|hot|threat|stöd|support|kris|crisis|kvinn|woman|women|jour|abuse|shelter");
    assertThat(between(page, "<title>", "</title>").toLowerCase(Locale.ROOT))
        .isNotBlank()
        .doesNotContainPattern(outing);
    assertThat(between(page, "<link rel=\"icon\" href=\"", "\">").toLowerCase(Locale.ROOT))
        .startsWith("data:")
        .doesNotContainPattern(outing);
    assertThat(
            Pattern.compile("(?:href|action|src)=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT)))
        .allSatisfy(address -> assertThat(address).doesNotContainPattern(outing));
  }

  @Test
  void the_language_is_the_readers_own_and_can_be_chosen() {
    Visitor visitor = new Visitor(port);
    assertThat(visitor.get("/").body()).contains("<html lang=\"sv\"");
    assertThat(visitor.get("/", "Accept-Language", "en-GB,sv;q=0.5").body())
        .contains("<html lang=\"en\"");
    assertThat(visitor.get("/", "Accept-Language", "th,nb").body()).contains("<html lang=\"en\"");
    assertThat(visitor.get("/sv", "Accept-Language", "en").body()).contains("<html lang=\"sv\"");
  }

  @Test
  void the_same_words_sent_twice_are_one_message_and_other_words_are_another() throws Exception {
    Visitor visitor = new Visitor(port);
    Map<String, String> form = Visitor.form(visitor.get("/sv").body(), "begin");
    String page = visitor.post(Visitor.with(form, "words", "första")).body();
    visitor.post(Visitor.with(form, "words", "första"));
    assertThat(countOfLatest()).isEqualTo("1");
    visitor.post(Visitor.with(form, "words", "ändrade ord i samma formulär"));
    assertThat(countOfLatest()).isEqualTo("2");
    Map<String, String> more = Visitor.with(Visitor.form(page, "say"), "words", "mer");
    List<Integer> statuses =
        IntStream.range(0, 6).parallel().mapToObj(n -> visitor.post(more).statusCode()).toList();
    assertThat(statuses).containsOnly(200);
    assertThat(countOfLatest()).isEqualTo("3");
  }

  private static String countOfLatest() throws Exception {
    return Worker.text(
        "select count(*) from contact.message where thread = '" + Worker.latest().value() + "'");
  }

  @Test
  void bad_words_come_back_beside_the_field_and_nothing_typed_is_lost() {
    Visitor visitor = new Visitor(port);
    String long8001 = "å".repeat(8_001);
    for (String typed : List.of("", "   ", "\u200b\u200d\ufeff", "\u0000\u0007", long8001)) {
      HttpResponse<String> answer =
          visitor.post(
              Visitor.with(Visitor.form(visitor.get("/sv").body(), "begin"), "words", typed));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains(typed.length() > 8000 ? "1 tecken för lång" : "Skriv något här först.");
      assertThat(answer.body()).contains("details class=\"choice door\" open");
    }
    assertThat(
            visitor
                .post(
                    Visitor.with(
                        Visitor.form(visitor.get("/sv").body(), "begin"), "words", long8001))
                .body())
        .contains(long8001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "🕊️ hjälp 👩‍👧",
        "شخص يهددني",
        "<script>alert(1)</script><b>&amp;\"'",
        "a\u0007b\tc",
        "100 % & = + å"
      })
  void every_script_stands_as_it_was_written(String typed) {
    String page = new Visitor(port).begin(typed);
    String seen = between(page, "<p class=\"words\" dir=\"auto\">", "</p>");
    assertThat(
            seen.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&amp;", "&")
                .replace("&#39;", "'"))
        .isEqualTo(typed.replace("\u0007", ""));
    assertThat(page).doesNotContain("<script>alert");
  }

  @Test
  void
      eight_thousand_of_the_widest_characters_are_taken_and_a_megabyte_is_refused_with_a_sentence() {
    Visitor visitor = new Visitor(port);
    assertThat(visitor.begin("😀".repeat(8_000))).contains("har kommit fram");
    HttpResponse<String> large =
        visitor.post(
            Visitor.with(
                Visitor.form(visitor.get("/sv").body(), "begin"), "words", "x".repeat(1_000_000)));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("Dela texten");
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void a_foreign_post_is_refused_and_begins_nothing() throws Exception {
    Visitor visitor = new Visitor(port);
    String before = Worker.text("select count(*) from contact.thread");
    Map<String, String> form =
        Visitor.with(Visitor.form(visitor.get("/sv").body(), "begin"), "words", "främmande");
    assertThat(visitor.post(form, "text/html", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(visitor.post(form, "text/html", "Sec-Fetch-Site", "same-site").statusCode())
        .isEqualTo(403);
    assertThat(visitor.post(form, "text/html", "Sec-Fetch-Site", "none").statusCode())
        .isEqualTo(403);
    assertThat(visitor.post(Visitor.with(form, "form", "A".repeat(43)), "text/html").statusCode())
        .isEqualTo(403);
    assertThat(
            visitor
                .post(Visitor.with(form, "form", ""), "text/html", "Sec-Fetch-Site", "same-origin")
                .statusCode())
        .isEqualTo(403);
    assertThat(Worker.text("select count(*) from contact.thread")).isEqualTo(before);
    assertThat(visitor.post(form, "text/html").statusCode()).isEqualTo(200);
  }

  @Test
  void an_old_form_comes_back_with_its_text() {
    Visitor visitor = new Visitor(port);
    Map<String, String> form =
        Visitor.with(Visitor.form(visitor.get("/sv").body(), "begin"), "words", "länge öppen");
    clock.advance(Duration.ofMinutes(11));
    HttpResponse<String> silent = visitor.post(form, "text/html");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body())
        .contains("Sidan har varit öppen länge")
        .contains("länge öppen</textarea>");
    clock.advance(Duration.ofHours(25));
    HttpResponse<String> old = visitor.post(form);
    assertThat(old.statusCode()).isEqualTo(422);
    assertThat(old.body()).contains("länge öppen</textarea>");
    assertThat(
            visitor
                .post(Visitor.with(Visitor.form(old.body(), "begin"), "words", "länge öppen"))
                .statusCode())
        .isEqualTo(200);
    assertThat(visitor.ask(form).body()).contains("\"stale\"").contains("\"form\"");
  }

  @Test
  void after_leaving_the_page_sent_again_shows_and_begins_nothing() throws Exception {
    Visitor visitor = new Visitor(port);
    Map<String, String> form =
        Visitor.with(Visitor.form(visitor.get("/sv").body(), "begin"), "words", "kanariefågel");
    String page = visitor.post(form).body();
    Map<String, String> say = Visitor.with(Visitor.form(page, "say"), "words", "kanariefågel två");
    String before = Worker.text("select count(*) from contact.thread");
    assertThat(
            visitor
                .raw(
                    "text/plain;charset=UTF-8",
                    token(form).getBytes(StandardCharsets.UTF_8),
                    "Sec-Fetch-Site",
                    "same-origin")
                .statusCode())
        .isEqualTo(204);
    for (Map<String, String> again :
        List.of(form, say, Visitor.form(page, "look"), Visitor.form(page, "words"))) {
      HttpResponse<String> answer = visitor.post(again);
      assertThat(answer.statusCode()).isEqualTo(410);
      assertThat(answer.body()).doesNotContain("kanariefågel");
    }
    assertThat(Worker.text("select count(*) from contact.thread")).isEqualTo(before);
  }

  @Test
  void everything_can_be_destroyed_and_she_is_told_what_that_means() throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("ska bort");
    String thread = Worker.latest().value().toString();
    String answer = visitor.post(Visitor.form(page, "destroy")).body();
    assertThat(answer).contains("Allt är borttaget nu").contains("åtta dagar");
    assertThat(Worker.text("select count(*) from contact.data_key where id = '" + thread + "'"))
        .isEqualTo("0");
    assertThat(visitor.post(Visitor.form(page, "look")).statusCode()).isEqualTo(410);
  }

  private static String token(Map<String, String> form) {
    return form.getOrDefault("t", "");
  }

  static String between(String text, String from, String to) {
    int begin = text.indexOf(from) + from.length();
    return text.substring(begin, text.indexOf(to, begin));
  }
}
