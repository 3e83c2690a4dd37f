package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.access.Viewer;
import se.fristad.contact.NewWords;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.facts.ContactBegun;
import se.fristad.contact.facts.Door;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.house.TestHouse;
import se.fristad.vault.Confidential;
import se.fristad.vault.Sides;
import se.fristad.vault.Sweep;

/// Lost words, and the truth about copies, on the page of somebody without a script and of one with
/// it.
@FristadTest
class LostWordsPageTest {
  @LocalServerPort private int port;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private TestStaff staff;
  @Autowired private NewWords newWords;
  @Autowired private List<Sweep> sweeps;

  @BeforeEach
  void a_new_window() {
    clock.advance(Duration.ofMinutes(11));
  }

  private static Map<String, String> asked(String page, String question, String answer) {
    Map<String, String> form = new LinkedHashMap<>(Visitor.form(page, "recognise"));
    form.put("question", question);
    form.put("answer", answer);
    return form;
  }

  @Test
  void without_a_script_a_weak_answer_is_refused_beside_its_field_and_nothing_typed_is_lost() {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("hej");
    HttpResponse<String> refused = visitor.post(asked(page, "Vad heter <katten>?", "Bo"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(PublicFaceTest.between(refused.body(), "id=\"recognise-answer-error\"", "</p>"))
        .contains("Svaret är för kort. Skriv minst 4 tecken");
    assertThat(refused.body())
        .doesNotContain("id=\"talk\" hidden")
        .contains("id=\"recognise\" open", "value=\"Vad heter &lt;katten>?\"", "value=\"Bo\"");
    HttpResponse<String> kept = visitor.post(asked(page, "Vad kallar jag stället?", "Grottan"));
    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(kept.body()).contains("Frågan är sparad.").doesNotContain("Grottan");
    assertThat(count("recognition")).isEqualTo(1);
    HttpResponse<String> long_ = visitor.post(asked(page, "å".repeat(6_000), "x".repeat(6_000)));
    assertThat(long_.statusCode()).isEqualTo(422);
    assertThat(long_.body()).contains("Skriv högst 200 tecken.");
  }

  @Test
  void whoever_has_the_page_open_when_somebody_asks_for_new_words_is_told_and_stops_it() {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("hej");
    visitor.post(Visitor.form(page, "words"));
    assertThat(page).contains("id=\"notme\" hidden");
    asksForNewWords();
    String told = visitor.post(Visitor.form(page, "look")).body();
    assertThat(told)
        .contains("Någon har bett om nya ord hit", "Var det inte du? Skriv till oss här")
        .doesNotContain("id=\"notme\" hidden");
    HttpResponse<String> stopped = visitor.post(Visitor.form(told, "stop"));
    assertThat(stopped.body())
        .contains("Det är stoppat. Bara dina ord leder hit nu.", "id=\"notme\" hidden");
    assertThat(state()).isEqualTo("stopped");
    assertThat(visitor.post(Visitor.form(told, "renew")).body())
        .contains("Det finns inga nya ord att hämta här nu.");
  }

  @Test
  void with_a_script_the_same_is_told_in_fields() {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("hej");
    visitor.post(Visitor.form(page, "words"));
    asksForNewWords();
    Map<String, String> secret = Map.of("t", Visitor.form(page, "look").getOrDefault("t", ""));
    assertThat(ask(visitor, secret, "look").body()).contains("\"lost\":true", "\"words\":false");
    assertThat(ask(visitor, secret, "renew").body()).contains("\"answer\":\"none\"");
    assertThat(ask(visitor, secret, "recognise").body())
        .contains("\"wrong\"", "Skriv en fråga här först.");
    assertThat(ask(visitor, secret, "typing").statusCode()).isEqualTo(204);
    assertThat(ask(visitor, secret, "stop").body())
        .contains("\"answer\":\"stopped\"", "\"lost\":false");
    assertThat(ask(visitor, Map.of("t", "x".repeat(43)), "stop").statusCode()).isEqualTo(410);
    assertThat(ask(visitor, Map.of(), "renew").statusCode()).isEqualTo(400);
  }

  private static HttpResponse<String> ask(Visitor visitor, Map<String, String> more, String act) {
    Map<String, String> fields = new LinkedHashMap<>(visitor.scripted(act));
    fields.putAll(more);
    return visitor.ask(fields);
  }

  @Test
  void in_a_real_browser_the_new_words_come_by_themselves_and_are_shown_once_and_nowhere_kept() {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("mina egna ord");
    ThreadId old = Worker.latest();
    String shown = visitor.post(Visitor.form(page, "words")).body();
    String lost = PublicFaceTest.between(shown, "id=\"phrase-words\" translate=\"no\">", "</p>");
    visitor.post(asked(page, "Vad kallar jag stället?", "Grottan vid sjön"));
    try (Chromium chromium = new Chromium()) {
      Page open = chromium.window(true, 390, 800, "sv");
      open.navigate("http://localhost:" + port + "/sv");
      Browsers.begin(open, "jag har tappat mina ord");
      ThreadId fresh = Worker.latest();
      assertThat(open.locator("#renewed").isVisible()).isFalse();
      Viewer one = staff.add(Role.RECEPTION).viewer();
      Viewer two = staff.add(Role.CASEWORKER).viewer();
      UUID renewal = UUID.randomUUID();
      assertThat(
              newWords.tryAnswer(
                  one, Queue.SUPPORT, fresh, old, renewal, Confidential.of("grottan vid sjön")))
          .isEqualTo(new Opened.Value<>(new NewWords.Tried.Agrees()));
      assertThat(newWords.confirm(two, Queue.SUPPORT, fresh, renewal))
          .isEqualTo(new Opened.Value<>(NewWords.Confirmed.DONE));
      open.locator("#renewed:not([hidden])").waitFor();
      assertThat(open.locator("#state").textContent()).isEqualTo("Dina nya ord är klara");
      open.locator("#renewed button").click();
      open.locator("#phrase:not([hidden]) #phrase-words:not(:empty)").waitFor();
      String words = open.locator("#phrase-words").textContent();
      assertThat(words.split(" ")).hasSize(4);
      assertThat(open.locator("#renewed").isVisible()).isFalse();
      open.locator("#phrase-kept").click();
      assertThat(open.content()).doesNotContain(words);
      open.context().close();

      assertThat(back(visitor, words)).contains("id=\"notme\" hidden");
      assertThat(back(visitor, lost))
          .contains("Någon har bett om nya ord hit")
          .doesNotContain("id=\"notme\" hidden");
    }
  }

  private static String back(Visitor visitor, String words) {
    return visitor
        .post(Visitor.with(Visitor.form(visitor.get("/sv").body(), "return"), "words", words))
        .body();
  }

  @Test
  void she_reads_the_truth_about_copies_before_the_button_and_the_counters_stay() {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("ska bort");
    String thread = Worker.latest().value().toString();
    String before = page.substring(0, page.indexOf("value=\"destroy\""));
    assertThat(before)
        .contains(
            "I våra kopior finns det kvar i åtta dagar.",
            "Har vi gjort en egen anteckning eller en anmälan, finns den kvar.",
            "Det du har sagt i telefon eller till andra kan vi inte ta tillbaka.",
            "På din telefon kan sidans namn, bilder och dina ord finnas kvar.",
            "Vi räknar att någon hörde av sig, men inte vem.");
    for (String language : List.of("latt", "en", "ar")) {
      String other = visitor.get("/" + language, "Accept", "text/html;part=talk").body();
      String above = other.substring(0, other.indexOf("value=\"destroy\""));
      assertThat(above.substring(above.lastIndexOf("id=\"destroy\"")).split("<li>", -1))
          .as(language)
          .hasSize(6);
    }
    counts();
    events.forget();
    assertThat(visitor.post(Visitor.form(page, "destroy")).body()).contains("Allt är borttaget nu");
    counts();
    assertThat(events.of(ContactBegun.class))
        .singleElement()
        .satisfies(begun -> {
          assertThat(begun.door()).isEqualTo(Door.SUPPORT);
          assertThat(begun.language()).isEqualTo("sv");
        });
    counts();
    assertThat(events.of(ContactBegun.class)).as("once").hasSize(1);
    assertThat(
            TestHouse.shared()
                .database()
                .count("select count(*) from contact.thread where id = ?", UUID.fromString(thread)))
        .isZero();
  }

  @Test
  void of_one_who_wants_to_change_nothing_is_counted_here() {
    Visitor visitor = new Visitor(port);
    Map<String, String> form =
        new LinkedHashMap<>(Visitor.form(visitor.get("/sv").body(), "begin"));
    form.put("door", "change");
    form.put("words", "jag vill sluta");
    String page = visitor.post(form).body();
    counts();
    events.forget();
    assertThat(visitor.post(Visitor.form(page, "destroy")).body()).contains("Allt är borttaget nu");
    counts();
    assertThat(events.of(ContactBegun.class)).isEmpty();
    assertThat(
            TestHouse.shared()
                .database()
                .count("select count(*) from contact_perpetrator.uncounted"))
        .isZero();
  }

  private void counts() {
    sweeps.stream()
        .filter(sweep -> sweep.name().equals("count-destroyed"))
        .forEach(sweep -> Sides.run(sweep.side(), () -> sweep.sweep(clock.instant())));
  }

  private static void asksForNewWords() {
    TestHouse.shared()
        .database()
        .byHand(
            "insert into contact.renewal (id, thread, state, asked_by, asked_at, lapses_at, keeps_days)"
                + " values (gen_random_uuid(), ?, 'agreed', gen_random_uuid(), now(), now() + interval '1 day', 7)",
            Worker.latest().value());
  }

  private static long count(String table) {
    return TestHouse.shared()
        .database()
        .count(
            "select count(*) from contact." + table + " where thread = ?", Worker.latest().value());
  }

  private static String state() {
    return TestHouse.shared()
        .database()
        .text("select state from contact.renewal where thread = ?", Worker.latest().value());
  }
}
