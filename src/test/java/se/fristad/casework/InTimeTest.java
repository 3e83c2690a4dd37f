package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// The clocks of an adult's matter: the goal, the six months, the four weeks, and who is late.
@FristadTest
@DisplayName("An adult's matter in time")
class InTimeTest {
  private static final LocalDate APPLIED = LocalDate.of(2026, 5, 20);
  private static final LocalDate GOAL = LocalDate.of(2026, 9, 20);
  private static final LocalDate SIX_MONTHS = LocalDate.of(2026, 11, 20);

  @Autowired private Road road;
  @Autowired private InTime inTime;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private Walk.At at;

  @BeforeEach
  void applied() {
    walk.goTo(APPLIED);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.delegate();
    at =
        walk.investigated(
            walk.opened(
                karin.viewer(),
                walk.opening(
                    Walk.number(LocalDate.of(1990, 3, 16)), APPLIED, APPLIED.plusYears(1))));
    walk.forget();
  }

  private long due(String kind, LocalDate goal, LocalDate limit) {
    return people.count(
        """
        select count(*) from casework.task
         where file = ? and kind = ? and done_at is null
           and (due_at at time zone 'Europe/Stockholm')::date = ?
           and (legal_at at time zone 'Europe/Stockholm')::date = ?
        """,
        at.file(),
        kind,
        Date.valueOf(goal),
        Date.valueOf(limit));
  }

  private long open(String kind) {
    return people.count(
        "select count(*) from casework.task where file = ? and kind = ? and done_at is null",
        at.file(),
        kind);
  }

  @Test
  void the_goal_and_the_six_months_are_counted_from_the_day_she_applied() {
    assertThat(due("decide_in_time", GOAL, SIX_MONTHS)).isOne();
    walk.concluded(at);
    assertThat(open("decide_in_time")).isOne();
    walk.decided(at, SupportType.SUPPORT_TALKS);
    assertThat(open("decide_in_time")).isZero();
  }

  @Test
  void what_is_broken_off_is_not_due_any_more() {
    done(
        road.discontinueInvestigation(
            karin.viewer(), at.file(), at.investigation(), text("Hon vill vänta.")));
    assertThat(open("decide_in_time")).isZero();
  }

  // 11 § FL

  @Test
  void the_goal_moves_only_when_she_is_told_why_and_never_past_the_limit() {
    assertThat(
            refused(
                inTime.tell(
                    karin.viewer(),
                    at.file(),
                    at.investigation(),
                    APPLIED,
                    GOAL.plusDays(9),
                    text(" "))))
        .containsExactly("delay_is_told");
    assertThat(
            refused(
                inTime.tell(
                    karin.viewer(),
                    at.file(),
                    at.investigation(),
                    APPLIED,
                    APPLIED,
                    text("Sjuk."))))
        .containsExactly("delay_is_told.day");
    assertThat(due("decide_in_time", GOAL, SIX_MONTHS)).isOne();
    done(
        inTime.tell(
            karin.viewer(),
            at.file(),
            at.investigation(),
            APPLIED,
            GOAL.plusDays(9),
            text("Läkarintyget dröjer.")));
    assertThat(due("decide_in_time", GOAL.plusDays(9), SIX_MONTHS)).isOne();
    done(
        inTime.tell(
            karin.viewer(),
            at.file(),
            at.investigation(),
            APPLIED,
            SIX_MONTHS.plusDays(40),
            text("Det dröjer mer.")));
    assertThat(due("decide_in_time", SIX_MONTHS, SIX_MONTHS)).isOne();
    assertThat(people.log(at.file()))
        .containsSubsequence("tell_delay:refused", "tell_delay:done", "tell_delay:done");
    Desk.Worker other = desk.in(Role.CASEWORKER);
    assertThat(other.open(Desk.step(at.file(), "tell_delay", at.investigation())).status())
        .isEqualTo(404);
  }

