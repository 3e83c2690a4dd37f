package se.fristad.contact.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/// How words and times stand on the pages of the inbox.
final class Shown {
  private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");

  private Shown() {}

  /// A text that stands alone, with a great first letter.
  static String great(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static LocalDate day(Instant moment) {
    return moment.atZone(HERE).toLocalDate();
  }

  static LocalTime here(Instant moment) {
    return moment.atZone(HERE).toLocalTime();
  }
}
