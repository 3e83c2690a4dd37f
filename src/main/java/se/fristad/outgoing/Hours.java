package se.fristad.outgoing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

  /// Once: from a moment until before another, as she wished when she asked to be called.
  record Once(Instant from, Instant until) implements Hours {
    /// Refuses hours that never come.
    ///
    /// @throws IllegalArgumentException when they end before they begin
    public Once {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("hours that never come");
      }
    }
  }

  /// Whether a moment lies in them.
  default boolean contain(Instant moment) {
    return switch (this) {
      case Any() -> true;
      case Once(Instant from, Instant until) -> !moment.isBefore(from) && moment.isBefore(until);
      case Within(Set<DayOfWeek> days, LocalTime from, LocalTime until) -> {
        ZonedDateTime here = moment.atZone(HERE);
        LocalTime time = here.toLocalTime();
        yield days.contains(here.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
      }
    };
  }

  /// The moment itself when it lies in them, else when they begin next; empty when they are over.
  default Optional<ZonedDateTime> next(Instant moment) {
    ZonedDateTime here = moment.atZone(HERE);
    if (contain(moment)) {
      return Optional.of(here);
    }
    return switch (this) {
      case Any() -> Optional.of(here);
      case Once(Instant from, Instant _) ->
          Optional.of(from.atZone(HERE)).filter(begins -> begins.isAfter(here));
      case Within(Set<DayOfWeek> days, LocalTime from, LocalTime _) ->
          // a beginning that the clock skips may be moved past the end: then a week later
          Stream.iterate(here.toLocalDate(), day -> day.plusDays(1))
              .limit(15)
              .filter(day -> days.contains(day.getDayOfWeek()))
              .map(day -> day.atTime(from).atZone(HERE))
              .filter(begins -> begins.isAfter(here) && contain(begins.toInstant()))
              .findFirst();
    };
  }
}
