package se.fristad.centre;

import java.time.Instant;
import java.time.LocalTime;

/// Somebody else who answers the telephone, anonymously.
///
/// @param code names its texts
/// @param number as people write it, `020-50 50 50`
/// @param from the first minute of each day
/// @param to the last minute of each day, inclusive; [LocalTime#MAX] for day and night
public record SupportLine(String code, String number, LocalTime from, LocalTime to) {
  public SupportLine {
    if (!code.matches("[a-z]+") || !number.matches("[0-9][0-9 -]{2,}")) {
      throw new IllegalArgumentException("a support line has a code and a number");
    }
  }

  /// Whether it answers at this moment.
  public boolean answers(Instant now) {
    LocalTime time = now.atZone(OpeningHours.HERE).toLocalTime();
    return !time.isBefore(from) && !time.isAfter(to);
  }

  /// The number as a telephone wants it.
  public String dial() {
    return number.replaceAll("[^0-9]", "");
  }
}
