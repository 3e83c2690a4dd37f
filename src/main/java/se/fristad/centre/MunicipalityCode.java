package se.fristad.centre;

import java.util.Optional;
import java.util.regex.Pattern;

/// Code of a municipality (*kommunkod*, SCB): county and municipality, two digits each. It is a
/// text and not a number: `0305` is Håbo, `305` is nothing.
///
/// @param code four digits
public record MunicipalityCode(String code) {
  private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

  /// Refuses whatever is not four digits of a county that exists.
  ///
  /// @throws IllegalArgumentException when it is no code
  public MunicipalityCode {
    if (!isCode(code)) {
      throw new IllegalArgumentException("a municipality code has four digits");
    }
  }

  /// Reads what a form or a file holds; empty when it is no code. A lost leading zero is not
  /// guessed back.
  public static Optional<MunicipalityCode> read(String typed) {
    return isCode(typed) ? Optional.of(new MunicipalityCode(typed)) : Optional.empty();
  }

  /// The county's two digits: `03` is Uppsala.
  public String county() {
    return code.substring(0, 2);
  }

  private static boolean isCode(String text) {
    if (!FOUR_DIGITS.matcher(text).matches()) {
      return false;
    }
    int county = Integer.parseInt(text.substring(0, 2));
    return county >= 1 && county <= 25 && !text.endsWith("00");
  }

  @Override
  public String toString() {
    return code;
  }
}
