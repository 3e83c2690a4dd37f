package se.fristad.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The dates stand in printed almanacs.
class WorkingDaysTest {
  @ParameterizedTest
  @CsvSource({
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2028-04-16",
    "2029-04-01",
    "2030-04-21"
  })
  void easter_falls_as_in_the_almanac(LocalDate easter) {
    assertThat(PublicHolidays.easter(easter.getYear())).isEqualTo(easter);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-22",
    "2025-06-21",
    "2026-06-20",
    "2027-06-26",
    "2028-06-24",
    "2029-06-23",
    "2030-06-22"
  })
  void midsummer_is_the_saturday_between_the_20th_and_the_26th(LocalDate midsummer) {
    assertThat(PublicHolidays.midsummerDay(midsummer.getYear())).isEqualTo(midsummer);
    assertThat(WorkingDays.isWorkingDay(midsummer.minusDays(1))).isFalse();
    assertThat(WorkingDays.isWorkingDay(midsummer.minusDays(2))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-02",
    "2025-11-01",
    "2026-10-31",
    "2027-11-06",
    "2028-11-04",
    "2029-11-03",
    "2030-11-02"
  })
  void all_saints_is_the_saturday_from_the_31st_of_october(LocalDate day) {
    assertThat(PublicHolidays.allSaintsDay(day.getYear())).isEqualTo(day);
    assertThat(PublicHolidays.isHoliday(day)).isTrue();
  }

  @Test
  void the_public_holidays_of_2026_that_are_not_sundays_are_these() {
    assertThat(
            LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 7)
                .filter(PublicHolidays::isHoliday))
        .containsExactly(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 1, 6),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 14),
            LocalDate.of(2026, 6, 6),
            LocalDate.of(2026, 6, 20),
            LocalDate.of(2026, 10, 31),
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 26));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2026-11-22", "2026-12-24", "2026-12-31", "2026-06-19"})
  void saturdays_sundays_and_the_three_eves_are_not_worked(LocalDate day) {
    assertThat(WorkingDays.isWorkingDay(day)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20",
    "2026-12-05, 2026-12-07",
    "2026-12-24, 2026-12-28",
    "2026-12-31, 2027-01-04",
    "2026-04-03, 2026-04-07"
  })
  void a_limit_that_ends_on_a_free_day_is_met_on_the_next_working_day(
      LocalDate day, LocalDate working) {
    assertThat(WorkingDays.onOrAfter(day)).isEqualTo(working);
  }
}
