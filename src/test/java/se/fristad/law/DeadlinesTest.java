package se.fristad.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fristad.law.Deadline.Lacking;
import se.fristad.law.Deadline.Prolonged;
import se.fristad.law.Deadline.Standing;

/// The last days, the day before, on the day and the day after.
class DeadlinesTest {
  /// A Saturday.
  private static final LocalDateTime REPORT = LocalDateTime.of(2026, 11, 21, 10, 0);

  @Test
  @DisplayName("B-T01 the assessment of protection is due the same day and red after the next")
  void protection_is_assessed_the_same_day_and_red_when_the_next_has_ended() {
    Deadline protection = Deadlines.protectionAssessment(REPORT);
    assertThat(protection.key()).isEqualTo("child.skyddsbedomning");
    assertThat(protection.atOnce()).isTrue();
    assertThat(protection.strict()).isEqualTo("2026-11-21");
    assertThat(protection.standing(day("2026-11-21"))).isEqualTo(Standing.TODAY);
    assertThat(protection.standing(day("2026-11-22"))).isEqualTo(Standing.LATE);
    assertThat(protection.standing(day("2026-11-23"))).isEqualTo(Standing.PASSED);
    assertThat(protection.provision().cited()).isEqualTo("20 kap. 1 § SoL (2025:400)");
  }

  @Test
  @DisplayName("B-T01 a report a minute before midnight is of that day")
  void the_hour_does_not_move_the_day() {
    assertThat(Deadlines.protectionAssessment(LocalDateTime.of(2026, 11, 21, 23, 59)).strict())
        .isEqualTo("2026-11-21");
  }

  @Test
  @DisplayName("B-T02 fourteen days end on Saturday 5 December, in law on Monday the 7th")
  void a_preliminary_assessment_has_fourteen_days_from_the_day_after() {
    Deadline preliminary = Deadlines.preliminaryAssessment(REPORT.toLocalDate());
    assertThat(preliminary.key()).isEqualTo("child.forhandsbedomning");
    assertThat(preliminary.strict()).isEqualTo("2026-12-05");
    assertThat(preliminary.legal()).isEqualTo("2026-12-07");
    assertThat(preliminary.standing(day("2026-12-04"))).isEqualTo(Standing.AHEAD);
    assertThat(preliminary.standing(day("2026-12-05"))).isEqualTo(Standing.TODAY);
    assertThat(preliminary.standing(day("2026-12-06"))).isEqualTo(Standing.LATE);
    assertThat(preliminary.standing(day("2026-12-07"))).isEqualTo(Standing.LATE);
    assertThat(preliminary.standing(day("2026-12-08"))).isEqualTo(Standing.PASSED);
    assertThat(preliminary.provision().brief()).isEqualTo("20 kap. 2 § SoL");
  }

  @Test
  @DisplayName("B-T02 it is made longer for exceptional reasons, said in words, and for none else")
  void a_preliminary_assessment_is_prolonged_for_exceptional_reasons_in_words() {
    Deadline preliminary = Deadlines.preliminaryAssessment(REPORT.toLocalDate());
    LocalDate until = day("2026-12-14");
    assertThat(preliminary.prolonged(Reasons.SPECIAL, "Barnet är utomlands", until))
        .isEqualTo(new Prolonged.Refused(Set.of(Lacking.REASONS)));
    assertThat(preliminary.prolonged(null, " ", null))
        .isEqualTo(new Prolonged.Refused(Set.of(Lacking.REASONS, Lacking.WORDS, Lacking.DAY)));
    assertThat(preliminary.prolonged(Reasons.EXCEPTIONAL, " ", until))
        .isEqualTo(new Prolonged.Refused(Set.of(Lacking.WORDS)));
    assertThat(preliminary.prolonged(Reasons.EXCEPTIONAL, "Barnet är utomlands", until))
        .isEqualTo(
            new Prolonged.Until(
                new Deadline(preliminary.rule(), preliminary.version(), until, until, false)));
  }

  @Test
  @DisplayName("B-T03 a report during an open investigation starts no fourteen days")
  void a_report_during_an_investigation_starts_only_the_assessment_of_protection() {
    assertThat(Deadlines.childReport(REPORT, true))
        .containsExactly(Deadlines.protectionAssessment(REPORT));
    assertThat(Deadlines.childReport(REPORT, false))
        .containsExactly(
            Deadlines.protectionAssessment(REPORT),
            Deadlines.preliminaryAssessment(REPORT.toLocalDate()));
  }

