package se.fristad.contact.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.centre.Phrase;
import se.fristad.contact.People;
import se.fristad.contact.PhraseChanged;
import se.fristad.contact.Phrasebook;
import se.fristad.contact.Queue;
import se.fristad.contact.Revealing;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestDatabase;
import se.fristad.house.TestEvents;
import se.fristad.house.TestHouse;
import se.fristad.page.Language;

/// Prepared phrases: written by those who write for the centre, put into an answer by those who
/// answer.
@FristadTest
@DisplayName("Prepared phrases")
class PhrasesTest {
  private static final Instant DAY = Instant.parse("2026-11-19T10:30:00Z");
  private static final String NOT_YOUR_FAULT = "Det som har hänt är inte ditt fel.";

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private Phrasebook book;
  @Autowired private Publishing publishing;
  @LocalServerPort private int port;
  private final TestDatabase database = TestHouse.shared().database();
  private Browser editor;

  @BeforeEach
  void nobody_has_written_anything() {
    clock.set(DAY);
    database.byHand("delete from centre.phrase");
    database.byHand("delete from contact.thread");
    database.byHand("delete from contact_perpetrator.thread");
    database.byHand("delete from contact_professional.thread");
    editor = staff.logIn(staff.add(Role.CONTENT_EDITOR), port);
  }

  @AfterEach
  void back_to_now() {
    clock.reset();
    database.byHand("delete from centre.phrase");
  }

  @Test
  void one_who_receives_writes_no_phrases() {
    Browser reception = staff.logIn(staff.add(Role.RECEPTION), port);
    assertThat(reception.get("/staff/public/phrases").status()).isEqualTo(404);
    Map<String, String> form = form(5, "sv");
    form.put("_form", reception.get("/staff/roles").token());
    assertThat(reception.post("/staff/public/phrase", form).status()).isEqualTo(404);
    assertThat(database.count("select count(*) from centre.phrase")).isZero();
  }

  @Test
  void what_comes_with_the_program_says_nothing_of_anybody_in_any_language() {
    for (Phrase phrase : publishing.phrases()) {
      String text = book.text(phrase);
      assertThat(Revealing.in(text)).as(text).isEmpty();
      assertThat(text.codePointCount(0, text.length())).as(text).isBetween(10, Phrase.MOST);
    }
    for (Queue queue : Queue.values()) {
      for (Language language : Language.thatReach(Language.Reach.WHOLE)) {
        assertThat(book.offered(queue, language)).as(queue + " " + language).hasSizeGreaterThan(4);
      }
    }
  }

  @Test
  void each_stands_beside_its_swedish_and_a_language_without_any_says_so() {
    assertThat(editor.get("/staff/public/phrases").body())
        .contains(NOT_YOUR_FAULT, "Lätt svenska (16)", "Somaliska (0)");
    assertThat(editor.get("/staff/public/phrases?language=ar").body())
        .contains(NOT_YOUR_FAULT, "ما حدث ليس ذنبكم", "28 februari 2027");
    assertThat(editor.get("/staff/public/phrases?language=so").body())
        .contains("Skriv på det här språket: Somaliska", "Saknas");
    assertThat(editor.get("/staff/public/phrases?language=tlh").status()).isEqualTo(404);
    assertThat(editor.get("/staff/public/phrase?number=99&language=sv").status()).isEqualTo(404);
  }

  @Test
  void a_changed_phrase_is_a_version_a_line_of_the_log_an_event_and_what_those_who_answer_see() {
    Map<String, String> form = form(5, "sv");
    form.put("text", "Tack för att du skriver. Inget av det är ditt fel.");
    assertThat(keep(form).location()).isEqualTo("/staff/public/phrases?language=sv&done=phrase");
    UUID id = UUID.fromString(database.text("select id from centre.phrase"));
    assertThat(database.count("select count(*) from centre.phrase where version = 1 and in_use"))
        .isOne();
    assertThat(database.log(id)).endsWith("change:done");
    assertThat(events.of(PhraseChanged.class))
        .anySatisfy(event -> {
          assertThat(event.phrase()).isEqualTo(id);
          assertThat(event.version()).isEqualTo(1);
          assertThat(event.inUse()).isTrue();
        });
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = staff.logIn(staff.add(Role.RECEPTION), port);
    assertThat(reception.get(person.href()).body())
        .contains("Inget av det är ditt fel")
        .doesNotContain(NOT_YOUR_FAULT);
    assertThat(editor.get("/staff/public/phrase?number=5&language=sv").body())
        .contains("Inget av det är ditt fel", "19 november 2026");
  }

