package se.fristad.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The answer to a question of danger. What she does not want to say never counts as a no, nor what
/// nobody asked.
public enum DangerAnswer {
  /// Yes.
  YES,
  /// No.
  NO,
  /// She was asked and does not want to say.
  UNSAID,
  /// She was not asked.
  NOT_ASKED;

  /// As it stands in a form.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The answer of a code.
  public static Optional<DangerAnswer> of(String code) {
    return Stream.of(values()).filter(answer -> answer.code().equals(code)).findFirst();
  }
}
