package se.fristad.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hours without what the reception has closed.
@DisplayName("When somebody is there")
class KeptHoursTest {
  private static final OpeningHours HOURS =
      new OpeningHours(
          Set.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY,
              DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(16, 0),
          Set.of());

  /// A Monday and the days after it.
  private static Instant at(int day, int hour) {
    return LocalDateTime.of(2027, 2, day, hour, 0).atZone(OpeningHours.HERE).toInstant();
  }

  private static KeptHours closed(Instant from, Instant until) {
    return new KeptHours(HOURS, List.of(new KeptHours.Closure(from, until)));
  }

  @Test
  void a_closed_afternoon_is_closed_and_opens_the_next_morning() {
    KeptHours opening = closed(at(1, 13), at(1, 16));
    assertThat(opening.isOpen(at(1, 12))).isTrue();
    assertThat(opening.isOpen(at(1, 13))).isFalse();
    assertThat(opening.next(at(1, 14)).toInstant()).isEqualTo(at(2, 9));
    assertThat(opening.until(at(1, 9).atZone(OpeningHours.HERE)).toInstant()).isEqualTo(at(1, 13));
  }

  @Test
  void a_closure_that_ends_in_the_day_opens_then() {
    KeptHours opening = closed(at(1, 8), at(1, 11));
    assertThat(opening.isOpen(at(1, 10))).isFalse();
    assertThat(opening.next(at(1, 7)).toInstant()).isEqualTo(at(1, 11));
    assertThat(opening.next(at(1, 10)).toInstant()).isEqualTo(at(1, 11));
    assertThat(opening.isOpen(at(1, 11))).isTrue();
  }

  @Test
  void a_closed_week_opens_when_the_week_after_begins() {
    KeptHours opening = closed(at(1, 0), at(6, 0));
    assertThat(opening.next(at(1, 10)).toInstant()).isEqualTo(at(8, 9));
    assertThat(opening.next(at(8, 9)).toInstant()).isEqualTo(at(9, 9));
  }

  @Test
  void nobody_waits_while_it_is_closed() {
    KeptHours opening = closed(at(1, 13), at(2, 10));
    assertThat(opening.openBetween(at(1, 9), at(1, 16))).isEqualTo(Duration.ofHours(4));
    assertThat(opening.openBetween(at(1, 12), at(2, 12))).isEqualTo(Duration.ofHours(3));
    assertThat(opening.openBetween(at(1, 14), at(2, 9))).isZero();
    assertThat(closed(at(5, 0), at(6, 0)).openBetween(at(1, 9), at(2, 9)))
        .isEqualTo(Duration.ofHours(7));
    assertThat(opening.openBetween(at(2, 9), at(1, 9))).isZero();
  }

  @Test
  void two_closures_that_lie_over_each_other_are_one() {
    KeptHours opening =
        new KeptHours(
            HOURS,
            List.of(
                new KeptHours.Closure(at(1, 10), at(1, 14)),
                new KeptHours.Closure(at(1, 12), at(1, 15))));
    assertThat(opening.openBetween(at(1, 9), at(1, 16))).isEqualTo(Duration.ofHours(2));
    assertThat(opening.lastClosing(at(1, 14)).toInstant()).isEqualTo(at(1, 10));
  }

  @Test
  void whoever_was_there_went_when_the_closure_began_or_the_day_ended() {
    KeptHours opening = closed(at(2, 12), at(3, 16));
    assertThat(opening.lastClosing(at(4, 8)).toInstant()).isEqualTo(at(2, 12));
    assertThat(opening.lastClosing(at(2, 13)).toInstant()).isEqualTo(at(2, 12));
    assertThat(opening.lastClosing(at(2, 10)).toInstant()).isEqualTo(at(1, 16));
    assertThat(closed(at(2, 16), at(3, 9)).lastClosing(at(3, 10)).toInstant())
        .as("closed by night is nothing new")
        .isEqualTo(at(2, 16));
    assertThat(closed(at(2, 10), at(2, 12)).lastClosing(at(2, 13)).toInstant())
        .as("an hour in the middle of the day")
        .isEqualTo(at(2, 10));
  }

  @Test
  void a_day_is_closed_when_all_of_its_hours_are() {
    assertThat(closed(at(1, 0), at(2, 0)).isOpenOn(LocalDate.of(2027, 2, 1))).isFalse();
    assertThat(closed(at(1, 9), at(1, 16)).isOpenOn(LocalDate.of(2027, 2, 1))).isFalse();
    assertThat(closed(at(1, 9), at(1, 15)).isOpenOn(LocalDate.of(2027, 2, 1))).isTrue();
    assertThat(closed(at(1, 0), at(2, 0)).isOpenOn(LocalDate.of(2027, 2, 2))).isTrue();
    assertThat(closed(at(1, 0), at(1, 1)).isOpenOn(LocalDate.of(2027, 2, 6)))
        .as("a Saturday")
        .isFalse();
  }
}
