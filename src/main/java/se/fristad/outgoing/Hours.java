package se.fristad.outgoing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import se.fristad.centre.OpeningHours;

/// When she may be reached, by the clock on her wall: an hour that the clock skips in March does
/// not come, one that comes twice in October counts twice.
public sealed interface Hours {
  /// Her clock.
  ZoneId HERE = OpeningHours.HERE;

  /// At any time.
  record Any() implements Hours {}

  /// On some days, from a time until before another of the same day.
  record Within(Set<DayOfWeek> days, LocalTime from, LocalTime until) implements Hours {
    /// Refuses hours that never come.
    ///
    /// @throws IllegalArgumentException without a day, or when they end before they begin
    public Within {
      days = Set.copyOf(days);
      if (days.isEmpty() || !from.isBefore(until)) {
        throw new IllegalArgumentException("hours that never come");
      }
    }
  }

  /// Whether a moment lies in them.
  default boolean contain(Instant moment) {
    return switch (this) {
      case Any() -> true;
      case Within(Set<DayOfWeek> days, LocalTime from, LocalTime until) -> {
        ZonedDateTime here = moment.atZone(HERE);
        LocalTime time = here.toLocalTime();
        yield days.contains(here.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
      }
    };
  }

  /// The moment itself when it lies in them, else when they begin next.
  default ZonedDateTime next(Instant moment) {
    ZonedDateTime here = moment.atZone(HERE);
    return switch (this) {
      case Any() -> here;
      case Within(Set<DayOfWeek> days, LocalTime from, LocalTime _) -> {
        if (contain(moment)) {
          yield here;
        }
        LocalDate day = here.toLocalDate();
        // a beginning that the clock skips is moved past the hours' end: then the day after
        for (int ahead = 0; ahead <= 14; ahead++) {
          ZonedDateTime begins = day.plusDays(ahead).atTime(from).atZone(HERE);
          if (days.contains(day.plusDays(ahead).getDayOfWeek())
              && begins.isAfter(here)
              && contain(begins.toInstant())) {
            yield begins;
          }
        }
        throw new IllegalStateException("hours that never come");
      }
    };
  }
}
