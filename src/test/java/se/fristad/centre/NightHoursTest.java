package se.fristad.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NightHoursTest {
  private final NightHours night = new NightHours(LocalTime.of(16, 0), LocalTime.of(9, 0));
  private final OpeningHours hours =
      new OpeningHours(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(16, 0),
          Set.of(LocalDate.of(2026, 11, 20)));

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(OpeningHours.HERE).toInstant();
  }

  @Test
  void the_night_begins_with_its_first_minute_and_the_day_with_its() {
    assertThat(night.isNight(at("2026-11-18T15:59:59"), hours)).isFalse();
    assertThat(night.isNight(at("2026-11-18T16:00:00"), hours)).isTrue();
    assertThat(night.isNight(at("2026-11-19T08:59:59"), hours)).isTrue();
    assertThat(night.isNight(at("2026-11-19T09:00:00"), hours)).isFalse();
  }

  @Test
  void weekends_holidays_eves_and_the_centres_own_closed_dates_are_one_night() {
    assertThat(night.isNight(at("2026-11-21T12:00:00"), hours)).as("a Saturday").isTrue();
    assertThat(night.isNight(at("2026-11-20T12:00:00"), hours)).as("a closed Friday").isTrue();
    assertThat(night.isNight(at("2026-12-24T12:00:00"), hours)).as("Christmas eve").isTrue();
    assertThat(night.isNight(at("2026-05-01T12:00:00"), hours)).as("the first of May").isTrue();
    // from Thursday evening, over the closed Friday, to Monday morning
    assertThat(night.nightOf(at("2026-11-23T08:00:00"), hours))
        .isEqualTo(LocalDate.of(2026, 11, 19));
    assertThat(night.ends(at("2026-11-19T17:00:00"), hours).toLocalDateTime())
        .isEqualTo("2026-11-23T09:00:00");
  }

  @Test
  void by_day_it_is_the_night_to_come() {
    assertThat(night.nightOf(at("2026-11-18T12:00:00"), hours))
        .isEqualTo(LocalDate.of(2026, 11, 18));
    assertThat(night.ends(at("2026-11-18T12:00:00"), hours).toLocalDateTime())
        .isEqualTo("2026-11-19T09:00:00");
  }

  @Test
  void when_the_clock_is_set_the_night_is_an_hour_shorter_or_longer_and_no_minute_is_lost() {
    Instant spring = at("2026-03-27T16:00:00");
    Instant autumn = at("2026-10-23T16:00:00");
    assertThat(Duration.between(spring, night.ends(spring, hours).toInstant()))
        .isEqualTo(Duration.ofHours(64));
    assertThat(Duration.between(autumn, night.ends(autumn, hours).toInstant()))
        .isEqualTo(Duration.ofHours(66));
    for (Instant begins : Set.of(spring, autumn)) {
      for (int minutes = 0; minutes < 64 * 60; minutes += 15) {
        Instant then = begins.plus(Duration.ofMinutes(minutes));
        assertThat(night.isNight(then, hours)).isTrue();
        assertThat(night.nightOf(then, hours)).isEqualTo(night.nightOf(begins, hours));
      }
    }
  }

  @Test
  void unless_it_is_said_the_night_is_when_the_centre_is_shut() {
    NightHours unsaid = new NightHours(null, null);
    assertThat(unsaid.isNight(at("2026-11-18T15:59:59"), hours)).isFalse();
    assertThat(unsaid.isNight(at("2026-11-18T16:00:00"), hours)).isTrue();
    assertThat(unsaid.begins(LocalDate.of(2026, 11, 18), hours).toLocalDateTime())
        .isEqualTo("2026-11-18T16:00:00");
  }

  @Test
  void hours_between_which_nobody_decides_stop_the_start() {
    night.meet(hours);
    new NightHours(LocalTime.of(15, 0), LocalTime.of(9, 30)).meet(hours);
    assertThatThrownBy(() -> new NightHours(LocalTime.of(17, 0), null).meet(hours))
        .hasMessageContaining("fristad.centre.night");
    assertThatThrownBy(() -> new NightHours(null, LocalTime.of(8, 0)).meet(hours))
        .hasMessageContaining("fristad.centre.night");
    assertThatThrownBy(() -> new NightHours(LocalTime.of(9, 0), LocalTime.of(9, 0)).meet(hours))
        .hasMessageContaining("until must be before from");
  }
}
