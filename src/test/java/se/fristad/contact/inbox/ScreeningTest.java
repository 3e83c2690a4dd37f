package se.fristad.contact.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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
import se.fristad.contact.DangerMarked;
import se.fristad.contact.DangerQuestion;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.Screening;
import se.fristad.contact.ScreeningDraftSaved;
import se.fristad.contact.ScreeningKept;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.retention.Destruction;

/// What is asked of danger beside a conversation: each time a version of its own, sealed, and a yes
/// that is acute a mark.
@FristadTest
@DisplayName("Questions of danger")
class ScreeningTest {
  private static final String TOLD = "Han höll om halsen i går";

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private Destruction destruction;
  @LocalServerPort private int port;

  @BeforeEach
  void nobody_writes() {
    clock.reset();
    people.byHand("delete from intake.intake");
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_perpetrator.thread");
    people.byHand("delete from contact_professional.thread");
    events.forget();
  }

  @Test
  void who_does_not_answer_asks_nothing() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    for (Role role : new Role[] {Role.CHANGE_WORKER, Role.NURSE, Role.CONTENT_EDITOR}) {
      Browser other = in(role);
      assertThat(other.get(person.href() + "/screening").status()).as(role.name()).isEqualTo(404);
      Map<String, String> form = answers(Queue.SUPPORT, 0, "weapon", "yes");
      form.put("_form", other.get("/staff/roles").token());
      assertThat(other.post(person.href() + "/screening", form).status()).isEqualTo(404);
    }
    assertThat(in(Role.HEAD).get(person.href()).body()).doesNotContain("Frågor om fara");
    assertThat(people.count("select count(*) from contact.screening")).isZero();
    People.Person teacher = people.writes(Queue.PROFESSIONAL, "Jag är lärare");
    Browser caseworker = in(Role.CASEWORKER);
    assertThat(caseworker.get(teacher.href()).body()).doesNotContain("Frågor om fara");
    assertThat(caseworker.get(teacher.href() + "/screening").status()).isEqualTo(404);
  }

  @Test
  void an_acute_yes_is_kept_sealed_and_marks_danger_in_the_table_the_log_and_the_event() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get(person.href()).body())
        .contains("Ingen har frågat om fara i samtalet än.", "Har någon tagit strupgrepp");
    Map<String, String> form =
        answers(Queue.SUPPORT, 0, "strangulation", "yes", "weapon", "no", "pregnant", "unsaid");
    form.put("w_strangulation", TOLD);
    assertThat(send(reception, person, form).location()).isEqualTo(person.href());

    assertThat(
            people.count(
                "select count(*) from contact.screening where thread = ? and version = 1 and position(convert_to('halsen', 'UTF8') in sealed) = 0",
                person.thread()))
        .isOne();
    assertThat(
            people.count(
                "select count(*) from contact.handling where thread = ? and danger",
                person.thread()))
        .isOne();
    assertThat(people.log(person.thread())).contains("screen:done", "mark_danger:done");
    assertThat(events.of(ScreeningKept.class))
        .singleElement()
        .matches(one -> one.acute() && one.version() == 1);
    assertThat(events.of(DangerMarked.class)).singleElement().matches(DangerMarked::danger);
    assertThat(in(Role.HEAD).get(person.href()).body())
        .contains(
            "ett ja, ett nej, 1 vill inte säga, 10 inte frågat",
            "Ja. ”" + TOLD + "”",
            "råd personen att söka vård i dag",
            "Det är märkt att det är fara")
        .doesNotContain("Fråga igen");
  }

  @Test
  void a_yes_that_is_not_acute_marks_nothing_and_a_mark_taken_away_is_not_set_by_an_old_yes() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    send(reception, person, answers(Queue.SUPPORT, 0, "separation", "yes", "safe_to_talk", "no"));
    assertThat(people.log(person.thread()))
        .contains("screen:done")
        .doesNotContain("mark_danger:done");
    assertThat(events.of(DangerMarked.class)).isEmpty();

    send(reception, person, answers(Queue.SUPPORT, 1, "weapon", "yes"));
    Map<String, String> unmark = new LinkedHashMap<>();
    unmark.put("_form", reception.get(person.href()).token());
    unmark.put("danger", "no");
    reception.post(person.href() + "/danger", unmark);
    send(reception, person, answers(Queue.SUPPORT, 2, "weapon", "yes", "pregnant", "yes"));
    assertThat(events.of(DangerMarked.class)).hasSize(2);
    assertThat(people.count("select count(*) from contact.handling where danger")).isZero();
    send(reception, person, answers(Queue.SUPPORT, 3, "weapon", "yes", "suicide", "yes"));
    assertThat(people.count("select count(*) from contact.handling where danger")).isOne();
    assertThat(reception.get(person.href()).body()).contains("Så var det 3 gånger före");
  }

  @Test
  void a_double_click_is_one_and_who_is_overtaken_sees_both_and_loses_nothing() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser one = in(Role.RECEPTION);
    Browser other = in(Role.CASEWORKER);
    Map<String, String> form = answers(Queue.SUPPORT, 0, "weapon", "yes");
    send(one, person, form);
    assertThat(send(one, person, form).location()).isEqualTo(person.href());
    assertThat(people.count("select count(*) from contact.screening")).isOne();

    Map<String, String> late = answers(Queue.SUPPORT, 0, "pregnant", "yes");
    late.put("w_pregnant", "I femte månaden");
    Browser.Answer refused = send(other, person, late);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body())
        .contains("En kollega har sparat svar medan du skrev", "Finns vapen", "I femte månaden");
    assertThat(people.count("select count(*) from contact.screening")).isOne();
    assertThat(people.log(person.thread())).contains("screen:refused");
    late.put("version", refused.hidden("version"));
    assertThat(send(other, person, late).location()).isEqualTo(person.href());
    assertThat(people.count("select count(*) from contact.screening where version = 2")).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a_weapon       | maybe                       | Välj ett av svaren
          w_weapon       | I garderoben                | frågan är märkt som inte ställd
          w_danger_now   | Hon är 19121212-1212        | sparas inte så länge
          w_danger_now   | Han heter Anders            | sparas inte så länge
          """)
  void a_wrong_answer_comes_back_with_a_sentence_beside_it_and_everything_typed(
      String field, String value, String sentence) {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Map<String, String> form = answers(Queue.SUPPORT, 0, "danger_now", "yes");
    form.put("w_pregnant", "");
    form.put("a_pregnant", "yes");
    form.put(field, value);
    Browser.Answer refused = send(in(Role.RECEPTION), person, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(sentence)
        .containsPattern("name=\"a_pregnant\" value=\"yes\" checked");
    if (field.startsWith("w_")) {
      assertThat(refused.body()).contains("value=\"" + value + "\"");
    }
    assertThat(people.count("select count(*) from contact.screening")).isZero();
    assertThat(events.of(ScreeningKept.class)).isEmpty();
  }

  @Test
  void too_many_words_and_no_answer_at_all_are_refused() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = answers(Queue.SUPPORT, 0, "danger_now", "yes");
    form.put("w_danger_now", "å".repeat(501));
    assertThat(send(reception, person, form).body())
        .contains("Högst 500 tecken. Det är 1 för mycket.", "å".repeat(501));
    assertThat(send(reception, person, answers(Queue.SUPPORT, 0)).body())
        .contains("Ingen fråga har fått ett svar");
    assertThat(people.count("select count(*) from contact.screening")).isZero();
  }

  @Test
  void one_who_uses_violence_is_asked_of_others_and_stands_in_that_sides_own_table() {
    People.Person man = people.writes(Queue.CHANGE, "Jag vill sluta");
    Browser change = in(Role.CHANGE_WORKER);
    assertThat(change.get(man.href()).body())
        .contains("Har personen tagit strupgrepp på någon?")
        .doesNotContain("Har någon tagit strupgrepp på personen?", "Är personen gravid?");
    send(change, man, answers(Queue.CHANGE, 0, "threat_to_kill", "yes"));
    assertThat(people.count("select count(*) from contact_perpetrator.screening")).isOne();
    assertThat(people.count("select count(*) from contact.screening")).isZero();
    assertThat(change.get(man.href()).body()).contains("hur den hotade ska skyddas");
  }

  @Test
  void an_intake_takes_the_answers_over_and_leaves_empty_what_nobody_asked() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get(person.href()).body()).doesNotContain("Ta med svaren");
    Map<String, String> told =
        answers(
            Queue.SUPPORT,
            0,
            "strangulation",
            "yes",
            "weapon",
            "no",
            "pregnant",
            "unsaid",
            "children",
            "yes");
    told.put("w_strangulation", TOLD);
    send(reception, person, told);
    Browser.Answer page = reception.get(person.href());
    assertThat(page.body()).contains("Ta med svaren på frågorna om fara");
    UUID intake = UUID.randomUUID();
    Map<String, String> begin = new LinkedHashMap<>();
    begin.put("_form", page.token());
    begin.put("intake", intake.toString());
    begin.put("thread", person.thread().toString());
    begin.put("way", "chat");
    begin.put("screened", "1");
    assertThat(reception.post("/staff/intakes", begin).location()).isEqualTo(person.href());
    assertThat(people.log(intake)).contains("begin_screened:done");
    assertThat(reception.get("/staff/intakes/" + intake).body())
        .contains(
            "name=\"q_strangulation\" value=\"yes\" checked",
            "name=\"q_weapon\" value=\"no\" checked",
            "name=\"q_pregnant\" value=\"unknown\" checked",
            "name=\"children\" value=\"yes\" checked",
            TOLD)
        .doesNotContainPattern("name=\"q_danger_now\" value=\"[a-z_]+\" checked");
    assertThat(reception.get(person.href()).body()).doesNotContain("Ta med svaren");
  }

  @Test
  void what_one_of_us_has_begun_to_write_is_found_again_by_her_alone_and_in_that_conversation() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    People.Person another = people.writes(Queue.SUPPORT, "Hej du");
    TestStaff.Person began = staff.add(Role.RECEPTION);
    Browser reception = staff.logIn(began, port);
    Map<String, String> form = answers(Queue.SUPPORT, 0, "strangulation", "yes");
    form.put("w_strangulation", TOLD);
    assertThat(draft(in(Role.NURSE), person, form).status()).isEqualTo(404);
    assertThat(people.count("select count(*) from contact.screening_draft")).isZero();

    Browser.Answer saved = draft(reception, person, form);
    assertThat(saved.body()).contains("Utkastet sparat", "Bara du ser det.");
    assertThat(
            people.count(
                "select count(*) from contact.screening_draft where thread = ? and author = ? and seen = 0 and position(convert_to('halsen', 'UTF8') in sealed) = 0",
                person.thread(),
                began.staff()))
        .isOne();
    assertThat(people.log(person.thread())).contains("screen_draft:done");
    assertThat(events.of(ScreeningDraftSaved.class))
        .singleElement()
        .matches(one -> one.there() && one.thread().equals(person.thread()));
    assertThat(people.count("select count(*) from contact.handling where danger"))
        .as("a draft marks nothing")
        .isZero();

    assertThat(reception.get(person.href()).body())
        .contains("Du har börjat svara och inte sparat än.", TOLD, "Kasta utkastet");
    assertThat(reception.get(person.href() + "/screening").body()).contains(TOLD);
    assertThat(reception.get(another.href()).body()).doesNotContain(TOLD);
    assertThat(in(Role.CASEWORKER).get(person.href()).body())
        .as("a colleague sees that, and not what")
        .contains("En kollega har börjat svara i samma samtal")
        .doesNotContain(TOLD, "Kasta utkastet");

    assertThat(send(reception, person, form).location()).isEqualTo(person.href());
    assertThat(people.count("select count(*) from contact.screening_draft"))
        .as("kept, it is no draft any more")
        .isZero();
    assertThat(reception.get(person.href()).body()).doesNotContain("Kasta utkastet");
  }

  @Test
  void a_draft_is_thrown_away_when_nothing_is_new_when_she_says_so_and_with_the_conversation() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    draft(reception, person, answers(Queue.SUPPORT, 0, "weapon", "yes"));
    draft(reception, person, answers(Queue.SUPPORT, 0));
    assertThat(people.count("select count(*) from contact.screening_draft")).isZero();

    draft(reception, person, answers(Queue.SUPPORT, 0, "weapon", "yes"));
    Map<String, String> away = new LinkedHashMap<>();
    away.put("act", "throw");
    assertThat(draft(reception, person, away).location()).isEqualTo(person.href());
    assertThat(people.count("select count(*) from contact.screening_draft")).isZero();
    assertThat(events.of(ScreeningDraftSaved.class)).anyMatch(one -> !one.there());

    Map<String, String> form = answers(Queue.SUPPORT, 0, "weapon", "yes");
    form.put("w_weapon", "x".repeat(Screening.MOST + 1));
    assertThat(draft(reception, person, form).body()).contains("Utkastet sparas inte: högst");
    assertThat(people.count("select count(*) from contact.screening_draft")).isZero();

    draft(reception, person, answers(Queue.SUPPORT, 0, "weapon", "yes"));
    people.byHand("delete from contact.thread where id = ?", person.thread());
    assertThat(people.count("select count(*) from contact.screening_draft")).isZero();
  }

  @Test
  void a_draft_begun_before_a_colleague_kept_hers_does_not_write_over_it() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser one = in(Role.RECEPTION);
    Map<String, String> form = answers(Queue.SUPPORT, 0, "pregnant", "yes");
    draft(one, person, form);
    send(in(Role.CASEWORKER), person, answers(Queue.SUPPORT, 0, "weapon", "yes"));
    Browser.Answer page = one.get(person.href() + "/screening");
    assertThat(page.hidden("version")).as("as it was when she began").isEqualTo("0");
    assertThat(send(one, person, form).status()).isEqualTo(409);
    assertThat(people.count("select count(*) from contact.screening_draft"))
        .as("what she wrote is still there")
        .isOne();
  }

  private Browser.Answer draft(Browser browser, People.Person person, Map<String, String> form) {
    Map<String, String> sent = new LinkedHashMap<>(form);
    sent.put("_form", browser.get("/staff/roles").token());
    return browser.post(person.href() + "/screening/draft", sent);
  }

  @Test
  void it_dies_with_the_words_of_its_conversation_also_when_a_promise_lives_on() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    send(reception, person, answers(Queue.SUPPORT, 0, "weapon", "yes"));
    draft(reception, person, answers(Queue.SUPPORT, 1, "weapon", "no"));
    people.byHand(
        "insert into contact.callback (thread, wished_at, from_at, until_at) values (?, clock_timestamp(), clock_timestamp() + interval '39 days', clock_timestamp() + interval '40 days')",
        person.thread());
    clock.advance(Duration.ofDays(31));
    destruction.run();
    assertThat(people.count("select count(*) from contact.thread where id = ?", person.thread()))
        .as("the promise lives on")
        .isOne();
    assertThat(people.count("select count(*) from contact.screening")).isZero();
    assertThat(people.count("select count(*) from contact.screening_draft")).isZero();
  }

  private static Map<String, String> answers(Queue queue, int seen, String... given) {
    Map<String, String> form = new LinkedHashMap<>();
    DangerQuestion.of(queue).forEach(question -> form.put("a_" + question.code(), "not_asked"));
    for (int i = 0; i < given.length; i += 2) {
      form.put("a_" + given[i], given[i + 1]);
    }
    form.put("id", UUID.randomUUID().toString());
    form.put("version", Integer.toString(seen));
    return form;
  }

  private static Browser.Answer send(
      Browser browser, People.Person person, Map<String, String> form) {
    Map<String, String> sent = new LinkedHashMap<>(form);
    sent.put("_form", browser.get(person.href()).token());
    return browser.post(person.href() + "/screening", sent);
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }
}
