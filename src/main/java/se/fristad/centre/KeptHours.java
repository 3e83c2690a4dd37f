package se.fristad.centre;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// When somebody is there, as it is: the centre's hours without the times for which the reception
/// has closed itself. What the first page says, and what is offered there, comes from here; nothing
/// else reckons with the hours alone where a person is told that somebody is there.
///
/// @param closures the times for which the whole reception is closed
public record KeptHours(OpeningHours hours, List<Closure> closures) {
  /// Copies the list.
  public KeptHours {
    closures = List.copyOf(closures);
  }

  /// A time for which the whole reception is closed.
  public record Closure(Instant from, Instant until) {
    boolean covers(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(until);
    }
  }

  /// Whether somebody is there at a moment.
  public boolean isOpen(Instant moment) {
    return hours.isOpen(moment) && closureAt(moment).isEmpty();
  }

  /// Whether somebody is there on a day, at any hour of it.
  public boolean isOpenOn(LocalDate day) {
    Instant begins = day.atStartOfDay(OpeningHours.HERE).toInstant();
    Instant ends = day.plusDays(1).atStartOfDay(OpeningHours.HERE).toInstant();
    return hours.isOpenOn(day) && openBetween(begins, ends).isPositive();
  }

  /// When somebody is there the next time: later today, when a closure ends, or on a day to come.
  /// While somebody is there, the time after this one.
  public ZonedDateTime next(Instant moment) {
    Instant at = moment;
    while (true) {
      Optional<Closure> closed = closureAt(at);
      Instant next = closed.isPresent() ? closed.get().until() : hours.nextOpening(at).toInstant();
      if (isOpen(next)) {
        return next.atZone(OpeningHours.HERE);
      }
      at = next;
    }
  }

  /// Until when somebody is there who is there at a moment: the end of the day, or a closure before
  /// it.
  public ZonedDateTime until(ZonedDateTime moment) {
    ZonedDateTime shuts = moment.with(hours.to());
    return closures.stream()
        .map(one -> one.from().atZone(OpeningHours.HERE))
        .filter(from -> from.isAfter(moment) && from.isBefore(shuts))
        .min(ZonedDateTime::compareTo)
        .orElse(shuts);
  }

  /// How long of the time between two moments somebody is there to answer.
  public Duration openBetween(Instant from, Instant until) {
    Duration open = Duration.ZERO;
    Instant at = from;
    while (at.isBefore(until)) {
      Instant then = at;
      Optional<Closure> closed = closureAt(at);
      Instant next =
          closed.isPresent()
              ? closed.get().until()
              : closures.stream()
                  .map(Closure::from)
                  .filter(one -> one.isAfter(then))
                  .min(Instant::compareTo)
                  .orElse(until);
      Instant ends = next.isBefore(until) ? next : until;
      if (closed.isEmpty()) {
        open = open.plus(hours.openBetween(at, ends));
      }
      at = ends;
    }
    return open;
  }

  /// When whoever was there went, the last time: at the end of a day, or when a closure began.
  public ZonedDateTime lastClosing(Instant moment) {
    Instant at = moment;
    while (true) {
      Optional<Closure> closed = closureAt(at);
      Instant shut = closed.isPresent() ? closed.get().from() : hours.lastClosing(at).toInstant();
      Instant since = at;
      Instant began =
          closures.stream()
              .map(Closure::from)
              .filter(from -> !from.isAfter(since) && from.isAfter(shut) && hours.isOpen(from))
              .max(Instant::compareTo)
              .orElse(shut);
      // somebody was there just before
      Instant before = began.minusNanos(1);
      if (isOpen(before)) {
        return began.atZone(OpeningHours.HERE);
      }
      at = before;
    }
  }

  private Optional<Closure> closureAt(Instant moment) {
    return closures.stream().filter(one -> one.covers(moment)).findFirst();
  }
}
