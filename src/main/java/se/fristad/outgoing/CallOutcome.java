package se.fristad.outgoing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What came of a call.
public enum CallOutcome {
  /// She answered, and could speak.
  REACHED,
  /// Nobody answered.
  NO_ANSWER,
  /// Somebody else answered.
  SOMEBODY_ELSE,
  /// She answered, and is not alone.
  NOT_ALONE,
  /// The number leads to somebody else.
  WRONG_NUMBER;

  /// As it is stored and stands in a form.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The outcome of a code.
  public static Optional<CallOutcome> of(String code) {
    return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
