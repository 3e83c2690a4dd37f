package se.fristad.centre;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// When the duty social service (*socialjouren*) decides instead of the centre: from an hour of the
/// evening to an hour of the morning, and without a break over weekends, public holidays, eves and
/// the centre's own closed dates. By the clock on the wall, also in the nights in which it is set
/// forward or back.
///
/// @param from the first minute of the evening; null when it is that in which the centre shuts
/// @param until the minute of the morning in which the day takes over; null when it is that in
///   which the centre opens
public record NightHours(@Nullable LocalTime from, @Nullable LocalTime until) {
  /// Refuses a night between which and the day nobody would decide.
  ///
  /// @throws IllegalArgumentException with the reason
  void meet(OpeningHours hours) {
    if (evening(hours).isAfter(hours.to()) || morning(hours).isBefore(hours.from())) {
      throw new IllegalArgumentException(
          "fristad.centre.night: it begins when the centre shuts and ends when it opens, or overlaps");
    }
    if (!morning(hours).isBefore(evening(hours))) {
      throw new IllegalArgumentException("fristad.centre.night: until must be before from");
    }
  }

  private LocalTime evening(OpeningHours hours) {
    return from == null ? hours.to() : from;
  }

  private LocalTime morning(OpeningHours hours) {
    return until == null ? hours.from() : until;
  }

  /// When the night begins on the evening of a day.
  public ZonedDateTime begins(LocalDate day, OpeningHours hours) {
    return day.atTime(evening(hours)).atZone(OpeningHours.HERE);
  }

  /// Whether it is night at a moment.
  public boolean isNight(Instant moment, OpeningHours hours) {
    ZonedDateTime here = moment.atZone(OpeningHours.HERE);
    LocalTime time = here.toLocalTime();
    return !hours.isOpenOn(here.toLocalDate())
        || time.isBefore(morning(hours))
        || !time.isBefore(evening(hours));
  }

  /// The day on whose evening the night began in which a moment lies; by day, the day itself, on
  /// whose evening the next one begins.
  public LocalDate nightOf(Instant moment, OpeningHours hours) {
    ZonedDateTime here = moment.atZone(OpeningHours.HERE);
    LocalDate day = here.toLocalDate();
    if (hours.isOpenOn(day) && !here.toLocalTime().isBefore(morning(hours))) {
      return day;
    }
    day = day.minusDays(1);
    while (!hours.isOpenOn(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /// When the night ends in which a moment lies, or that begins on the evening of its day.
  public ZonedDateTime ends(Instant moment, OpeningHours hours) {
    LocalDate day = nightOf(moment, hours).plusDays(1);
    while (!hours.isOpenOn(day)) {
      day = day.plusDays(1);
    }
    return day.atTime(morning(hours)).atZone(OpeningHours.HERE);
  }
}
