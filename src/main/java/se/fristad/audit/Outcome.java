package se.fristad.audit;

import java.util.Locale;

/// How an act ended.
public enum Outcome {
  /// Something was written or done.
  DONE,
  /// Something was shown.
  READ,
  /// The page said "not there": the record does not exist or is not for this viewer. Only the log
  /// knows which: a subject that no record has, or one that this viewer may not open.
  NOT_THERE,
  /// The act was refused by a rule.
  REFUSED;

  /// The word as it stands in `audit.line.outcome`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outcome of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