  @Test
  @DisplayName("B-T04 four months from 31 October end on 28 February")
  void four_months_end_on_the_last_day_of_a_month_that_is_too_short() {
    Deadline investigation = Deadlines.childInvestigation(day("2026-10-31"));
    assertThat(investigation.key()).isEqualTo("child.utredning");
    assertThat(investigation.strict()).isEqualTo("2027-02-28");
    assertThat(investigation.legal()).isEqualTo("2027-03-01");
    assertThat(Deadlines.childInvestigation(day("2026-11-21")).strict()).isEqualTo("2027-03-21");
    // four months are not 120 days, but in that winter
    assertThat(Deadlines.childInvestigation(day("2026-03-31")).strict()).isEqualTo("2026-07-31");
  }

  @Test
  @DisplayName("B-T04 it is made longer for special reasons, until a new day that is fixed")
  void a_childs_investigation_is_prolonged_for_special_reasons_until_a_fixed_day() {
    Deadline investigation = Deadlines.childInvestigation(day("2026-10-31"));
    assertThat(investigation.prolonged(null, "Förhör dröjer", day("2027-04-30")))
        .isEqualTo(new Prolonged.Refused(Set.of(Lacking.REASONS)));
    assertThat(investigation.prolonged(Reasons.SPECIAL, "Förhör dröjer", null))
        .isEqualTo(new Prolonged.Refused(Set.of(Lacking.DAY)));
    assertThat(investigation.prolonged(Reasons.SPECIAL, "Förhör dröjer", day("2027-03-01")))
        .isEqualTo(new Prolonged.Refused(Set.of(Lacking.DAY)));
    assertThat(investigation.prolonged(Reasons.SPECIAL, "Förhör dröjer", day("2027-03-02")))
        .isInstanceOf(Prolonged.Until.class);
    assertThat(investigation.prolonged(Reasons.EXCEPTIONAL, "Förhör dröjer", day("2027-03-02")))
        .isInstanceOf(Prolonged.Until.class);
  }

  @Test
  void the_time_to_appeal_is_nobodys_to_make_longer() {
    assertThat(
            Deadlines.appeal(day("2026-11-21"))
                .prolonged(Reasons.EXCEPTIONAL, "Sjuk", day("2027-01-01")))
        .isEqualTo(new Prolonged.Refused(Set.of(Lacking.POSSIBILITY)));
  }

  @Test
  @DisplayName("B-T05 who asks before the decision is told within a week of it")
  void a_reporter_who_asked_is_told_within_a_week_of_the_decision() {
    Deadline feedback =
        Deadlines.reporterFeedback(day("2026-12-01"), day("2026-12-03")).orElseThrow();
    assertThat(feedback.strict()).isEqualTo("2026-12-10");
    assertThat(feedback.atOnce()).isFalse();
    assertThat(feedback.provision().cited()).isEqualTo("19 kap. 6 § SoL (2025:400)");
  }

  @Test
  @DisplayName("B-T05 who asks after the decision is told at once")
  void a_reporter_who_asks_late_is_told_at_once() {
    Deadline late = Deadlines.reporterFeedback(day("2026-12-20"), day("2026-12-03")).orElseThrow();
    assertThat(late.atOnce()).isTrue();
    assertThat(late.strict()).isEqualTo("2026-12-20");
    assertThat(late.legal()).isEqualTo("2026-12-20");
    Deadline within =
        Deadlines.reporterFeedback(day("2026-12-05"), day("2026-12-03")).orElseThrow();
    assertThat(within.atOnce()).isTrue();
    assertThat(within.strict()).isEqualTo("2026-12-05");
    assertThat(within.legal()).isEqualTo("2026-12-10");
    assertThat(Deadlines.reporterFeedbackWhileOpen(day("2026-12-01")))
        .hasValueSatisfying(open -> {
          assertThat(open.atOnce()).isTrue();
          assertThat(open.legal()).isEqualTo("2026-12-01");
        });
  }

  @Test
  void before_15_january_2026_no_time_was_given_to_answer_a_reporter() {
    assertThat(Deadlines.reporterFeedback(day("2026-01-10"), day("2026-01-14"))).isEmpty();
    assertThat(Deadlines.reporterFeedback(day("2026-01-10"), day("2026-01-15")))
        .hasValueSatisfying(week -> assertThat(week.strict()).isEqualTo("2026-01-22"));
    assertThat(Deadlines.reporterFeedback(day("2026-01-15"), day("2026-01-14"))).isPresent();
    assertThat(Deadlines.reporterFeedbackWhileOpen(day("2026-01-14"))).isEmpty();
    assertThat(Rules.REPORTER_TOLD.citedOn(day("2026-01-14")))
        .isEqualTo("19 kap. 6 § SoL (2025:400)");
  }

  @Test
  @DisplayName("B-T35 three weeks to appeal end on Saturday 12 December, in law on Monday the 14th")
  void the_last_day_to_appeal_is_three_weeks_after_the_person_got_the_decision() {
    Deadline appeal = Deadlines.appeal(day("2026-11-21"));
    assertThat(appeal.key()).isEqualTo("appeal");
    assertThat(appeal.strict()).isEqualTo("2026-12-12");
    assertThat(appeal.legal()).isEqualTo("2026-12-14");
    assertThat(appeal.provision()).hasToString("44 § FL (2017:900)");
  }

