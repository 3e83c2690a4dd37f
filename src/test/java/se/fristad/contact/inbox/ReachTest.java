package se.fristad.contact.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.CallEnded;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.ReachAgreed;
import se.fristad.contact.WordTried;
import se.fristad.contact.front.CallWishes;
import se.fristad.contact.front.CallWishes.Wished;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.outgoing.CallOutcome;
import se.fristad.page.TypedForm;
import se.fristad.retention.Destruction;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// How somebody without a name is reached: her wish, the rule beside her conversation, and the
/// call.
@FristadTest
@DisplayName("Safe contact with somebody without a name")
class ReachTest {
  /// A Monday at ten, here.
  private static final Instant MONDAY = Instant.parse("2027-03-08T09:00:00Z");

  private static final String NUMBER = "+46701740605";
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private CallWishes wishes;
  @Autowired private Destruction destruction;
  @LocalServerPort private int port;

  @BeforeEach
  void nobodyWaits() {
    clock.reset();
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_perpetrator.thread");
  }

  @Test
  void a_rule_and_a_number_are_not_there_for_one_who_does_not_answer_at_that_door() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    wish(person, TypedForm.empty());
    for (Role role : Role.values()) {
      boolean answers =
          role == Role.RECEPTION || role == Role.CASEWORKER || role == Role.TREATMENT_WORKER;
      Browser browser = in(role);
      assertThat(browser.get(person.href() + "/reach").status())
          .as(role.code())
          .isEqualTo(answers ? 200 : 404);
      assertThat(browser.get(person.href() + "/call").status())
          .as(role.code())
          .isEqualTo(answers ? 200 : 404);
      if (!answers) {
        Map<String, String> form = new HashMap<>(ticked());
        form.put("_form", browser.get("/staff/roles").token());
        assertThat(browser.post(person.href() + "/call", form).body())
            .as(role.code())
            .doesNotContain(NUMBER);
      }
    }
    assertThat(people.log(person.thread())).doesNotContain("call:done");
  }

  @Test
  void her_wish_is_sealed_and_stands_under_the_inbox_and_beside_the_conversation() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    assertThat(wish(person, TypedForm.empty().with("note", "Ring inte när barnen är hemma")))
        .isInstanceOf(Wished.Stands.class);
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get("/staff/inbox").body())
        .contains(person.href() + "/call")
        .doesNotContain(NUMBER);
    assertThat(reception.get(person.href()).body())
        .contains(
            "Vill bli uppringd",
            "Det går bra att ringa. Säg inget på svararen. Skicka inga sms.",
            "Ring inte när barnen är hemma",
            "Säg inte vilka vi är förrän rätt person har svarat")
        .doesNotContain(NUMBER, "70-174", "701740605");
    assertThat(people.log(person.thread())).contains("open:read");
  }

  @Test
  void
      the_number_is_shown_only_after_the_rule_was_read_and_answered_and_each_time_stands_in_the_log() {
    People.Person person = wished();
    Browser reception = in(Role.RECEPTION);
    Browser.Answer page = reception.get(person.href() + "/call");
    assertThat(page.body()).contains("Säg inget på svararen", "Innan numret visas");
    assertThat(page.body()).doesNotContain(NUMBER);
    Map<String, String> form = form(page, Map.of("read", "rule"));
    Browser.Answer unread = reception.post(person.href() + "/call", form);
    assertThat(unread.status()).isEqualTo(422);
    assertThat(unread.body()).contains("Kryssa i alla tre").doesNotContain(NUMBER);
    assertThat(people.log(person.thread())).doesNotContain("call:done");
    Browser.Answer shown = reception.post(person.href() + "/call", form(page, ticked()));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body()).contains(NUMBER, "Hur gick det?");
    assertThat(reception.post(person.href() + "/call", form(page, ticked())).body())
        .contains(NUMBER);
    assertThat(people.log(person.thread()).stream().filter("call:done"::equals)).hasSize(2);
    assertThat(people.count("select count(*) from contact.call where thread = ?", person.thread()))
        .isEqualTo(1);
    assertThat(reception.get(person.href() + "/call").body())
        .contains("Du har påbörjat ett samtal")
        .doesNotContain(NUMBER);
  }

  @Test
  void nobody_calls_before_the_time_she_chose_or_after_it() {
    People.Person person = wished();
    Browser reception = in(Role.RECEPTION);
    clock.advance(Duration.ofHours(-2));
    Browser.Answer early = reception.get(person.href() + "/call");
    assertThat(early.body())
        .contains("Personen har sagt andra tider")
        .doesNotContain("Visa numret");
    assertThat(reception.post(person.href() + "/call", form(early, ticked())).body())
        .doesNotContain(NUMBER);
    clock.advance(Duration.ofHours(9));
    Browser later = in(Role.RECEPTION);
    Browser.Answer late = later.get(person.href() + "/call");
    assertThat(late.body()).contains("Tiden som personen valde har gått ut");
    assertThat(later.post(person.href() + "/call", form(late, ticked())).body())
        .doesNotContain(NUMBER);
    assertThat(people.log(person.thread())).contains("call:refused").doesNotContain("call:done");
  }

  @Test
  void a_call_has_an_outcome_and_a_telephone_that_rang_in_vain_is_left_alone_for_a_while() {
    People.Person person = wished();
    Browser reception = in(Role.RECEPTION);
    Browser.Answer shown = show(reception, person);
    assertThat(reception.post(person.href() + "/called", form(shown, Map.of())).body())
        .contains("Välj hur det gick.");
    ended(reception, person, shown, CallOutcome.NO_ANSWER);
    assertThat(state(person)).isEqualTo("wished 1");
    Browser.Answer page = reception.get(person.href() + "/call");
    assertThat(reception.post(person.href() + "/call", form(page, ticked())).body())
        .contains("Någon ringde nyss")
        .doesNotContain(NUMBER);
    clock.advance(Duration.ofMinutes(20));
    ended(reception, person, show(reception, person), CallOutcome.NO_ANSWER);
    clock.advance(Duration.ofMinutes(20));
    ended(reception, person, show(reception, person), CallOutcome.NO_ANSWER);
    assertThat(state(person)).isEqualTo("given_up 3");
    assertThat(reception.get(person.href()).body()).contains("blev inte besvarat på 3 försök");
    assertThat(people.log(person.thread()).stream().filter("call_ended:done"::equals)).hasSize(3);
    assertThat(events.of(CallEnded.class))
        .anyMatch(ended ->
            ended.thread().equals(person.thread()) && ended.outcome() == CallOutcome.NO_ANSWER);
  }

  @Test
  void after_somebody_else_has_answered_she_must_say_yes_herself_before_anybody_calls() {
    People.Person person = wished();
    Browser reception = in(Role.RECEPTION);
    ended(reception, person, show(reception, person), CallOutcome.SOMEBODY_ELSE);
    assertThat(state(person)).isEqualTo("stopped 0");
    clock.advance(Duration.ofMinutes(40));
    reception = in(Role.RECEPTION);
    Browser.Answer page = reception.get(person.href() + "/call");
    assertThat(page.body()).contains("Fråga först, i samtalet");
    Map<String, String> asked = new HashMap<>(ticked());
    asked.put("read", "rule,hidden,quiet,yes");
    // she wrote long ago: nobody says yes for her
    people.byHand(
        "update contact.message set at = ?::timestamptz",
        clock.instant().minusSeconds(1800).toString());
    assertThat(reception.post(person.href() + "/call", form(page, asked)).body())
        .doesNotContain(NUMBER);
    people.byHand(
        "update contact.message set at = ?::timestamptz",
        clock.instant().minusSeconds(60).toString());
    assertThat(reception.post(person.href() + "/call", form(page, ticked())).body())
        .doesNotContain(NUMBER);
    assertThat(reception.post(person.href() + "/call", form(page, asked)).body()).contains(NUMBER);
  }

  @Test
  void a_rule_written_beside_the_conversation_is_kept_and_never_call_cannot_be_called() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get(person.href()).body()).contains("Ingen har frågat ännu");
    Browser.Answer page = reception.get(person.href() + "/reach");
    Map<String, String> never =
        form(page, Map.of("call", "never", "text", "may", "number", "070-174 06 05"));
    Browser.Answer wrong = reception.post(person.href() + "/reach", never);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("det är samma telefon", "070-174 06 05");
    assertThat(people.count("select count(*) from contact.reach where thread = ?", person.thread()))
        .isZero();
    never.remove("text");
    assertThat(reception.post(person.href() + "/reach", never).location()).isEqualTo(person.href());
    assertThat(people.log(person.thread())).contains("agree_reach:refused", "agree_reach:done");
    assertThat(events.of(ReachAgreed.class))
        .anyMatch(agreed -> agreed.thread().equals(person.thread()));
    assertThat(reception.get(person.href()).body()).contains("Ring aldrig.");
    Browser.Answer call = reception.get(person.href() + "/call");
    assertThat(call.body()).contains("Personen har sagt aldrig").doesNotContain("Visa numret");
    assertThat(reception.post(person.href() + "/call", form(call, ticked())).body())
        .doesNotContain(NUMBER);
    // over what somebody else has written since, nothing is written
    assertThat(reception.post(person.href() + "/reach", never).body())
        .contains("Det här har ändrats");
  }

  @Test
  void her_word_is_only_said_to_agree_or_not_and_cannot_be_read() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    clock.set(MONDAY);
    wish(person, TypedForm.empty().with("hers", "Blå cykel").with("ours", "grön sjal"));
    Browser reception = in(Role.RECEPTION);
    Browser.Answer shown = show(reception, person);
    assertThat(shown.body()).contains("grön sjal").doesNotContain("Blå cykel");
    assertThat(
            reception
                .post(person.href() + "/word", form(shown, Map.of("said", "blå  CYKEL")))
                .body())
        .contains("Ordet stämmer.");
    assertThat(
            reception
                .post(person.href() + "/word", form(shown, Map.of("said", "röd cykel")))
                .body())
        .contains("Ordet stämmer inte.");
    assertThat(reception.get(person.href() + "/reach").body())
        .contains("Ett ord är sparat")
        .doesNotContain("Blå cykel", NUMBER);
  }

  @Test
  void a_word_is_tried_three_times_in_a_row_and_no_more_until_a_new_one_is_agreed() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    clock.set(MONDAY);
    wish(person, TypedForm.empty().with("hers", "Blå cykel"));
    Browser reception = in(Role.RECEPTION);
    Browser.Answer shown = show(reception, person);
    events.forget();
    assertThat(says(reception, person, shown, "röd cykel")).contains("2 försök är kvar");
    assertThat(says(reception, person, shown, "grön cykel")).contains("Ett försök är kvar");
    assertThat(says(reception, person, shown, "blå cykel"))
        .as("hers ends the row")
        .contains("Ordet stämmer.", "3 försök är kvar");
    for (String wrong : new String[] {"ett", "två", "tre"}) {
      assertThat(says(reception, person, shown, wrong)).contains("Ordet stämmer inte.");
    }
    assertThat(says(reception, person, shown, "blå cykel"))
        .contains("Ordet har prövats tre gånger i rad")
        .doesNotContain("Ordet stämmer.");
    assertThat(people.log(person.thread()))
        .contains("word_differed:done", "word_agreed:done", "try_word:refused");
    assertThat(events.of(WordTried.class)).hasSize(6).filteredOn(WordTried::agreed).hasSize(1);
    assertThat(
            people.count(
                "select count(*) from contact.reach where thread = ? and said_by is null",
                person.thread()))
        .as("it is still she who has said how she is reached")
        .isEqualTo(1);
    Browser.Answer rule = reception.get(person.href() + "/reach");
    reception.post(person.href() + "/reach", form(rule, Map.of("call", "may")));
    assertThat(says(reception, person, shown, "blå cykel"))
        .as("the rule saved again gives no new tries")
        .contains("tre gånger i rad");
    rule = reception.get(person.href() + "/reach");
    reception.post(person.href() + "/reach", form(rule, Map.of("call", "may", "hers", "Gul katt")));
    assertThat(says(reception, person, shown, "gul katt")).contains("Ordet stämmer.");
  }

  private static String says(
      Browser browser, People.Person person, Browser.Answer page, String word) {
    return browser.post(person.href() + "/word", form(page, Map.of("said", word))).body();
  }

  @Test
  void a_wish_that_cannot_be_read_or_was_taken_back_calls_nobody() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    clock.set(MONDAY);
    assertThat(wish(person, TypedForm.empty().with("number", "ring mig").with("when", "i går")))
        .isInstanceOfSatisfying(
            Wished.Unfit.class,
            unfit -> assertThat(unfit.wrong()).containsOnlyKeys("number", "when"));
    assertThat(people.count("select count(*) from contact.callback")).isZero();
    wish(person, TypedForm.empty());
    assertThat(Sides.on(Side.FRONT, () -> wishes.takeBack(person.queue(), person.token())))
        .isTrue();
    assertThat(state(person)).isEqualTo("taken_back 0");
    assertThat(in(Role.RECEPTION).get("/staff/inbox").body())
        .doesNotContain(person.href() + "/call");
  }

  @Test
  void what_was_promised_outlives_the_words_until_the_day_after_and_then_dies_with_all_of_it() {
    People.Person person = wished();
    Browser reception = in(Role.RECEPTION);
    reception.post(person.href() + "/close", form(reception.get(person.href()), Map.of()));
    clock.advance(Duration.ofHours(25));
    destruction.run();
    assertThat(
            people.count("select count(*) from contact.message where thread = ?", person.thread()))
        .isZero();
    assertThat(in(Role.RECEPTION).get(person.href()).body()).contains("Vill bli uppringd");
    clock.set(MONDAY.plus(Duration.ofHours(30)).minusSeconds(1));
    destruction.run();
    assertThat(people.count("select count(*) from contact.thread where id = ?", person.thread()))
        .isEqualTo(1);
    clock.set(MONDAY.plus(Duration.ofHours(30)));
    destruction.run();
    for (String table :
        new String[] {"thread where id", "reach where thread", "callback where thread"}) {
      assertThat(people.count("select count(*) from contact." + table + " = ?", person.thread()))
          .as(table)
          .isZero();
    }
  }

  private People.Person wished() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    clock.set(MONDAY);
    assertThat(wish(person, TypedForm.empty())).isInstanceOf(Wished.Stands.class);
    return person;
  }

  /// Her wish, by default for the rest of today.
  private Wished wish(People.Person person, TypedForm typed) {
    clock.set(MONDAY);
    TypedForm whole = typed;
    if (!typed.has("number")) {
      whole = whole.with("number", "070-174 06 05");
    }
    if (!typed.has("when")) {
      whole = whole.with("when", "today");
    }
    TypedForm asked = whole;
    return Sides.on(Side.FRONT, () -> wishes.wish(person.queue(), person.token(), asked));
  }

  private String state(People.Person person) {
    return people.text(
        "select state || ' ' || missed from contact.callback where thread = '"
            + person.thread()
            + "'");
  }

  private Browser.Answer show(Browser browser, People.Person person) {
    Browser.Answer page = browser.get(person.href() + "/call");
    Browser.Answer shown = browser.post(person.href() + "/call", form(page, ticked()));
    assertThat(shown.body()).contains(NUMBER);
    return shown;
  }

  private static void ended(
      Browser browser, People.Person person, Browser.Answer shown, CallOutcome outcome) {
    assertThat(
            browser
                .post(person.href() + "/called", form(shown, Map.of("outcome", outcome.code())))
                .location())
        .isEqualTo(person.href());
  }

  private static Map<String, String> ticked() {
    return Map.of("read", "rule,hidden,quiet");
  }

  private static Map<String, String> form(Browser.Answer page, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(more);
    form.put("_form", page.token());
    for (String hidden : new String[] {"call", "version"}) {
      if (page.body().contains("name=\"" + hidden + "\" value=")) {
        form.putIfAbsent(hidden, page.hidden(hidden));
      }
    }
    form.putIfAbsent("call", UUID.randomUUID().toString());
    return form;
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }
}
