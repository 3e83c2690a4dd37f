package se.fristad.centre;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/// When somebody answers: the same hours on some days of the week, except on closed dates.
///
/// @param days the days of the week
/// @param from the first minute, inclusive
/// @param to the last minute, exclusive
/// @param closed dates on which nobody answers: holidays, planning days
public record OpeningHours(
    Set<DayOfWeek> days, LocalTime from, LocalTime to, Set<LocalDate> closed) {
  /// Sweden's time.
  public static final ZoneId HERE = ZoneId.of("Europe/Stockholm");

  private static final int LONGEST_CLOSING_DAYS = 60;

  public OpeningHours {
    days = Set.copyOf(days);
    closed = Set.copyOf(closed);
    if (days.isEmpty() || !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "opening hours need a day, and a beginning before their end");
    }
  }

  /// Whether somebody answers at this moment.
  public boolean isOpen(Instant now) {
    ZonedDateTime local = now.atZone(HERE);
    LocalTime time = local.toLocalTime();
    return isWorkingDay(local.toLocalDate()) && !time.isBefore(from) && time.isBefore(to);
  }

  /// When somebody answers next: today's or a later day's beginning, always after `now`.
  public ZonedDateTime nextOpening(Instant now) {
    LocalDate today = now.atZone(HERE).toLocalDate();
    for (int ahead = 0; ahead <= LONGEST_CLOSING_DAYS; ahead++) {
      ZonedDateTime beginning = today.plusDays(ahead).atTime(from).atZone(HERE);
      if (isWorkingDay(beginning.toLocalDate()) && beginning.toInstant().isAfter(now)) {
        return beginning;
      }
    }
    throw new IllegalStateException("closed for more than " + LONGEST_CLOSING_DAYS + " days");
  }

  private boolean isWorkingDay(LocalDate date) {
    return days.contains(date.getDayOfWeek()) && !closed.contains(date);
  }
}