  @Test
  @DisplayName("B-T35 an appeal that comes in after the legal day is dismissed")
  void a_late_appeal_is_dismissed_and_one_on_the_last_day_is_not() {
    LocalDate served = day("2026-11-21");
    assertThat(Deadlines.lateAppeal(served, day("2026-12-13"))).isEmpty();
    assertThat(Deadlines.lateAppeal(served, day("2026-12-14"))).isEmpty();
    assertThat(Deadlines.lateAppeal(served, day("2026-12-15")))
        .hasValueSatisfying(provision -> assertThat(provision).hasToString("45 § FL (2017:900)"));
  }

  @Test
  void the_follow_up_of_a_child_ends_within_six_months() {
    assertThat(Deadlines.childFollowUp(day("2026-08-31")))
        .hasValueSatisfying(end -> {
          assertThat(end.strict()).isEqualTo("2027-02-28");
          assertThat(end.legal()).isEqualTo("2027-03-01");
          assertThat(end.provision().brief()).isEqualTo("23 kap. 5 § SoL");
        });
    assertThat(Deadlines.childFollowUp(day("2025-07-01"))).isPresent();
    assertThat(Deadlines.childFollowUp(day("2025-06-30"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // Saturday to Monday; Friday to Monday; over Christmas; over Easter
    "2026-11-21, 2026-11-23",
    "2026-11-20, 2026-11-23",
    "2026-12-23, 2026-12-28",
    "2026-04-02, 2026-04-07"
  })
  void our_report_is_due_the_same_day_and_its_receipt_the_next_working_day(
      LocalDate sent, LocalDate receipt) {
    Deadline report = Deadlines.reportOfConcern(sent.atTime(23, 30));
    assertThat(report.strict()).isEqualTo(sent);
    assertThat(report.legal()).isEqualTo(sent);
    assertThat(Deadlines.receipt(sent).legal()).isEqualTo(receipt);
    assertThat(Deadlines.receipt(sent).strict()).isEqualTo(receipt);
  }

  @ParameterizedTest
  @CsvSource({
    "DAYS, 14, 2026-12-20, 2027-01-03",
    "WEEKS, 3, 2026-12-20, 2027-01-10",
    "MONTHS, 4, 2027-10-31, 2028-02-29",
    "MONTHS, 4, 2026-10-30, 2027-02-28",
    "MONTHS, 6, 2026-08-31, 2027-02-28",
    "MONTHS, 1, 2026-01-31, 2026-02-28",
    "YEARS, 5, 2024-02-29, 2029-02-28",
    "WORKING_DAYS, 1, 2026-12-30, 2027-01-04"
  })
  void time_ends_on_the_day_of_the_same_name_or_number_or_on_the_last_of_a_short_month(
      Limit.Unit unit, int number, LocalDate from, LocalDate last) {
    assertThat(new Limit(number, unit).after(from)).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -14})
  void time_does_not_run_backwards(int number) {
    assertThatThrownBy(() -> new Limit(number, Limit.Unit.DAYS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_file_is_destroyed_from_five_years_after_the_last_note_to_the_end_of_the_next_year() {
    Deadline destruction = Deadlines.destruction(day("2021-03-01"));
    assertThat(destruction.strict()).isEqualTo("2026-03-01");
    assertThat(destruction.legal()).isEqualTo("2027-12-31");
    // the five years end under the act that then stands, though the note was of the old one's time
    assertThat(destruction.provision().cited()).isEqualTo("16 kap. 1 § SoL (2025:400)");
    assertThat(Deadlines.destruction(day("2020-06-30")).provision().cited())
        .isEqualTo("12 kap. 1 § SoL (2001:453)");
  }

  @Test
  void a_childs_investigation_is_kept_to_the_thirtieth_birthday_unless_it_ended_before_the_rule() {
    LocalDate born = day("2015-06-01");
    assertThat(Deadlines.childFileKept(born, day("2026-01-15"))).hasValue(day("2045-06-01"));
    assertThat(Deadlines.childFileKept(born, day("2026-01-14"))).isEmpty();
    assertThat(Deadlines.childFileKept(day("2016-02-29"), day("2026-02-01")))
        .hasValue(day("2046-03-01"));
  }

  @Test
  void a_date_typed_wrongly_by_a_century_breaks_nothing() {
    assertThat(Deadlines.preliminaryAssessment(day("1916-11-21")).strict()).isEqualTo("1916-12-05");
    assertThat(Deadlines.appeal(day("1916-11-21")).provision().brief()).isEqualTo("44 § FL");
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
