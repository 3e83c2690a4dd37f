package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.FollowedUp;
import se.fristad.casework.facts.NeedMet;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestEvents;
import se.fristad.outgoing.CallOutcome;
import se.fristad.page.TypedForm;

/// Follow-up during the plan, and three, six and twelve months after the closing: only as she has
/// said that it may be.
@FristadTest
class ContactAgainTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestEvents events;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
    events.forget();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private long count(String what, UUID file) {
    return people.count("select count(*) from casework." + what, file);
  }

  private UUID again(UUID file, int months) {
    return people.id(
        "select id from casework.contact_again where file = ? and months = " + months, file);
  }

  /// A file with nothing left to do in it.
  private UUID ready(Desk.Worker karin) {
    return ready(karin, walk.today());
  }

  private UUID ready(Desk.Worker karin, LocalDate day) {
    walk.goTo(day);
    Road.Opening some = walk.opening();
    UUID file =
        done(road.open(
                karin.viewer(),
                new Road.Opening(
                    some.file(),
                    null,
                    "0380",
                    walk.who(some.who().number().reveal(), "070-174 06 05"),
                    some.register())))
            .file();
    done(road.withdrawConsent(karin.viewer(), file, Road.Subject.REGISTER));
    return file;
  }

  private void reach(Desk.Worker karin, UUID file, String call, String letter) {
    done(
        road.reach(
            karin.viewer(),
            file,
            TypedForm.empty()
                .with("call", call)
                .with("text", "never")
                .with("email", "never")
                .with("letter", letter)));
  }

  private static Road.Closing closing(Road.Again.By by, Integer... months) {
    return new Road.Closing(
        text("Behovet är mött."),
        false,
        Road.Contact.WANTED,
        text("På dagen, aldrig på kvällen."),
        new Road.Again(by, Set.of(months)));
  }

  private static Road.Asked asked(Road.Asked.Outcome outcome) {
    return new Road.Asked(outcome, false, null, null, text(""));
  }

  private UUID closed(Desk.Worker karin, Integer... months) {
    UUID file = ready(karin);
    reach(karin, file, "may", "never");
    done(road.close(karin.viewer(), file, closing(Road.Again.By.CALL, months)));
    return file;
  }

  private void called(Desk.Worker karin, UUID file, CallOutcome outcome) {
    UUID call = done(road.call(karin.viewer(), file, Set.of("rule", "hidden", "quiet", "yes")));
    done(road.called(karin.viewer(), file, call, outcome));
  }

  // the closing asks

  @Test
  void her_rule_decides_at_the_closing_and_no_is_an_answer() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = ready(karin);
    String href = Desk.step(file, "closing");
    String[] wanted = {
      "why", "Hon klarar sig nu.", "contact", "wanted", "contact_how", "På dagen."
    };
    assertThat(karin.open(href).body())
        .contains(
            "får inte, så som kontakten är överenskommen", "Efter 3 månader, 23 februari 2027");
    assertThat(wrong(karin, href, wanted))
        .contains(
            "id=\"f-again_by-error\"", "Kontakt bara på personens villkor", "Hon klarar sig nu.");
    assertThat(wrong(karin, href, wanted, "again_by", "call", "months", "3"))
        .contains("får ingen ringa");
    reach(karin, file, "never", "may");
    assertThat(wrong(karin, href, wanted, "again_by", "call", "months", "3"))
        .contains("får ingen ringa");
    assertThat(wrong(karin, href, wanted, "again_by", "letter")).contains("id=\"f-months-error\"");
    assertThat(wrong(karin, href, wanted, "again_by", "letter", "months", "4"))
        .contains("id=\"f-months-error\"");
    assertThat(count("contact_again where file = ?", file)).isZero();
    assertThat(karin.send(href, "why", "Hon klarar sig nu.", "contact", "declined").location())
        .isEqualTo(Desk.file(file));
    assertThat(count("contact_again where file = ?", file)).isZero();
    assertThat(count("task where file = ? and done_at is null", file)).isZero();
    assertThat(people.log(file)).contains("close_file:refused", "close_file:done");
  }

  private static String wrong(Desk.Worker karin, String href, String[] some, String... more) {
    Browser.Answer answer =
        karin.send(href, Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new));
    assertThat(answer.status()).isEqualTo(422);
    return answer.body();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-31, 2026-11-30, 2027-02-28, 2027-08-31",
    "2027-08-31, 2027-11-30, 2028-02-29, 2028-08-31",
    "2026-11-30, 2027-02-28, 2027-05-30, 2027-11-30",
    "2028-02-29, 2028-05-29, 2028-08-29, 2029-02-28"
  })
  void months_are_those_of_the_calendar(
      LocalDate closed, LocalDate three, LocalDate six, LocalDate twelve) {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = ready(karin, closed);
    reach(karin, file, "may", "never");
    done(road.close(karin.viewer(), file, closing(Road.Again.By.CALL, 3, 6, 12)));
    for (LocalDate due : List.of(three, six, twelve)) {
      assertThat(
              people.count(
                  "select count(*) from casework.contact_again c join casework.task t on t.record = c.id"
                      + " where c.file = ? and c.due_on = ? and t.kind = 'contact_again' and t.done_at is null"
                      + " and (t.due_at at time zone 'Europe/Stockholm')::date = ?",
                  file,
                  java.sql.Date.valueOf(due),
                  java.sql.Date.valueOf(due)))
          .as(due.toString())
          .isOne();
    }
  }

  // forbidden

  @Test
  void nobody_else_writes_what_came_of_it() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin, 3);
    Desk.Worker other = desk.in(Role.CASEWORKER);
    assertThat(other.open(Desk.step(file, "contact_again", again(file, 3))).status())
        .isEqualTo(404);
    assertThat(
            road.contactedAgain(
                other.viewer(), file, again(file, 3), asked(Road.Asked.Outcome.WITHDRAWN)))
        .isInstanceOf(Step.NotThere.class);
    assertThat(count("contact_again where file = ? and state = 'waits'", file)).isOne();
  }

  // never before

  @Test
  void she_is_not_called_the_day_before_but_on_the_day_and_after() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin, 3);
    LocalDate due = DAY.plusMonths(3);
    String call = Desk.step(file, "call");
    String way = Desk.step(file, "contact_again", again(file, 3));
    for (LocalDate before : List.of(DAY, due.minusDays(1))) {
      walk.goTo(before);
      assertThat(karin.open(Desk.file(file)).body()).contains(way).doesNotContain(call);
      assertThat(refused(road.call(karin.viewer(), file, Set.of("rule", "hidden", "quiet", "yes"))))
          .containsExactly("contact_on_her_terms.not_due");
      assertThat(
              refused(
                  road.contactedAgain(
                      karin.viewer(), file, again(file, 3), asked(Road.Asked.Outcome.IN_VAIN))))
          .containsExactly("contact_on_her_terms.before");
    }
    assertThat(people.log(file)).endsWith("contact_again:refused");
    for (LocalDate after : List.of(due, due.plusDays(1))) {
      walk.goTo(after);
      assertThat(karin.open(Desk.file(file)).body()).contains(way, call);
    }
    assertThat(karin.open("/staff/day").body()).contains("Fråga hur det har gått efter avslutet");
    called(karin, file, CallOutcome.NO_ANSWER);
    assertThat(people.log(file)).contains("call:refused", "call:done");
  }

  @Test
  void by_no_other_way_than_the_one_she_agreed_to() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = ready(karin);
    reach(karin, file, "may", "may");
    done(road.close(karin.viewer(), file, closing(Road.Again.By.CALL, 3)));
    walk.goTo(DAY.plusMonths(3));
    assertThat(karin.open(Desk.file(file)).body()).doesNotContain(Desk.step(file, "letter"));
    assertThat(
            refused(
                road.letter(
                    karin.viewer(), file, Set.of("rule", "plain", "opens", "yes"), text("Hej."))))
        .containsExactly("contact_on_her_terms.not_due");
    assertThat(people.log(file)).endsWith("letter:refused");
  }

  // what came of it

  @Test
  void reached_is_what_a_call_says_or_she_herself_and_it_is_counted() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin, 3, 6);
    walk.goTo(DAY.plusMonths(3));
    String href = Desk.step(file, "contact_again", again(file, 3));
    String[] reached = {"outcome", "reached", "need_met", "partly", "words", "Jag <b>sover</b>."};
    assertThat(wrong(karin, href, reached)).contains("Ring först från ärendets sida");
    called(karin, file, CallOutcome.REACHED);
    assertThat(wrong(karin, href, new String[] {"outcome", "reached"}))
        .contains("id=\"f-need_met-error\"");
    walk.forget();
    events.forget();
    assertThat(karin.send(href, reached).location()).isEqualTo(Desk.file(file));
    assertThat(
            count(
                "contact_again where file = ? and months = 3 and state = 'reached' and need_met = 'partly'",
                file))
        .isOne();
    assertThat(count("task where file = ? and kind = 'contact_again' and done_at is null", file))
        .as("the one after six months")
        .isOne();
    assertThat(people.log(file)).contains("contact_again:refused").endsWith("contact_again:done");
    assertThat(walk.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            FollowedUp.class, fact -> assertThat(fact.needMet()).isEqualTo(NeedMet.PARTLY));
    assertThat(events.of(ContactAgainEnded.class)).hasSize(1);
    assertThat(karin.open(Desk.file(file)).body())
        .contains("Har svarat", "Jag &lt;b&gt;sover&lt;/b&gt;.", "Efter 6 månader");
    assertThat(
            done(
                road.contactedAgain(
                    karin.viewer(),
                    file,
                    again(file, 6),
                    new Road.Asked(
                        Road.Asked.Outcome.REACHED,
                        true,
                        NeedMet.YES,
                        null,
                        text("Ringde själv.")))))
        .as("she may come before the day")
        .isEqualTo(again(file, 6));
    assertThat(
            refused(
                road.contactedAgain(
                    karin.viewer(), file, again(file, 6), asked(Road.Asked.Outcome.WITHDRAWN))))
        .containsExactly("contact_on_her_terms.ended");
  }

  @Test
  void a_try_is_tried_again_within_a_month_and_in_vain_ends_only_this_time() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin, 3, 6);
    LocalDate due = DAY.plusMonths(3);
    walk.goTo(due);
    String href = Desk.step(file, "contact_again", again(file, 3));
    called(karin, file, CallOutcome.NO_ANSWER);
    for (String wrong : new String[] {"", due.toString(), due.plusDays(31).toString()}) {
      assertThat(wrong(karin, href, new String[] {"outcome", "tried"}, "again_on", wrong))
          .contains("id=\"f-again_on-error\"", "inom 30 dagar");
    }
    assertThat(
            karin.send(href, "outcome", "tried", "again_on", due.plusDays(7).toString()).status())
        .isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and record = ? and done_at is null"
                    + " and (due_at at time zone 'Europe/Stockholm')::date = ?",
                file,
                again(file, 3),
                java.sql.Date.valueOf(due.plusDays(7))))
        .isOne();
    walk.goTo(due.plusDays(7));
    called(karin, file, CallOutcome.NO_ANSWER);
    done(
        road.contactedAgain(
            karin.viewer(), file, again(file, 3), asked(Road.Asked.Outcome.IN_VAIN)));
    assertThat(count("contact_again where file = ? and state = 'in_vain' and tries = 1", file))
        .isOne();
    assertThat(count("contact_again where file = ? and state = 'waits'", file)).isOne();
  }

  // not any more

  @Test
  void whoever_does_not_want_it_is_not_contacted_from_that_moment() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin, 3, 6, 12);
    String href = Desk.step(file, "contact_again", again(file, 3));
    assertThat(karin.open(href).body()).contains("Dagen är 23 februari 2027.");
    assertThat(karin.send(href, "outcome", "withdrawn").status()).isEqualTo(303);
    assertThat(count("contact_again where file = ? and state = 'withdrawn'", file)).isEqualTo(3);
    assertThat(count("task where file = ? and done_at is null", file)).isZero();
    assertThat(people.log(file)).contains("withdraw_contact:done");
    assertThat(events.of(ContactAgainEnded.class)).hasSize(1);
    walk.goTo(DAY.plusMonths(3));
    assertThat(karin.open(Desk.file(file)).body())
        .contains("Vill inte")
        .doesNotContain(Desk.step(file, "call"), "/steps/contact_again/");
    assertThat(refused(road.call(karin.viewer(), file, Set.of("rule", "hidden", "quiet", "yes"))))
        .containsExactly("contact_on_her_terms.not_due");
  }

  @Test
  void a_rule_that_says_never_stops_it_and_so_does_that_she_is_here_again() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID first = closed(karin, 3, 6);
    assertThat(karin.open(Desk.file(first)).body()).contains(Desk.step(first, "reach"));
    reach(karin, first, "ask_first", "never");
    assertThat(count("contact_again where file = ? and state = 'waits'", first))
        .as("asked first is not never")
        .isEqualTo(2);
    reach(karin, first, "never", "may");
    assertThat(count("contact_again where file = ? and state = 'stopped'", first)).isEqualTo(2);
    assertThat(count("task where file = ? and done_at is null", first)).isZero();

    UUID second = closed(karin, 12);
    Desk.Worker sofia = desk.in(Role.CASEWORKER);
    events.forget();
    UUID third = done(road.open(sofia.viewer(), walk.opening())).file();
    assertThat(count("contact_again where file = ? and state = 'stopped'", second)).isOne();
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'contact_again' and done_at is null",
                second))
        .isZero();
    assertThat(events.of(ContactAgainEnded.class)).isNotEmpty();
    assertThat(karin.open(Desk.file(second)).body())
        .contains("Görs inte")
        .doesNotContain(third.toString());
  }

  // during the plan

  @Test
  void each_goal_of_the_plan_is_asked_about_and_its_day_moves() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    Walk.At at = walk.opened(karin.viewer(), walk.opening());
    Plan.Action action =
        new Plan.Action(text("Ringa"), Plan.By.HERSELF, null, text(""), DAY.plusDays(7));
    Plan plan =
        new Plan(
            List.of(
                new Plan.Goal(
                    text("Jag vill sova."), Road.NeedDomain.HEALTH, Set.of(), List.of(action)),
                new Plan.Goal(
                    text("Jag vill ha egna pengar."),
                    Road.NeedDomain.ECONOMY,
                    Set.of(),
                    List.of(action))),
            text(""),
            Plan.Agreement.YES,
            Plan.Got.READ,
            false,
            text(""),
            DAY.plusDays(30));
    UUID id = done(road.makePlan(karin.viewer(), at.file(), null, plan));
    UUID followUp = done(road.planFollowUp(karin.viewer(), at.file(), DAY));
    String href = Desk.step(at.file(), "follow_up", followUp);
    assertThat(karin.open(href).body())
        .contains("Mål 1: Jag vill sova.", "Nästa genomgång av planen");
    assertThat(wrong(karin, href, new String[] {"need_met", "partly"}))
        .contains("id=\"f-goal_0-error\"", "id=\"f-goal_1-error\"");
    assertThat(wrong(karin, href, new String[] {"need_met", "partly"}, "goal_1", "no"))
        .contains("id=\"f-goal_0-error\"")
        .doesNotContain("id=\"f-goal_1-error\"");
    assertThat(
            wrong(
                karin,
                href,
                new String[] {"need_met", "partly", "goal_0", "yes", "goal_1", "no"},
                "review",
                "2026-11-23"))
        .contains("id=\"f-review-error\"");
    assertThat(
            karin
                .send(
                    href,
                    "need_met",
                    "partly",
                    "goal_0",
                    "yes",
                    "goal_1",
                    "no",
                    "review",
                    "2027-01-11")
                .status())
        .isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.follow_up where id = ? and plan = ? and done_at is not null",
                followUp,
                id))
        .isOne();
    assertThat(count("plan where file = ? and review_on = '2027-01-11'", at.file())).isOne();
    assertThat(
            count(
                "task where file = ? and kind = 'review_plan' and done_at is null"
                    + " and (due_at at time zone 'Europe/Stockholm')::date = '2027-01-11'",
                at.file()))
        .isOne();
    assertThat(people.log(at.file())).contains("follow_up:refused", "follow_up:done");
    assertThat(karin.open(PlanPages.href(at.file())).body())
        .containsSubsequence("Nåddes målet? Ja", "Nåddes målet? Nej");
  }
}
