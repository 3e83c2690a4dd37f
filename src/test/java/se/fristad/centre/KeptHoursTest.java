package se.fristad.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
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
}
