package se.fristad.contact.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestDatabase;
import se.fristad.house.TestEvents;
import se.fristad.house.TestHouse;
import se.fristad.page.Language;

/// Advice on safety: written for the centre on its shelves, picked by those who answer, in her
/// language beside the Swedish.
@FristadTest
@DisplayName("Advice on safety")
class AdviceTest {
  private static final String CHANGE_NOTHING = "Ändra inget på en gång.";
  private static final String CHANGE_NOTHING_IN_ARABIC = "لا تغيّروا شيئًا فورًا";

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private Phrasebook book;
  @LocalServerPort private int port;
  private final TestDatabase database = TestHouse.shared().database();

  @BeforeEach
  void nobody_has_written_anything() {
    clock.set(Instant.parse("2026-11-19T10:30:00Z"));
    database.byHand("delete from centre.phrase");
    database.byHand("delete from contact.thread");
    database.byHand("delete from contact_perpetrator.thread");
    database.byHand("delete from contact_professional.thread");
    events.forget();
  }

  @AfterEach
  void back_to_now() {
    clock.reset();
    database.byHand("delete from centre.phrase");
  }

  @Test
  void each_of_its_shelves_has_something_to_say_in_every_whole_language() {
    for (Language language : Language.thatReach(Language.Reach.WHOLE)) {
      for (Phrase.Shelf shelf : Phrase.Shelf.values()) {
        assertThat(book.advice(Queue.SUPPORT, language))
            .as(shelf + " " + language)
            .matches(all -> all.stream().anyMatch(one -> one.shelf() == shelf) == shelf.advises());
      }
    }
  }

  @Test
  void a_piece_is_put_into_the_answer_in_her_language_beside_the_swedish_and_nothing_is_sent() {
    People.Person person = people.writes(Queue.SUPPORT, "مرحبا");
    database.byHand("update contact.thread set language = 'ar'");
    Browser reception = in(Role.RECEPTION);
    Browser.Answer page = reception.get(person.href());
    assertThat(page.body())
        .contains("Säkerhetsråd", "Telefon, dator och plats", CHANGE_NOTHING)
        .contains(CHANGE_NOTHING_IN_ARABIC, "form=\"answer\"");
    Browser.Answer put = put(reception, person, page, "302");
    assertThat(put.body())
        .containsPattern(">\\s*Hej\\n[^<]*" + CHANGE_NOTHING_IN_ARABIC + "[^<]*</textarea>")
        .containsPattern(
            "(?s)<details class=\"phrases\" open>\\s*<summary>Telefon, dator och plats");
    assertThat(
            database.count(
                "select count(*) from contact.message where thread = ?", person.thread()))
        .isOne();
  }

  @Test
  void one_who_uses_violence_is_never_told_how_somebody_gets_away() {
    People.Person man = people.writes(Queue.CHANGE, "Jag vill sluta");
    Browser change = in(Role.CHANGE_WORKER);
    Browser.Answer page = change.get(man.href());
    assertThat(page.body()).doesNotContain("Säkerhetsråd", CHANGE_NOTHING);
    assertThat(put(change, man, page, "502").body()).containsPattern(">\\s*Hej</textarea>");
    for (Language language : Language.values()) {
      assertThat(book.advice(Queue.CHANGE, language)).isEmpty();
    }
    People.Person teacher = people.writes(Queue.PROFESSIONAL, "Jag är lärare");
    assertThat(in(Role.CASEWORKER).get(teacher.href()).body()).doesNotContain(CHANGE_NOTHING);
  }

  @Test
  void a_language_without_any_shows_the_swedish_to_be_said_through_an_interpreter() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    database.byHand("update contact.thread set language = 'so'");
    assertThat(in(Role.RECEPTION).get(person.href()).body())
        .contains("Det finns inga säkerhetsråd på det här språket: Somaliska", CHANGE_NOTHING)
        .doesNotContain("value=\"302\"");
    assertThat(in(Role.HEAD).get(person.href()).body()).doesNotContain("Säkerhetsråd");
  }

  @Test
  void the_centre_writes_it_on_its_shelf_with_a_version_a_line_of_the_log_and_an_event() {
    Browser editor = in(Role.CONTENT_EDITOR);
    assertThat(editor.get("/staff/public/phrases?shelf=digital").body())
        .contains(CHANGE_NOTHING, "Lätt svenska (5)", "/staff/public/phrase?shelf=digital")
        .doesNotContain("Det som har hänt är inte ditt fel.");
    assertThat(editor.get("/staff/public/phrases").body()).doesNotContain(CHANGE_NOTHING);
    assertThat(editor.get("/staff/public/phrases?shelf=cellar").status()).isEqualTo(404);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_form", editor.get("/staff/public/phrase?shelf=digital").token());
    form.put("number", "0");
    form.put("version", "0");
    form.put("language", "sv");
    form.put("shelf", "cellar");
    form.put("text", "Stäng av platsen i kameran innan du tar bilder.");
    form.put("audiences", "support");
    form.put("in_use", "yes");
    form.put("review_by", "2027-05-01");
    Browser.Answer refused = editor.post("/staff/public/phrase", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Välj var den ska stå", "Stäng av platsen");
    form.put("shelf", "digital");
    assertThat(editor.post("/staff/public/phrase", form).location())
        .isEqualTo("/staff/public/phrases?language=sv&shelf=digital&done=phrase");
    UUID id = UUID.fromString(database.text("select id from centre.phrase where number = 306"));
    assertThat(database.log(id)).endsWith("change:done");
    assertThat(events.of(PhraseChanged.class)).singleElement().matches(PhraseChanged::inUse);
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    assertThat(in(Role.RECEPTION).get(person.href()).body()).contains("Stäng av platsen");
  }

  private static Browser.Answer put(
      Browser browser, People.Person person, Browser.Answer page, String number) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_form", page.token());
    form.put("client", page.hidden("client"));
    form.put("words", "Hej");
    form.put("phrase", number);
    return browser.post(person.href() + "/phrase", form);
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }
}
