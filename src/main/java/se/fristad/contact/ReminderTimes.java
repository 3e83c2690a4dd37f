package se.fristad.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.fristad.centre.OpeningHours;

/// When somebody who wants it is reminded of a booked time: in the morning or in the afternoon of
/// an open day before it.
///
/// @param days how many open days before the time
@ConfigurationProperties("fristad.reception.reminder")
public record ReminderTimes(@DefaultValue("1") int days) {
  /// Refuses what cannot be right.
  ///
  /// @throws IllegalArgumentException naming the property
  public ReminderTimes {
    if (days < 1 || days > 7) {
      throw new IllegalArgumentException("fristad.reception.reminder.days: 1 to 7");
    }
  }

  /// A time in which she can be called.
  ///
  /// @param code what a form sends
  public record Window(String code, Instant from, Instant until) {}

  /// The times to choose among; none when it is too near.
  public List<Window> windows(OpeningHours hours, Instant meeting, Instant now) {
    LocalDate day = meeting.atZone(OpeningHours.HERE).toLocalDate();
    LocalDate last = day.minusDays(60);
    for (int left = days; left > 0; left--) {
      do {
        day = day.minusDays(1);
      } while (!hours.isOpenOn(day) && day.isAfter(last));
    }
    ZonedDateTime opens = day.atTime(hours.from()).atZone(OpeningHours.HERE);
    ZonedDateTime noon = day.atTime(LocalTime.NOON).atZone(OpeningHours.HERE);
    ZonedDateTime shuts = day.atTime(hours.to()).atZone(OpeningHours.HERE);
    List<Window> windows = new ArrayList<>();
    if (!hours.isOpenOn(day)) {
      return windows;
    }
    if (opens.isBefore(noon) && noon.isBefore(shuts)) {
      windows.add(new Window("am", opens.toInstant(), noon.toInstant()));
      windows.add(new Window("pm", noon.toInstant(), shuts.toInstant()));
    } else {
      windows.add(new Window("day", opens.toInstant(), shuts.toInstant()));
    }
    windows.removeIf(one -> !one.until().isAfter(now));
    return windows;
  }

  /// The one of a code, if it is still to be had.
  public Optional<Window> window(OpeningHours hours, Instant meeting, Instant now, String code) {
    return windows(hours, meeting, now).stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /// For a time that was moved: at the same time of day as before, or as near to it as there is.
  Optional<Window> moved(OpeningHours hours, Instant meeting, Instant now, Instant before) {
    boolean afternoon = !before.atZone(OpeningHours.HERE).toLocalTime().isBefore(LocalTime.NOON);
    List<Window> windows = windows(hours, meeting, now);
    return windows.stream()
        .filter(one -> one.code().equals(afternoon ? "pm" : "am"))
        .findFirst()
        .or(() -> windows.stream().findFirst());
  }
}
