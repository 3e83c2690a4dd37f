package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.ChildCase;
import se.fristad.casework.facts.ChildReported;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.law.Reasons;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The child's road: reported elsewhere and asked for, or taken care of here by the law's clocks.
@FristadTest
class ChildTest {
  /// A Saturday, that of B-T01 and B-T02.
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private static final String HERE = "0380";
  private static final String ELSEWHERE = "0360";

  @Autowired private Road road;
  @Autowired private ChildRoad child;
  @Autowired private Walk walk;
  @Autowired private People people;
  @Autowired private TestClock clock;
  @Autowired private AskingForReceipts asking;
  @Autowired private CaseHoldings holdings;

  @BeforeEach
  void saturday() {
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    walk.goTo(DAY);
    walk.forget();
  }

  private static final String NUMBER = Walk.number(LocalDate.of(2016, 6, 1));

  private ChildRoad.Concern concern(String municipality, String number, @Nullable Instant sent) {
    return new ChildRoad.Concern(
        new Road.Who(
            text("Alva Exempel"),
            text(number),
            null,
            text(""),
            text(""),
            text("Ring mormor efter skolan."),
            Road.Protection.NONE,
            "sv"),
        text("Valsätraskolan"),
        ChildRoad.Exposure.WITNESSED,
        text("Hörde slagen genom väggen."),
        municipality,
        sent == null ? walk.now() : sent,
        sent,
        text(sent == null ? "" : "Mottagningsenheten, per telefon"));
  }

  private ChildRoad.Reported elsewhere(Walk.At at) {
    return done(child.report(at.worker(), at.file(), concern(ELSEWHERE, NUMBER, walk.now())));
  }

  private ChildRoad.Reported here(Walk.At at) {
    walk.forget();
    return done(child.report(at.worker(), at.file(), concern(HERE, NUMBER, walk.now())));
  }

  /// A child's own file, opened on what came in without an adult's.
  private Walk.At own() {
    return own(in(Role.CASEWORKER), NUMBER);
  }

  private Walk.At own(Viewer worker, String number) {
    ChildRoad.Opening opening =
        new ChildRoad.Opening(
            UUID.randomUUID(),
            null,
            false,
            ChildRoad.Reporter.BY_DUTY,
            concern(HERE, number, null));
    ChildRoad.Reported reported = done(child.open(worker, opening));
    return new Walk.At(worker, opening.file(), reported.report(), reported.report());
  }

  private UUID report(Walk.At at) {
    return at.decision();
  }

  private long reports(String where, UUID file) {
    return people.count("select count(*) from casework.report where file = ? and " + where, file);
  }

  /// The open tasks of a file: `kind due legal`.
  private List<String> due(UUID file) {
    return Arrays.stream(TaskKind.values())
        .filter(kind ->
            people.count(
                    "select count(*) from casework.task where file = ? and kind = ? and done_at is null",
                    file,
                    kind.code())
                > 0)
        .map(TaskKind::code)
        .toList();
  }

  private boolean isDue(UUID file, TaskKind kind, String due, String legal) {
    return people.count(
            "select count(*) from casework.task where file = ? and kind = ? and done_at is null"
                + " and cast(due_at at time zone 'Europe/Stockholm' as date) = cast(? as date)"
                + " and cast(legal_at at time zone 'Europe/Stockholm' as date) = cast(? as date)",
            file,
            kind.code(),
            due,
            legal)
        == 1;
  }

  private void sweep() {
    Sides.run(Side.SUPPORT, () -> asking.sweep(clock.instant()));
  }

  private static ChildRoad.Protection safe() {
    return new ChildRoad.Protection(false, text(""), text("Barnet är hos mormor."));
  }

  private static final ChildRoad.Preliminary OPENS = new ChildRoad.Preliminary(true, text(""));

  private static ChildRoad.Preliminary opensNot(String why) {
    return new ChildRoad.Preliminary(false, text(why));
  }

  // elsewhere

  @Test
  void a_child_reported_elsewhere_stands_in_the_adults_file_in_the_log_and_is_counted_once() {
    Walk.At at = walk.opened();
    walk.forget();
    ChildRoad.Reported reported = elsewhere(at);
    assertThat(reported.child()).isNull();
    assertThat(
            reports(
                "part = 'made' and handled = 'elsewhere' and municipality = '0360' and sent_at is not null",
                at.file()))
        .isOne();
    assertThat(people.log(at.file())).endsWith("report_child:done");
    assertThat(walk.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            ChildReported.class,
            fact -> {
              assertThat(fact.where()).isEqualTo(ChildCase.ELSEWHERE);
              assertThat(fact.municipality()).isEqualTo(ELSEWHERE);
              assertThat(fact.day()).isEqualTo(DAY);
            });
    // Saturday: the next working day is Monday
    assertThat(isDue(at.file(), TaskKind.AWAIT_RECEIPT, "2026-11-23", "2026-11-23")).isTrue();
    assertThat(people.count("select count(*) from casework.file where kind = 'child'")).isZero();
  }

