package se.fristad.centre;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.fristad.law.PublicHolidays;
import se.fristad.law.WorkingDays;

/// When someone is there to answer (*öppettider*). Shut on public holidays and on the eves of
/// midsummer, Christmas and the new year, whatever weekday they fall on, and on the centre's own
/// closed dates.
///
/// @param days weekdays
/// @param from the first minute, by the clock on the wall
/// @param to the minute when it shuts
/// @param closed the centre's own dates on which nobody answers: a planning day, a removal
public record OpeningHours(
    @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"}) Set<DayOfWeek> days,
    @DefaultValue("09:00") LocalTime from,
    @DefaultValue("16:00") LocalTime to,
    @DefaultValue Set<LocalDate> closed) {
  /// Sweden's time.
  public static final ZoneId HERE = ZoneId.of("Europe/Stockholm");

  /// Refuses hours in which nobody could ever be there, so that [#nextOpening] always ends.
  ///
  /// @throws IllegalArgumentException with the reason
  public OpeningHours {
    days = Set.copyOf(days);
    closed = Set.copyOf(closed);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("fristad.centre.hours: from must be before to");
    }
    if (days.stream().allMatch(day -> day == DayOfWeek.SUNDAY)) {
      throw new IllegalArgumentException("fristad.centre.hours.days: name a day but Sunday");
    }
  }

  /// Whether someone is there at a moment. Open from the first minute, shut at the last.
  public boolean isOpen(Instant moment) {
    ZonedDateTime here = moment.atZone(HERE);
    LocalTime time = here.toLocalTime();
    return isOpenOn(here.toLocalDate()) && !time.isBefore(from) && time.isBefore(to);
  }

  /// When it opens the next time: later today or on a day to come. While it is open, the opening
  /// after this one.
  public ZonedDateTime nextOpening(Instant moment) {
    ZonedDateTime here = moment.atZone(HERE);
    LocalDate day = here.toLocalDate();
    if (!here.toLocalTime().isBefore(from)) {
      day = day.plusDays(1);
    }
    while (!isOpenOn(day)) {
      day = day.plusDays(1);
    }
    return day.atTime(from).atZone(HERE);
  }

  /// How long of the time between two moments somebody is there to answer.
  public Duration openBetween(Instant from, Instant until) {
    Duration open = Duration.ZERO;
    ZonedDateTime end = until.atZone(HERE);
    for (LocalDate day = from.atZone(HERE).toLocalDate();
        !day.isAfter(end.toLocalDate());
        day = day.plusDays(1)) {
      if (isOpenOn(day)) {
        Instant opens = day.atTime(this.from).atZone(HERE).toInstant();
        Instant shuts = day.atTime(to).atZone(HERE).toInstant();
        Instant first = opens.isBefore(from) ? from : opens;
        Instant last = shuts.isAfter(until) ? until : shuts;
        if (first.isBefore(last)) {
          open = open.plus(Duration.between(first, last));
        }
      }
    }
    return open;
  }

  /// When it shut the last time: earlier today or on a day gone by.
  public ZonedDateTime lastClosing(Instant moment) {
    ZonedDateTime here = moment.atZone(HERE);
    LocalDate day = here.toLocalDate();
    if (here.toLocalTime().isBefore(to)) {
      day = day.minusDays(1);
    }
    while (!isOpenOn(day)) {
      day = day.minusDays(1);
    }
    return day.atTime(to).atZone(HERE);
  }

  /// Whether it is open on a day, at any hour of it.
  public boolean isOpenOn(LocalDate day) {
    return days.contains(day.getDayOfWeek())
        && !PublicHolidays.isHoliday(day)
        && !WorkingDays.isEve(day)
        && !closed.contains(day);
  }
}
