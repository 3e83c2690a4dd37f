package se.fristad.centre;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When the duty social service (*socialjouren*) decides instead of the centre: from an hour of the
/// evening to an hour of the morning, and without a break over weekends, public holidays, eves and
/// the centre's own closed dates. By the clock on the wall, also in the nights in which it is set
/// forward or back.
///
/// @param from the first minute of the evening
/// @param until the minute of the morning in which the day takes over
public record NightHours(
    @DefaultValue("16:00") LocalTime from, @DefaultValue("09:00") LocalTime until) {
  /// Refuses hours that are none.
  ///
  /// @throws IllegalArgumentException with the reason
  public NightHours {
    if (!until.isBefore(from)) {
      throw new IllegalArgumentException("fristad.centre.night: until must be before from");
    }
  }

  /// Whether it is night at a moment.
  public boolean isNight(Instant moment, OpeningHours hours) {
    ZonedDateTime here = moment.atZone(OpeningHours.HERE);
    LocalTime time = here.toLocalTime();
    return !hours.isOpenOn(here.toLocalDate()) || time.isBefore(until) || !time.isBefore(from);
  }

  /// The day on whose evening the night began in which a moment lies; by day, the day itself, on
  /// whose evening the next one begins.
  public LocalDate nightOf(Instant moment, OpeningHours hours) {
    ZonedDateTime here = moment.atZone(OpeningHours.HERE);
    LocalDate day = here.toLocalDate();
    if (hours.isOpenOn(day) && !here.toLocalTime().isBefore(until)) {
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
    return day.atTime(until).atZone(OpeningHours.HERE);
  }
}