  @Test
  void what_was_seen_and_who_the_child_is_stand_nowhere_in_plain() {
    Walk.At at = walk.opened();
    elsewhere(at);
    assertThat(
            people.count(
                "select count(*) from casework.report r where r::text like '%Alva%' or position('Alva'::bytea in sealed) > 0"))
        .isZero();
  }

  @Test
  void a_report_that_is_not_sent_is_due_the_same_day_and_its_receipt_is_waited_for_after() {
    Walk.At at = walk.opened();
    ChildRoad.Reported reported =
        done(child.report(at.worker(), at.file(), concern(ELSEWHERE, NUMBER, null)));
    assertThat(isDue(at.file(), TaskKind.REPORT_CHILD, "2026-11-21", "2026-11-21")).isTrue();
    UUID report = reported.report();
    assertThat(refused(child.receipt(at.worker(), at.file(), report, DAY, text("Anna, enheten"))))
        .containsExactly("child_is_reported.not_sent");
    assertThat(
            refused(
                child.send(at.worker(), at.file(), report, walk.now().minusSeconds(60), text(""))))
        .containsExactly("dates_in_order.concern", "written_in_words.unit");
    walk.forget();
    done(child.send(at.worker(), at.file(), report, walk.now(), text("Mottagningen, brev")));
    assertThat(reports("sent_at is not null", at.file())).isOne();
    assertThat(people.log(at.file())).endsWith("send_child_report:done");
    assertThat(walk.facts()).as("counted when it arose").isEmpty();
    assertThat(due(at.file())).contains("await_receipt").doesNotContain("report_child");
    assertThat(refused(child.send(at.worker(), at.file(), report, walk.now(), text("Igen"))))
        .containsExactly("child_is_reported.once");
  }

  @Test
  void without_a_receipt_the_unit_is_asked_for_every_day_and_never_twice_the_same() {
    Walk.At at = walk.opened();
    UUID report = elsewhere(at).report();
    walk.goTo(LocalDate.of(2026, 11, 23));
    sweep();
    assertThat(due(at.file())).contains("await_receipt").doesNotContain("ask_for_receipt");
    walk.goTo(LocalDate.of(2026, 11, 24));
    sweep();
    sweep();
    assertThat(isDue(at.file(), TaskKind.ASK_FOR_RECEIPT, "2026-11-24", "2026-11-24")).isTrue();
    assertThat(due(at.file())).doesNotContain("await_receipt");
    assertThat(refused(child.askForReceipt(at.worker(), at.file(), report, text(" "))))
        .containsExactly("written_in_words.asked");
    done(child.askForReceipt(at.worker(), at.file(), report, text("Anna, ringer upp")));
    assertThat(people.log(at.file())).endsWith("ask_child_receipt:done");
    sweep();
    assertThat(due(at.file())).doesNotContain("ask_for_receipt");
    // and the next day, and the one after, though nobody asked
    walk.goTo(LocalDate.of(2026, 11, 25));
    sweep();
    walk.goTo(LocalDate.of(2026, 11, 26));
    sweep();
    assertThat(isDue(at.file(), TaskKind.ASK_FOR_RECEIPT, "2026-11-26", "2026-11-26")).isTrue();
    walk.forget();
    done(
        child.receipt(
            at.worker(), at.file(), report, LocalDate.of(2026, 11, 26), text("Anna, enheten")));
    assertThat(reports("receipt_on = '2026-11-26' and due_at is null", at.file())).isOne();
    assertThat(people.log(at.file())).endsWith("child_receipt:done");
    assertThat(walk.facts()).isEmpty();
    walk.goTo(LocalDate.of(2026, 11, 27));
    sweep();
    assertThat(due(at.file())).doesNotContain("ask_for_receipt", "await_receipt");
    assertThat(
            refused(child.receipt(at.worker(), at.file(), report, walk.today(), text("Anna igen"))))
        .containsExactly("child_report_is_answered.once");
  }

  @Test
  void in_the_last_minute_of_a_day_the_next_time_is_tomorrow() {
    Walk.At at = walk.opened();
    elsewhere(at);
    LocalDate day = LocalDate.of(2026, 11, 24);
    Sides.run(
        Side.SUPPORT, () -> asking.sweep(day.atTime(23, 59, 30).atZone(Files.HERE).toInstant()));
    assertThat(isDue(at.file(), TaskKind.ASK_FOR_RECEIPT, "2026-11-24", "2026-11-24")).isTrue();
    assertThat(reports("due_at > '2026-11-25 12:00Z'", at.file())).isOne();
  }

  @Test
  void the_units_own_dates_are_written_down_as_theirs_and_once() {
    Walk.At at = walk.opened();
    UUID report = elsewhere(at).report();
    walk.goTo(LocalDate.of(2026, 12, 1));
    ChildRoad.Answer before =
        new ChildRoad.Answer(
            ChildRoad.Outcome.OPENED, DAY.minusDays(1), walk.today().plusDays(1), text(""));
    assertThat(refused(child.answer(at.worker(), at.file(), report, before)))
        .containsExactly("dates_in_order.report", "dates_in_order.future");
    done(
        child.answer(
            at.worker(),
            at.file(),
            report,
            new ChildRoad.Answer(
                ChildRoad.Outcome.OPENED, walk.today(), DAY, text("Anna ringde."))));
    assertThat(
            reports(
                "outcome = 'opened' and outcome_on = '2026-12-01' and protection_on = '2026-11-21' and due_at is null",
                at.file()))
        .isOne();
    assertThat(people.log(at.file())).endsWith("child_answer:done");
    assertThat(due(at.file())).doesNotContain("await_receipt");
    assertThat(refused(child.answer(at.worker(), at.file(), report, before)))
        .contains("child_report_is_answered.decided");
  }