  // 12 § FL

  private Step<UUID> request(LocalDate on) {
    return inTime.request(karin.viewer(), at.file(), at.investigation(), on, text("Avgör nu."));
  }

  @Test
  void she_asks_after_six_months_once_and_is_answered_within_four_weeks() {
    for (LocalDate day : List.of(SIX_MONTHS.minusDays(1), SIX_MONTHS)) {
      walk.goTo(day);
      assertThat(refused(request(day)))
          .as(day.toString())
          .containsExactly("decision_is_asked_for_once");
    }
    LocalDate asked = SIX_MONTHS.plusDays(1);
    walk.goTo(asked);
    String href = Desk.step(at.file(), "request_decision", at.investigation());
    Browser.Answer sent = karin.send(href, "received_on", asked.toString(), "words", "Avgör nu.");
    assertThat(sent.location()).isEqualTo(Desk.file(at.file()));
    // 21 November, a Saturday, and four weeks: 19 December, a Saturday; the limit is Monday
    assertThat(due("answer_request", LocalDate.of(2026, 12, 19), LocalDate.of(2026, 12, 21)))
        .isOne();
    assertThat(refused(request(asked))).containsExactly("decision_is_asked_for_once.once");
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains("Personen begärde att ärendet avgörs", "12 § FL");
    UUID asking = people.id("select id from casework.decision_request where file = ?", at.file());
    assertThat(refused(inTime.refuse(karin.viewer(), at.file(), asking, text(" "))))
        .containsExactly("request_is_answered");
    Desk.Worker head = desk.in(Role.HEAD);
    assertThat(refused(inTime.refuse(head.viewer(), at.file(), asking, text("Intyg saknas."))))
        .containsExactly("delegate_has_mandate.request");
    done(inTime.refuse(karin.viewer(), at.file(), asking, text("Intyg saknas.")));
    assertThat(open("answer_request")).isZero();
    assertThat(
            people.count(
                "select count(*) from casework.decision_request where id = ? and answer = 'refused' and answered_by = ?",
                asking,
                karin.id()))
        .isOne();
    assertThat(refused(request(asked))).containsExactly("decision_is_asked_for_once.once");
    assertThat(people.log(at.file()))
        .contains("request_decision:done", "refuse_request:refused", "refuse_request:done");
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void the_decision_itself_answers_her() {
    walk.goTo(SIX_MONTHS.plusDays(1));
    done(request(SIX_MONTHS.plusDays(1)));
    people.byHand("update casework.assessment set valid_until = '2027-12-31'");
    walk.decided(walk.concluded(at), SupportType.SUPPORT_TALKS);
    assertThat(open("answer_request")).isZero();
    assertThat(
            people.count(
                "select count(*) from casework.decision_request where file = ? and answer = 'decided'",
                at.file()))
        .isOne();
  }

  // who is late

  @Test
  void the_head_sees_what_is_late_by_person_and_for_all() {
    Desk.Worker head = desk.in(Role.HEAD);
    assertThat(karin.open(OverduePages.HREF).status()).isEqualTo(404);
    people.byHand("delete from casework.task where kind <> 'decide_in_time'");
    walk.goTo(GOAL.minusDays(8));
    assertThat(head.open(OverduePages.HREF).body()).contains("Inget är försenat");
    walk.goTo(GOAL);
    assertThat(head.open(OverduePages.HREF).body()).containsPattern("(?s)>0<.*?>0<.*?>1<.*?–");
    walk.goTo(GOAL.plusDays(1));
    assertThat(head.open(OverduePages.HREF).body()).containsPattern("(?s)>0<.*?>1<.*?>0<");
    walk.goTo(SIX_MONTHS.plusDays(1));
    assertThat(head.open(OverduePages.HREF).body())
        .containsPattern("(?s)>1<.*?>1<.*?>0<")
        .doesNotContain("Ylva");
  }
}
