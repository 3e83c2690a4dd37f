package se.fristad.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {
  private final OpeningHours hours =
      new OpeningHours(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(16, 0),
          Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25)));

  @Test
  void we_answer_from_the_first_minute_until_the_last() {
    assertThat(hours.isOpen(at("2026-11-19T08:59:59"))).isFalse();
    assertThat(hours.isOpen(at("2026-11-19T09:00:00"))).isTrue();
    assertThat(hours.isOpen(at("2026-11-19T15:59:59"))).isTrue();
    assertThat(hours.isOpen(at("2026-11-19T16:00:00"))).isFalse();
    assertThat(hours.isOpen(at("2026-11-21T12:00:00"))).as("a Saturday").isFalse();
    assertThat(hours.isOpen(at("2026-12-24T12:00:00"))).as("a closed date").isFalse();
  }

  @Test
  void the_next_opening_lies_ahead_over_weekends_and_closed_dates() {
    assertThat(hours.nextOpening(at("2026-11-19T08:00:00")).toLocalDateTime())
        .isEqualTo("2026-11-19T09:00:00");
    assertThat(hours.nextOpening(at("2026-11-19T09:00:00")).toLocalDateTime())
        .isEqualTo("2026-11-20T09:00:00");
    assertThat(hours.nextOpening(at("2026-11-20T17:00:00")).toLocalDateTime())
        .isEqualTo("2026-11-23T09:00:00");
    assertThat(hours.nextOpening(at("2026-12-23T17:00:00")).toLocalDateTime())
        .isEqualTo("2026-12-28T09:00:00");
  }

  @Test
  void the_last_closing_lies_behind_over_weekends_and_closed_dates() {
    assertThat(hours.lastClosing(at("2026-11-19T15:59:00")).toLocalDateTime())
        .hasToString("2026-11-18T16:00");
    assertThat(hours.lastClosing(at("2026-11-19T16:00:00")).toLocalDateTime())
        .hasToString("2026-11-19T16:00");
    assertThat(hours.lastClosing(at("2026-11-23T08:00:00")).toLocalDateTime())
        .hasToString("2026-11-20T16:00");
    assertThat(hours.lastClosing(at("2026-12-27T12:00:00")).toLocalDateTime())
        .hasToString("2026-12-23T16:00");
  }

  @Test
  void the_hours_follow_the_clock_on_the_wall_in_summer_and_winter() {
    assertThat(hours.isOpen(Instant.parse("2026-07-01T07:00:00Z"))).isTrue();
    assertThat(hours.isOpen(Instant.parse("2026-11-19T07:59:00Z"))).isFalse();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(OpeningHours.HERE).toInstant();
  }
}