  @Test
  void a_translation_is_marked_when_its_swedish_has_changed_since() {
    Map<String, String> form = form(5, "sv");
    form.put("text", "Tack för att du skriver.");
    keep(form);
    assertThat(editor.get("/staff/public/phrases?language=ar").body())
        .contains("Svenskan är ändrad");
    assertThat(editor.get("/staff/public/phrase?number=5&language=ar").body())
        .contains("Svenskan har ändrats efter att det här skrevs", "Tack för att du skriver.");
    People.Person person = people.writes(Queue.SUPPORT, "مرحبا");
    database.byHand("update contact.thread set language = 'ar'");
    Browser reception = staff.logIn(staff.add(Role.RECEPTION), port);
    assertThat(reception.get(person.href()).body()).contains("Svenskan har ändrats efter");
    clock.advance(Duration.ofMinutes(5));
    Map<String, String> arabic = form(5, "ar");
    arabic.put("text", "شكرًا لأنكم كتبتم.");
    assertThat(keep(arabic).status()).isEqualTo(303);
    assertThat(editor.get("/staff/public/phrases?language=ar").body())
        .doesNotContain("Svenskan är ändrad");
    assertThat(reception.get(person.href()).body()).doesNotContain("Svenskan har ändrats efter");
  }

  @Test
  void a_phrase_is_put_into_the_answer_in_her_language_and_nothing_typed_is_lost_or_sent() {
    People.Person person = people.writes(Queue.SUPPORT, "مرحبا");
    database.byHand("update contact.thread set language = 'ar'");
    Browser reception = staff.logIn(staff.add(Role.RECEPTION), port);
    Browser.Answer page = reception.get(person.href());
    assertThat(page.body())
        .contains("Färdiga meningar på språket: Arabiska", "ما حدث ليس ذنبكم", NOT_YOUR_FAULT)
        .contains("lang=\"ar\" dir=\"rtl\"", "formaction=\"" + person.href() + "/phrase#f-words\"");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_form", page.token());
    form.put("client", page.hidden("client"));
    form.put("words", "مرحبا بكم");
    form.put("phrase", "5");
    Browser.Answer put = reception.post(person.href() + "/phrase", form);
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.body())
        .containsPattern(">\\s*مرحبا بكم\\nشكرًا لأنكم تحدثتم. ما حدث ليس ذنبكم.</textarea>")
        .contains("<details class=\"phrases\" open");
    assertThat(put.hidden("client")).isEqualTo(form.get("client"));
    assertThat(
            database.count(
                "select count(*) from contact.message where thread = ?", person.thread()))
        .isOne();