  @Test
  void an_adults_file_is_not_closed_while_nobody_has_answered_for_the_child() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    UUID report = elsewhere(at).report();
    assertThat(refused(road.close(at.worker(), at.file(), Walk.closing())))
        .containsExactly("child_report_is_answered.closing");
    assertThat(people.log(at.file())).endsWith("close_file:refused");
    done(child.receipt(at.worker(), at.file(), report, DAY, text("Anna")));
    done(road.close(at.worker(), at.file(), Walk.closing()));
  }

  @Test
  void a_report_still_to_be_sent_stands_against_closing_too() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    done(child.report(at.worker(), at.file(), concern(ELSEWHERE, NUMBER, null)));
    assertThat(refused(road.close(at.worker(), at.file(), Walk.closing())))
        .containsExactly("nothing_left_to_do.report_child", "child_report_is_answered.closing");
  }

  @Test
  void what_is_wrong_with_a_report_is_said_by_rule_and_nothing_is_saved() {
    Walk.At at = walk.opened();
    ChildRoad.Concern ok = concern(ELSEWHERE, NUMBER, walk.now());
    ChildRoad.Concern wrong =
        new ChildRoad.Concern(
            new Road.Who(
                text(""),
                text("20160601-1234"),
                null,
                text(""),
                text(""),
                text(""),
                Road.Protection.NONE,
                ""),
            text(""),
            ChildRoad.Exposure.OTHER,
            text(" "),
            "38",
            walk.now().plusSeconds(60),
            walk.now().plusSeconds(120),
            text(""));
    walk.forget();
    assertThat(refused(child.report(at.worker(), at.file(), wrong)))
        .containsExactly(
            "personal_number_is_one.check_digit",
            "written_in_words.name",
            "casework.wrong.municipality",
            "written_in_words.seen",
            "dates_in_order.future",
            "dates_in_order.future",
            "written_in_words.unit");
    assertThat(people.count("select count(*) from casework.report")).isZero();
    assertThat(people.log(at.file())).endsWith("report_child:refused");
    assertThat(walk.facts()).isEmpty();
    assertThat(child.report(in(Role.CASEWORKER), at.file(), ok)).isInstanceOf(Step.NotThere.class);
    assertThat(child.report(in(Role.HEAD), at.file(), ok)).isInstanceOf(Step.NotThere.class);
    assertThat(child.open(in(Role.RECEPTION), opening(ok))).isInstanceOf(Step.NotThere.class);
  }

  private static ChildRoad.Opening opening(ChildRoad.Concern concern) {
    return new ChildRoad.Opening(
        UUID.randomUUID(), null, false, ChildRoad.Reporter.ANYONE, concern);
  }

  @Test
  void somebody_of_age_on_the_day_is_no_child_and_the_day_before_is_one() {
    Walk.At at = walk.opened();
    String eighteenToday = Walk.number(DAY.minusYears(18));
    String eighteenTomorrow = Walk.number(DAY.minusYears(18).plusDays(1));
    assertThat(
            refused(
                child.report(
                    at.worker(), at.file(), concern(ELSEWHERE, eighteenToday, walk.now()))))
        .containsExactly("child_has_a_file_of_its_own.adult");
    done(child.report(at.worker(), at.file(), concern(ELSEWHERE, eighteenTomorrow, walk.now())));
  }

  // here

  @Test
  void reported_here_the_child_gets_a_file_of_its_own_with_its_own_clocks_and_is_counted_once() {
    Walk.At at = walk.opened();
    ChildRoad.Reported reported = here(at);
    UUID own = java.util.Objects.requireNonNull(reported.child());
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and kind = 'child' and responsible = ? and municipality = '0380'",
                own,
                at.worker().staff()))
        .isOne();
    assertThat(people.log(own)).containsExactly("open_file:done");
    assertThat(people.log(at.file())).endsWith("report_child:done");
    assertThat(walk.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            ChildReported.class, fact -> assertThat(fact.where()).isEqualTo(ChildCase.HERE));
    assertThat(reports("part = 'received'", own)).isOne();
    assertThat(reports("part = 'made' and handled = 'here'", at.file())).isOne();
    assertThat(due(own)).containsExactly("assess_risk", "assess_protection", "decide_on_child");
    assertThat(due(at.file())).doesNotContain("await_receipt");
    // the way between them is in no plain column
    assertThat(
            people.count(
                "select count(*) from casework.report where file = ? and to_jsonb(report) - 'sealed' ->> 'id' = ?",
                at.file(),
                own.toString()))
        .isZero();
    done(
        road.assess(
            at.worker(),
            own,
            Walk.assessing(se.fristad.assessment.Level.LOW, "", "danger_now", "no")));
    assertThat(
            people.count("select count(*) from casework.file where id = ? and risk = 'low'", own))
        .isOne();
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and risk is null", at.file()))
        .isOne();
  }

  @Test
  void no_step_of_an_adult_is_taken_in_a_childs_file_nor_the_other_way() {
    Walk.At at = own();
    String adults = "child_has_a_file_of_its_own.adults";
    assertThat(refused(road.openInvestigation(at.worker(), at.file())))
        .contains("child_has_a_file_of_its_own");
    UUID investigation = done(child.decide(at.worker(), at.file(), report(at), OPENS));
    assertThat(
            refused(
                road.concludeInvestigation(at.worker(), at.file(), investigation, Walk.mapping())))
        .containsExactly(adults);
    assertThat(
            refused(
                road.discontinueInvestigation(at.worker(), at.file(), investigation, text("Nej"))))
        .containsExactly(adults);
    Walk.At in = new Walk.At(at.worker(), at.file(), investigation, report(at));
    assertThat(
            refused(
                road.decide(
                    at.worker(),
                    at.file(),
                    Walk.deciding(
                        in, java.util.Set.of(SupportType.SUPPORT_TALKS), java.util.Set.of()))))
        .containsExactly(adults);
    assertThat(
            refused(
                road.grantSupport(
                    at.worker(),
                    at.file(),
                    walk.service(SupportType.SUPPORT_TALKS, UUID.randomUUID()))))
        .containsExactly(adults);
    assertThat(refused(child.report(at.worker(), at.file(), concern(HERE, "", null))))
        .containsExactly(adults);
    assertThat(
            refused(
                road.consent(at.worker(), at.file(), Road.Subject.SHARE, Walk.agreed(DAY, DAY))))
        .containsExactly(adults);
    assertThat(refused(road.withdrawConsent(at.worker(), at.file(), Road.Subject.REGISTER)))
        .containsExactly(adults);
    Walk.At adult = walk.opened();
    assertThat(refused(child.decide(adult.worker(), adult.file(), report(at), OPENS)))
        .containsExactly("child_has_a_file_of_its_own.childs");
  }

  @Test
  void under_18_is_opened_as_a_childs_file_and_never_as_an_adults() {
    assertThat(refused(road.open(walk.delegate(), walk.opening(NUMBER, DAY, DAY.plusMonths(6)))))
        .containsExactly("child_has_a_file_of_its_own");
    Walk.At at = own();
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and kind = 'child'", at.file()))
        .isOne();
    assertThat(people.log(at.file())).containsExactly("open_file:done");
    assertThat(walk.facts()).hasSize(1).allMatch(ChildReported.class::isInstance);
  }

  @Test
  @DisplayName("B-T01 protection is due the same day and red when the next has ended")
  void protection_is_assessed_at_once_each_report_anew() {
    Walk.At at = own();
    assertThat(isDue(at.file(), TaskKind.ASSESS_PROTECTION, "2026-11-21", "2026-11-22")).isTrue();
    assertThat(red(at, "2026-11-21T23:00")).isFalse();
    assertThat(red(at, "2026-11-22T23:00")).isFalse();
    assertThat(red(at, "2026-11-23T00:00")).isTrue();
    walk.goTo(DAY);
    assertThat(
            refused(
                child.assessProtection(
                    at.worker(),
                    at.file(),
                    report(at),
                    new ChildRoad.Protection(true, text(""), text("")))))
        .containsExactly("protection_is_assessed.words", "protection_is_assessed.measures");
    walk.forget();
    done(child.assessProtection(at.worker(), at.file(), report(at), safe()));
    assertThat(reports("protection_on = '2026-11-21'", at.file())).isOne();
    assertThat(people.log(at.file())).endsWith("assess_protection:done");
    assertThat(walk.facts()).isEmpty();
    assertThat(due(at.file())).doesNotContain("assess_protection");
    assertThat(refused(child.assessProtection(at.worker(), at.file(), report(at), safe())))
        .containsExactly("protection_is_assessed.once");
  }

  /// Whether the assessment of protection is past its limit then, as lists and pages ask.
  private boolean red(Walk.At at, String when) {
    Instant then = LocalDateTime.parse(when).atZone(Files.HERE).toInstant();
    return people.count(
            "select count(*) from casework.task where file = ? and kind = 'assess_protection' and legal_at < ?",
            at.file(),
            java.sql.Timestamp.from(then))
        == 1;
  }

  @Test
  @DisplayName("B-T02 fourteen days end on Saturday 5 December, in law on Monday the 7th")
  void it_is_decided_within_fourteen_days_and_later_only_for_exceptional_reasons() {
    Walk.At at = own();
    assertThat(isDue(at.file(), TaskKind.DECIDE_ON_CHILD, "2026-12-05", "2026-12-07")).isTrue();
    walk.goTo(LocalDate.of(2026, 12, 7));
    assertThat(prolonged(at, null, " ", null))
        .containsExactly(
            "child_is_decided_on.reasons", "child_is_decided_on.words", "child_is_decided_on.day");
    assertThat(prolonged(at, Reasons.SPECIAL, "Utomlands", LocalDate.of(2026, 12, 14)))
        .containsExactly("child_is_decided_on.reasons");
    assertThat(prolonged(at, Reasons.EXCEPTIONAL, "Utomlands", LocalDate.of(2026, 12, 7)))
        .containsExactly("child_is_decided_on.day");
    done(
        child.prolongPreliminary(
            at.worker(),
            at.file(),
            report(at),
            new ChildRoad.Longer(
                Reasons.EXCEPTIONAL, text("Utomlands"), LocalDate.of(2026, 12, 8))));
    assertThat(isDue(at.file(), TaskKind.DECIDE_ON_CHILD, "2026-12-08", "2026-12-08")).isTrue();
    assertThat(people.log(at.file()))
        .endsWith("prolong_preliminary:refused", "prolong_preliminary:done");
    // a day that was fixed is moved by a later one only
    assertThat(prolonged(at, Reasons.EXCEPTIONAL, "Utomlands", LocalDate.of(2026, 12, 8)))
        .containsExactly("child_is_decided_on.day");
  }

  /// How something due stands on a day: on time, late against the goal, or red past the limit.
  private String stands(Walk.At at, TaskKind kind) {
    java.sql.Timestamp now = java.sql.Timestamp.from(walk.now());
    String due =
        "select count(*) from casework.task where file = ? and kind = ? and done_at is null";
    assertThat(people.count(due, at.file(), kind.code())).isOne();
    return people.count(due + " and legal_at < ?", at.file(), kind.code(), now) == 1
        ? "red"
        : people.count(due + " and due_at < ?", at.file(), kind.code(), now) == 1
            ? "late"
            : "on time";
  }

  @ParameterizedTest(
      name = "B-T02 on {0} it is {1}, and more time is given for exceptional reasons only")
  @CsvSource({
    "2026-12-04, on time",
    "2026-12-05, on time",
    "2026-12-06, late",
    "2026-12-07, late",
    "2026-12-08, red"
  })
  @DisplayName("B-T02 the day before, on and after each limit of the fourteen days")
  void the_fourteen_days_on_each_day_around_their_limits(LocalDate day, String stands) {
    Walk.At at = own();
    Walk.At decided = own(at.worker(), "");
    done(child.assessProtection(decided.worker(), decided.file(), report(decided), safe()));
    walk.goTo(day);
    assertThat(stands(at, TaskKind.DECIDE_ON_CHILD)).isEqualTo(stands);
    LocalDate longer = LocalDate.of(2026, 12, 21);
    assertThat(prolonged(at, null, "", longer))
        .containsExactly("child_is_decided_on.reasons", "child_is_decided_on.words");
    assertThat(prolonged(at, Reasons.SPECIAL, "Utomlands", longer))
        .containsExactly("child_is_decided_on.reasons");
    assertThat(stands(at, TaskKind.DECIDE_ON_CHILD)).as("nothing is moved").isEqualTo(stands);
    done(
        child.prolongPreliminary(
            at.worker(),
            at.file(),
            report(at),
            new ChildRoad.Longer(Reasons.EXCEPTIONAL, text("Utomlands"), longer)));
    assertThat(isDue(at.file(), TaskKind.DECIDE_ON_CHILD, "2026-12-21", "2026-12-21")).isTrue();
    assertThat(stands(at, TaskKind.DECIDE_ON_CHILD)).isEqualTo("on time");
    assertThat(people.log(at.file()))
        .endsWith(
            "prolong_preliminary:refused",
            "prolong_preliminary:refused",
            "prolong_preliminary:done");
    // late or not, it can be decided, and then nothing is due
    done(child.decide(decided.worker(), decided.file(), report(decided), opensNot("Flyttat.")));
    assertThat(due(decided.file())).doesNotContain("decide_on_child");
    assertThat(reports("outcome = 'not_opened' and outcome_on = '" + day + "'", decided.file()))
        .isOne();
  }

  private List<String> prolonged(
      Walk.At at, @Nullable Reasons reasons, String why, @Nullable LocalDate until) {
    return refused(
        child.prolongPreliminary(
            at.worker(), at.file(), report(at), new ChildRoad.Longer(reasons, text(why), until)));
  }

  @Test
  void a_child_that_met_violence_is_investigated_or_it_is_said_why_not_after_its_protection() {
    Walk.At at = own();
    assertThat(refused(child.decide(at.worker(), at.file(), report(at), opensNot(" "))))
        .containsExactly("protection_is_assessed.before", "exposed_child_is_investigated");
    done(child.assessProtection(at.worker(), at.file(), report(at), safe()));
    walk.forget();
    done(child.decide(at.worker(), at.file(), report(at), opensNot("Barnet bor i Norge.")));
    assertThat(reports("outcome = 'not_opened' and outcome_on = '2026-11-21'", at.file())).isOne();
    assertThat(people.log(at.file())).endsWith("decide_on_child:done");
    assertThat(walk.facts()).isEmpty();
    assertThat(due(at.file())).containsExactly("assess_risk");
    assertThat(refused(child.decide(at.worker(), at.file(), report(at), OPENS)))
        .containsExactly("child_is_decided_on.once");
    done(road.close(at.worker(), at.file(), Walk.closing()));
    assertThat(walk.facts()).as("no adult's case is closed by it").isEmpty();
  }

  @Test
  @DisplayName("B-T03 a report during an open investigation starts no fourteen days")
  void a_new_report_on_the_same_child_is_met_by_a_new_assessment_of_protection() {
    Walk.At at = own();
    done(child.assessProtection(at.worker(), at.file(), report(at), safe()));
    ChildRoad.Again again =
        new ChildRoad.Again(
            ChildRoad.Reporter.BY_DUTY,
            text("Skolkuratorn"),
            ChildRoad.Exposure.SUFFERED,
            text("Ett blåmärke."),
            walk.now());
    walk.goTo(DAY.plusDays(1));
    UUID second = done(child.receive(at.worker(), at.file(), again));
    assertThat(due(at.file())).contains("assess_protection", "decide_on_child");
    walk.goTo(DAY.plusDays(2));
    done(child.decide(at.worker(), at.file(), report(at), OPENS));
    assertThat(reports("outcome = 'opened'", at.file())).as("both are answered").isEqualTo(2);
    assertThat(due(at.file())).doesNotContain("decide_on_child");
    done(child.assessProtection(at.worker(), at.file(), second, safe()));
    walk.forget();
    UUID third =
        done(
            child.receive(
                at.worker(),
                at.file(),
                new ChildRoad.Again(
                    again.reporter(), again.who(), again.exposure(), again.seen(), walk.now())));
    assertThat(due(at.file())).contains("assess_protection").doesNotContain("decide_on_child");
    assertThat(isDue(at.file(), TaskKind.ASSESS_PROTECTION, "2026-11-23", "2026-11-24")).isTrue();
    assertThat(
            people.count(
                "select count(*) from casework.report where id = ? and outcome = 'ongoing'", third))
        .isOne();
    assertThat(people.log(at.file())).endsWith("receive_child_report:done");
    assertThat(walk.facts()).hasSize(1);
  }

  @Test
  void the_same_child_reported_from_its_parents_file_comes_to_the_file_it_has() {
    Viewer worker = walk.delegate();
    Walk.At at = own(worker, NUMBER);
    done(child.decide(at.worker(), at.file(), report(at), OPENS));
    Walk.At mother =
        walk.opened(
            worker, walk.opening(Walk.number(LocalDate.of(1990, 3, 16)), DAY, DAY.plusMonths(6)));
    ChildRoad.Reported reported = here(mother);
    assertThat(reported.child()).isEqualTo(at.file());
    assertThat(people.log(at.file())).endsWith("receive_child_report:done");
    assertThat(reports("outcome = 'ongoing'", mother.file())).as("the answer came back").isOne();
    // a colleague is told nothing, and the head gets the two to look at
    ChildRoad.Reported other = here(walk.opened());
    assertThat(other.child()).isNotEqualTo(at.file());
    assertThat(due(java.util.Objects.requireNonNull(other.child()))).contains("same_person");
  }

  @Test
  @DisplayName("B-T04 four months from 31 October end on 28 February")
  void a_childs_investigation_is_completed_within_four_months_or_by_a_day_that_is_fixed() {
    walk.goTo(LocalDate.of(2026, 10, 31));
    Walk.At at = own();
    walk.forget();
    UUID investigation = done(child.decide(at.worker(), at.file(), report(at), OPENS));
    assertThat(walk.facts()).as("no adult is investigated").isEmpty();
    assertThat(isDue(at.file(), TaskKind.COMPLETE_CHILD, "2027-02-28", "2027-03-01")).isTrue();
    assertThat(
            people.count(
                "select count(*) from casework.investigation where id = ? and state = 'open' and act = 'SOL'",
                investigation))
        .isOne();
    walk.goTo(LocalDate.of(2027, 2, 28));
    ChildRoad.Longer none = new ChildRoad.Longer(null, text(""), LocalDate.of(2027, 3, 1));
    assertThat(refused(child.prolongInvestigation(at.worker(), at.file(), investigation, none)))
        .containsExactly(
            "child_investigation_is_completed.reasons",
            "child_investigation_is_completed.words",
            "child_investigation_is_completed.day");
    done(
        child.prolongInvestigation(
            at.worker(),
            at.file(),
            investigation,
            new ChildRoad.Longer(
                Reasons.SPECIAL, text("Förhör dröjer"), LocalDate.of(2027, 3, 2))));
    assertThat(isDue(at.file(), TaskKind.COMPLETE_CHILD, "2027-03-02", "2027-03-02")).isTrue();
    assertThat(people.log(at.file())).endsWith("prolong_child_investigation:done");
  }

  @ParameterizedTest(
      name = "B-T04 on {0} it is {1}, and more time is given for special reasons only")
  @CsvSource({"2027-02-27, on time", "2027-02-28, on time", "2027-03-01, late", "2027-03-02, red"})
  @DisplayName("B-T04 the day before, on and after each limit of the four months")
  void the_four_months_on_each_day_around_their_limits(LocalDate day, String stands) {
    walk.goTo(LocalDate.of(2026, 10, 31));
    Walk.At at = own();
    UUID investigation = done(child.decide(at.worker(), at.file(), report(at), OPENS));
    Walk.At ready = own(at.worker(), "");
    UUID second = done(child.decide(ready.worker(), ready.file(), report(ready), OPENS));
    walk.goTo(day);
    assertThat(stands(at, TaskKind.COMPLETE_CHILD)).isEqualTo(stands);
    LocalDate longer = LocalDate.of(2027, 4, 30);
    assertThat(longer(at, investigation, null, "", longer))
        .containsExactly(
            "child_investigation_is_completed.reasons", "child_investigation_is_completed.words");
    assertThat(longer(at, investigation, Reasons.SPECIAL, "Förhör dröjer", null))
        .containsExactly("child_investigation_is_completed.day");
    assertThat(stands(at, TaskKind.COMPLETE_CHILD)).as("nothing is moved").isEqualTo(stands);
    done(
        child.prolongInvestigation(
            at.worker(),
            at.file(),
            investigation,
            new ChildRoad.Longer(Reasons.SPECIAL, text("Förhör dröjer"), longer)));
    assertThat(isDue(at.file(), TaskKind.COMPLETE_CHILD, "2027-04-30", "2027-04-30")).isTrue();
    assertThat(stands(at, TaskKind.COMPLETE_CHILD)).isEqualTo("on time");
    assertThat(people.log(at.file()))
        .endsWith(
            "prolong_child_investigation:refused",
            "prolong_child_investigation:refused",
            "prolong_child_investigation:done");
    // late or not, it can be completed, and then nothing is due
    done(
        child.conclude(
            ready.worker(),
            ready.file(),
            second,
            concluding(ChildRoad.Ending.NO_SUPPORT, "Jag vill bo hos mormor.", "Inget mer.")));
    assertThat(due(ready.file())).doesNotContain("complete_child");
  }

  private List<String> longer(
      Walk.At at,
      UUID investigation,
      @Nullable Reasons reasons,
      String why,
      @Nullable LocalDate until) {
    return refused(
        child.prolongInvestigation(
            at.worker(),
            at.file(),
            investigation,
            new ChildRoad.Longer(reasons, text(why), until)));
  }

  @Test
  void a_childs_investigation_ends_with_what_the_child_thinks_and_a_follow_up_of_half_a_year() {
    Walk.At at = own();
    done(child.assessProtection(at.worker(), at.file(), report(at), safe()));
    UUID investigation = done(child.decide(at.worker(), at.file(), report(at), OPENS));
    assertThat(refused(road.close(at.worker(), at.file(), Walk.closing())))
        .contains("nothing_left_to_do.complete_child", "nothing_left_to_do.investigation");
    assertThat(
            refused(
                child.conclude(
                    at.worker(),
                    at.file(),
                    investigation,
                    concluding(ChildRoad.Ending.SUPPORT, "", ""))))
        .containsExactly(
            "child_is_heard",
            "child_investigation_is_completed.words_of",
            "child_is_followed_up.support");
    walk.forget();
    done(
        child.conclude(
            at.worker(),
            at.file(),
            investigation,
            concluding(
                ChildRoad.Ending.NO_SUPPORT, "Jag vill bo hos mormor.", "Inget mer behövs.")));
    assertThat(
            people.count(
                "select count(*) from casework.investigation where id = ? and state = 'concluded'",
                investigation))
        .isOne();
    assertThat(people.log(at.file())).endsWith("conclude_child_investigation:done");
    assertThat(walk.facts()).isEmpty();
    assertThat(isDue(at.file(), TaskKind.END_CHILD_FOLLOW_UP, "2027-05-21", "2027-05-21")).isTrue();
    assertThat(refused(child.endFollowUp(at.worker(), at.file(), text(""))))
        .containsExactly("child_is_followed_up.words");
    done(child.endFollowUp(at.worker(), at.file(), text("Det går bra i skolan.")));
    assertThat(people.log(at.file())).endsWith("end_child_follow_up:done");
    assertThat(refused(child.endFollowUp(at.worker(), at.file(), text("Igen"))))
        .containsExactly("child_is_followed_up.none");
    done(road.close(at.worker(), at.file(), Walk.closing()));
  }

  private static ChildRoad.Concluding concluding(
      ChildRoad.Ending ending, String opinion, String words) {
    return new ChildRoad.Concluding(ending, text(opinion), text(""), text(words), true);
  }

  @Test
  @DisplayName("B-T05 who asked before the decision is told within a week of it")
  void a_reporter_who_asked_is_told_within_a_week() {
    Walk.At at = own();
    walk.goTo(LocalDate.of(2026, 12, 1));
    walk.forget();
    done(child.reporterAsks(at.worker(), at.file(), report(at), walk.today()));
    assertThat(reports("asked_on = '2026-12-01'", at.file())).isOne();
    assertThat(people.log(at.file())).endsWith("reporter_asks:done");
    assertThat(due(at.file())).doesNotContain("tell_reporter");
    assertThat(refused(child.tellReporter(at.worker(), at.file(), report(at), text("x"))))
        .containsExactly("reporter_is_told.undecided");
    assertThat(refused(child.reporterAsks(at.worker(), at.file(), report(at), walk.today())))
        .containsExactly("reporter_is_told.asked");
    walk.goTo(LocalDate.of(2026, 12, 3));
    done(child.decide(at.worker(), at.file(), report(at), OPENS));
    assertThat(isDue(at.file(), TaskKind.TELL_REPORTER, "2026-12-10", "2026-12-10")).isTrue();
    done(child.tellReporter(at.worker(), at.file(), report(at), text("Brev")));
    assertThat(reports("told_on = '2026-12-03'", at.file())).isOne();
    assertThat(people.log(at.file())).endsWith("tell_reporter:done");
    assertThat(due(at.file())).doesNotContain("tell_reporter");
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  @DisplayName("B-T05 who asks after the decision is told at once")
  void a_reporter_who_asks_late_is_told_at_once() {
    Walk.At at = own();
    walk.goTo(LocalDate.of(2026, 12, 3));
    done(child.decide(at.worker(), at.file(), report(at), OPENS));
    walk.goTo(LocalDate.of(2026, 12, 20));
    done(child.reporterAsks(at.worker(), at.file(), report(at), walk.today()));
    assertThat(isDue(at.file(), TaskKind.TELL_REPORTER, "2026-12-20", "2026-12-20")).isTrue();
  }

  @Test
  void who_has_no_duty_to_report_has_no_right_to_be_told() {
    ChildRoad.Opening opening = opening(concern(HERE, NUMBER, null));
    Viewer worker = in(Role.CASEWORKER);
    UUID report = done(child.open(worker, opening)).report();
    assertThat(refused(child.reporterAsks(worker, opening.file(), report, DAY)))
        .containsExactly("reporter_is_told.not_by_duty");
    assertThat(refused(child.tellReporter(worker, opening.file(), report, text("x"))))
        .containsExactly("reporter_is_told.not_asked");
  }

  @Test
  void the_answer_goes_back_to_the_file_where_it_was_learned_and_lets_it_be_closed() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    ChildRoad.Reported reported = here(at);
    assertThat(refused(road.close(at.worker(), at.file(), Walk.closing())))
        .containsExactly("child_report_is_answered.closing");
    UUID own = java.util.Objects.requireNonNull(reported.child());
    UUID received = java.util.Objects.requireNonNull(reported.received());
    done(child.decide(at.worker(), own, received, OPENS));
    assertThat(reports("outcome = 'opened' and outcome_on = '2026-11-21'", at.file())).isOne();
    done(road.close(at.worker(), at.file(), Walk.closing()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"HEAD", "TREATMENT_WORKER", "RECEPTION", "CASEWORKER"})
  void a_colleague_and_other_roles_find_no_childs_file(Role role) {
    Walk.At at = own();
    Viewer other = in(role);
    assertThat(child.assessProtection(other, at.file(), report(at), safe()))
        .isInstanceOf(Step.NotThere.class);
    assertThat(child.decide(other, at.file(), report(at), OPENS)).isInstanceOf(Step.NotThere.class);
    assertThat(reports("protection_on is null and outcome is null", at.file())).isOne();
  }

  // how it dies

  @Test
  void an_investigated_childs_file_is_kept_until_it_is_thirty_and_one_not_opened_five_years() {
    Walk.At investigated = own(in(Role.CASEWORKER), Walk.number(LocalDate.of(2016, 6, 2)));
    done(
        child.assessProtection(
            investigated.worker(), investigated.file(), report(investigated), safe()));
    UUID investigation =
        done(child.decide(investigated.worker(), investigated.file(), report(investigated), OPENS));
    done(
        child.conclude(
            investigated.worker(),
            investigated.file(),
            investigation,
            new ChildRoad.Concluding(
                ChildRoad.Ending.SUPPORT,
                text(""),
                text("Två månader gammal."),
                text("Stöd."),
                false)));
    done(road.close(investigated.worker(), investigated.file(), Walk.closing()));
    Walk.At not = own(in(Role.CASEWORKER), Walk.number(LocalDate.of(2016, 6, 3)));
    done(child.assessProtection(not.worker(), not.file(), report(not), safe()));
    done(child.decide(not.worker(), not.file(), report(not), opensNot("Barnet bor i Norge.")));
    done(road.close(not.worker(), not.file(), Walk.closing()));
    walk.goTo(DAY.plusYears(5).minusDays(1));
    assertThat(dying()).isEmpty();
    walk.goTo(DAY.plusYears(5));
    assertThat(dying()).containsExactly(not.file());
    walk.goTo(LocalDate.of(2046, 6, 1));
    assertThat(dying()).containsExactly(not.file());
    walk.goTo(LocalDate.of(2046, 6, 2));
    assertThat(dying()).contains(investigated.file());
  }

  private List<UUID> dying() {
    return Sides.on(Side.SUPPORT, () -> holdings.due(walk.now(), 200));
  }
}
