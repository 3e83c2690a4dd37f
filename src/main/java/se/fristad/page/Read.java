package se.fristad.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/// Reads what stands in an address or a field. What cannot be read is nothing, never an exception:
/// an address that names no id is an address that is not there.
public final class Read {
  private Read() {}

  /// An id in its 36 characters.
  public static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /// A date as fields of dates send it: `2026-11-21`.
  public static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  /// A whole number from 1 to 999,999,999; 0 when it is none.
  public static int number(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
  }

  /// Which page of a list is asked for, from 1; the first when nothing is.
  public static int page(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
  }
}