    form.put("words", "å".repeat(7_990));
    Browser.Answer full = reception.post(person.href() + "/phrase", form);
    assertThat(full.body()).contains("Meningen lades inte in", "å".repeat(7_990) + "</textarea>");
    form.put("words", "Hej");
    form.put("phrase", "999");
    assertThat(reception.post(person.href() + "/phrase", form).body())
        .containsPattern(">\\s*Hej</textarea>");
  }

  @Test
  void what_comforts_one_who_is_exposed_is_never_offered_to_be_said_to_one_who_uses_violence() {
    People.Person man = people.writes(Queue.CHANGE, "Jag vill sluta");
    Browser change = staff.logIn(staff.add(Role.CHANGE_WORKER), port);
    Browser.Answer page = change.get(man.href());
    assertThat(page.body()).contains("Det går att sluta").doesNotContain(NOT_YOUR_FAULT);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_form", page.token());
    form.put("client", page.hidden("client"));
    form.put("words", "Hej");
    form.put("phrase", "5");
    assertThat(change.post(man.href() + "/phrase", form).body())
        .containsPattern(">\\s*Hej</textarea>")
        .doesNotContain(NOT_YOUR_FAULT);
    People.Person teacher = people.writes(Queue.PROFESSIONAL, "Jag är lärare");
    assertThat(staff.logIn(staff.add(Role.CASEWORKER), port).get(teacher.href()).body())
        .contains("19 kap. 1 § SoL")
        .doesNotContain(NOT_YOUR_FAULT);
  }

  @Test
  void the_head_reads_without_phrases_and_a_language_without_any_offers_an_interpreter() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser head = staff.logIn(staff.add(Role.HEAD), port);
    assertThat(head.get(person.href()).body()).doesNotContain("Färdiga meningar");
    database.byHand("update contact.thread set language = 'so'");
    Browser reception = staff.logIn(staff.add(Role.RECEPTION), port);
    assertThat(reception.get(person.href()).body())
        .contains("Det finns inga färdiga meningar på det här språket: Somaliska")
        .doesNotContain(NOT_YOUR_FAULT);
  }

  @Test
  void a_phrase_out_of_use_in_swedish_is_offered_in_no_language() {
    Map<String, String> form = form(5, "sv");
    form.remove("in_use");
    keep(form);
    UUID id = UUID.fromString(database.text("select id from centre.phrase"));
    assertThat(database.log(id)).endsWith("withdraw:done");
    for (Language language : Language.thatReach(Language.Reach.WHOLE)) {
      assertThat(book.offered(Queue.SUPPORT, language, 5)).as(language.code()).isEmpty();
    }
    assertThat(editor.get("/staff/public/phrases?language=ar").body()).contains("Används inte");
  }

  @Test
  void a_new_phrase_begins_in_swedish_and_gets_its_other_languages_one_by_one() {
    Map<String, String> form = form(0, "sv");
    form.put("text", "Du kan ringa oss också.");
    assertThat(keep(form).status()).isEqualTo(303);
    assertThat(database.count("select count(*) from centre.phrase where number = 17")).isOne();
    Map<String, String> somali = form(17, "so");
    somali.put("text", "Waad na soo wici kartaa.");
    assertThat(keep(somali).location()).isEqualTo("/staff/public/phrases?language=so&done=phrase");
    assertThat(book.offered(Queue.SUPPORT, Language.SOMALI))
        .singleElement()
        .satisfies(one -> assertThat(one.swedish()).isEqualTo("Du kan ringa oss också."));
    Map<String, String> foreign = form(0, "en");
    foreign.put("text", "You can call us too.");
    assertThat(keep(foreign).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text      |                                   | Skriv meningen
          text      | Läs på https://example.org        | webbadress i meningen
          text      | Ring mig på 070-174 06 05         | får inte säga något om en människa
          text      | Fråga efter min man Anders        | får inte säga något om en människa
          audiences |                                   | Välj till vem meningen får sägas
          review_by | 2026-11-19                        | Välj en dag efter i dag
          review_by | 2029-01-01                        | högst två år framåt
          review_by | i vår                             | Skriv dagen som
          """)
  void a_phrase_that_is_wrong_comes_back_with_a_sentence_beside_the_field_and_everything_typed(
      String field, String value, String said) {
    Map<String, String> form = form(3, "sv");
    form.put("text", "Skrivet och kvar.");
    form.put(field, value == null ? "" : value);
    Browser.Answer answer = keep(form);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(said, "id=\"f-" + field + "-error\"");
    if (!field.equals("text")) {
      assertThat(answer.body()).contains("Skrivet och kvar.");
    }
    assertThat(database.count("select count(*) from centre.phrase")).isZero();
  }

  @Test
  void the_longest_phrase_is_kept_and_one_character_more_is_not() {
    Map<String, String> form = form(3, "sv");
    form.put("text", "å".repeat(500));
    assertThat(keep(form).status()).isEqualTo(303);
    Map<String, String> longer = form(4, "sv");
    longer.put("text", "å".repeat(501));
    assertThat(keep(longer).body()).contains("Högst 500 tecken", "å".repeat(501));
  }

  @Test
  void who_keeps_what_another_has_changed_meanwhile_is_told_and_loses_nothing() {
    Map<String, String> mine = form(5, "sv");
    keep(form(5, "sv"));
    mine.put("text", "Skrivet och kvar.");
    Browser.Answer answer = keep(mine);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("Någon annan har ändrat det här", "Skrivet och kvar.");
    assertThat(database.log(UUID.fromString(database.text("select id from centre.phrase"))))
        .endsWith("change:done", "change:refused");
  }

  @Test
  void a_phrase_past_its_day_is_marked_and_still_offered() {
    clock.set(Instant.parse("2027-03-02T10:00:00Z"));
    editor = staff.logIn(staff.add(Role.CONTENT_EDITOR), port);
    assertThat(editor.get("/staff/public/phrases").body())
        .contains("Skulle setts över 28 februari 2027", "156 meningar ska läsas igenom");
    assertThat(book.offered(Queue.SUPPORT, Language.SWEDISH, 5)).isPresent();
  }

  private Map<String, String> form(int number, String language) {
    Browser.Answer form =
        editor.get(
            number == 0
                ? "/staff/public/phrase"
                : "/staff/public/phrase?number=" + number + "&language=" + language);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("_form", form.token());
    fields.put("number", Integer.toString(number));
    fields.put("language", language);
    fields.put("version", form.hidden("version"));
    fields.put("text", "Tack för att du berättar.");
    fields.put("audiences", "support");
    fields.put("in_use", "yes");
    fields.put("review_by", "2027-06-30");
    return fields;
  }

  private Browser.Answer keep(Map<String, String> form) {
    return editor.post("/staff/public/phrase", form);
  }
}
