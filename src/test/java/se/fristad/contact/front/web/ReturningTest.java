package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.contact.Threads;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

@FristadTest
class ReturningTest {
  @LocalServerPort private int port;
  @Autowired private TestClock clock;
  @Autowired private Threads threads;

  @BeforeEach
  void a_new_window() {
    clock.advance(Duration.ofMinutes(11));
  }

  @Test
  void the_words_lead_back_to_the_latest_answer_and_her_own_words_only_on_request()
      throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("mina egna ord");
    String words = words(visitor, page);
    HttpResponse<String> early = back(visitor, words);
    assertThat(early.body()).contains("Det finns inget svar än").doesNotContain("mina egna ord");
    new Worker(threads).answers("vi har läst");
    HttpResponse<String> late =
        back(visitor, "  " + words.toUpperCase(java.util.Locale.ROOT).replace(" ", "   ") + " ");
    assertThat(late.body())
        .contains("Det finns ett svar till dig")
        .contains("vi har läst")
        .doesNotContain("mina egna ord");
    assertThat(visitor.post(Visitor.form(late.body(), "look")).body())
        .contains("mina egna ord")
        .contains("vi har läst");
  }

  @Test
  void the_words_are_shown_once() {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("hej");
    String shown = visitor.post(Visitor.form(page, "words")).body();
    String words = PublicFaceTest.between(shown, "id=\"phrase-words\" translate=\"no\">", "</p>");
    assertThat(words).isNotBlank();
    assertThat(visitor.post(Visitor.form(shown, "later")).body()).doesNotContain(words);
  }

  @Test
  @DisplayName("E-T05 wrong and unknown words look the same, and over the limit it goes slower")
  void a_wrong_phrase_and_an_unknown_phrase_look_the_same() throws Exception {
    Visitor visitor = new Visitor(port);
    String words = words(visitor, visitor.begin("hej"));
    String wrong = words.substring(0, words.lastIndexOf(' ')) + " fel";
    List<String> typed = List.of(wrong, "ord som aldrig fanns", "xq", "9".repeat(8_500));
    HttpResponse<String> first = back(visitor, wrong);
    for (String one : typed) {
      HttpResponse<String> answer = back(visitor, one);
      assertThat(answer.statusCode()).isEqualTo(first.statusCode()).isEqualTo(422);
      assertThat(answer.body().length()).isEqualTo(first.body().length());
      assertThat(withoutSecrets(answer.body())).isEqualTo(withoutSecrets(first.body()));
      assertThat(namesAndValues(answer)).isEqualTo(namesAndValues(first));
      assertThat(answer.body()).doesNotContain(one + "\"");
    }
    String asked = visitor.ask(Visitor.with(visitor.scripted("return"), "words", wrong)).body();
    assertThat(
            visitor
                .ask(Visitor.with(visitor.scripted("return"), "words", "ord som aldrig fanns"))
                .body())
        .isEqualTo(asked);

    back(visitor, wrong);
    for (int already = 8; already < Limit.RETURN.free() + 2; already++) {
      back(visitor, wrong);
    }
    long over = millis(visitor, wrong);
    assertThat(over).as("slower, and not shut").isGreaterThan(1_500);
    assertThat(back(visitor, words).body()).contains("Det finns inget svar än");
  }

  private static long millis(Visitor visitor, String words) {
    long began = System.nanoTime();
    back(visitor, words);
    return (System.nanoTime() - began) / 1_000_000;
  }

  private static HttpResponse<String> back(Visitor visitor, String words) {
    return visitor.post(
        Visitor.with(Visitor.form(visitor.get("/sv").body(), "return"), "words", words));
  }

  static String words(Visitor visitor, String page) {
    Map<String, String> form = Visitor.form(page, "words");
    return PublicFaceTest.between(
        visitor.post(form).body(), "id=\"phrase-words\" translate=\"no\">", "</p>");
  }

  private static String withoutSecrets(String page) {
    return page.replaceAll("(name=\"(t|form|id)\" value|data-form)=\"[^\"]*\"", "");
  }

  private static Map<String, List<String>> namesAndValues(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new java.util.TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }
}
