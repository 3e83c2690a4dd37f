package se.fristad.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The answer to an acute question. "Not known" never counts as "no".
enum Answer {
  /// Yes.
  YES,
  /// No.
  NO,
  /// It was asked, and is not known.
  UNKNOWN,
  /// It was not asked.
  NOT_ASKED;

  /// As it stands in a form.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Answer> of(String code) {
    return Stream.of(values()).filter(answer -> answer.code().equals(code)).findFirst();
  }
}
