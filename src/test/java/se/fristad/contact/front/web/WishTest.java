package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// The wish to be called, on a page without a script and as our script sends it.
@FristadTest
class WishTest {
  /// A Monday at ten, and the Friday after it at eight in the evening, here.
  private static final Instant MONDAY = Instant.parse("2027-03-08T09:00:00Z");

  private static final Instant FRIDAY_EVENING = Instant.parse("2027-03-12T19:00:00Z");
  @LocalServerPort private int port;
  @Autowired private TestClock clock;

  @AfterEach
  void back_to_now() {
    clock.reset();
  }

  @Test
  void a_wish_without_a_script_is_acknowledged_with_its_time() throws Exception {
    clock.set(MONDAY);
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Kan ni ringa?");
    HttpResponse<String> answer =
        visitor.post(
            Visitor.with(
                Visitor.with(asked(page), "number", "070-174 06 07"), "when", "2027-03-09-pm"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Vi ringer dig 9 mars 2027, mellan 12:00 och 16:00.")
        .doesNotContain("06 07");
    assertThat(ofLatest("from_at at time zone 'Europe/Stockholm'")).startsWith("2027-03-09 12:00");
    HttpResponse<String> taken = visitor.post(Visitor.form(answer.body(), "uncall"));
    assertThat(taken.body()).contains("Vi ringer inte.");
    assertThat(ofLatest("state")).isEqualTo("taken_back");
  }

  @Test
  void what_cannot_be_read_comes_back_beside_its_field_and_nothing_typed_is_lost() {
    clock.set(MONDAY);
    Visitor visitor = new Visitor(port);
    Map<String, String> form = asked(visitor.begin("Kan ni ringa?"));
    form.put("number", "hemnumret");
    form.put("when", "2027-01-01-am");
    form.put("note", "Ring <b>inte</b> för sent");
    HttpResponse<String> answer = visitor.post(form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "Det här är inget telefonnummer.",
            "Välj en tid som går att ringa.",
            "value=\"hemnumret\"",
            "value=\"Ring &lt;b>inte&lt;/b> för sent\"",
            "<details id=\"wish\" open")
        .doesNotContain("Vi ringer dig");
    form.remove("number");
    assertThat(visitor.post(form).body()).contains("Skriv numret som vi ska ringa.");
    form.put("act", "call");
    assertThat(visitor.ask(form).body()).contains("\"wrong\"", "Skriv numret");
  }

  @Test
  void nobody_is_promised_a_call_while_nobody_is_here() {
    clock.set(FRIDAY_EVENING);
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Kan ni ringa?");
    assertThat(page)
        .contains("value=\"2027-03-15-am\"", "måndag 15 mars 2027, 09:00–12:00")
        .doesNotContain("value=\"today\"");
    Map<String, String> form = asked(page);
    form.put("number", "070-174 06 07");
    form.put("when", "today");
    assertThat(visitor.post(form).statusCode()).isEqualTo(422);
  }

  @Test
  void only_a_wish_that_stands_can_be_taken_back() {
    clock.set(MONDAY);
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Kan ni ringa?");
    assertThat(page).contains("id=\"wish-not\" hidden");
    Map<String, String> form = asked(page);
    form.put("number", "070-174 06 07");
    form.put("when", "today");
    String stands = visitor.post(form).body();
    assertThat(stands).contains("id=\"wish-not\">", "Nej, ring mig inte");
    assertThat(visitor.ask(form).body()).contains("\"call\":\"wished\"");
    String not = visitor.post(Visitor.form(stands, "uncall")).body();
    assertThat(not).contains("Vi ringer inte.", "id=\"wish-not\" hidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"latt", "en", "ar"})
  void a_number_that_is_none_has_its_sentence_in_every_language(String language) {
    clock.set(MONDAY);
    Visitor visitor = new Visitor(port);
    Map<String, String> form = asked(visitor.begin("Kan ni ringa?"));
    form.put("lang", language);
    form.put("number", "hemma");
    form.put("when", "today");
    HttpResponse<String> answer = visitor.post(form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("070-174 06 05", "value=\"hemma\"");
    form.put("number", "");
    form.put("when", "nu");
    form.put("ours", "sol");
    form.put("hers", "sol");
    form.put("alone", "x".repeat(81));
    form.put("note", "x".repeat(501));
    assertThat(visitor.post(form).statusCode()).isEqualTo(422);
  }

  @Test
  void a_wish_from_a_page_whose_visit_has_ended_is_kept_nowhere() throws Exception {
    clock.set(MONDAY);
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Kan ni ringa?");
    visitor.post(Visitor.form(page, "leave"));
    Map<String, String> form = asked(page);
    form.put("number", "070-174 06 07");
    form.put("when", "today");
    HttpResponse<String> answer = visitor.post(form);
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).doesNotContain("06 07");
    assertThat(
            Worker.text(
                "select count(*) from contact.reach where thread = '"
                    + Worker.latest().value()
                    + "'"))
        .isEqualTo("0");
  }

  /// The form as a browser sends it whose reader has ticked nothing.
  private static Map<String, String> asked(String page) {
    Map<String, String> form = new LinkedHashMap<>(Visitor.form(page, "call"));
    form.keySet().removeAll(java.util.Set.of("named", "voicemail"));
    return form;
  }

  private static String ofLatest(String column) throws Exception {
    return Worker.text(
        "select "
            + column
            + "::text from contact.callback where thread = '"
            + Worker.latest().value()
            + "'");
  }
}
