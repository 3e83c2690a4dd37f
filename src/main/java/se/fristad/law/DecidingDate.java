package se.fristad.law;

import java.util.Locale;

/// Which date decides the wording of a rule that applies.
public enum DecidingDate {
  /// The day of what happened: the report that was received, the support that was given.
  EVENT,
  /// The day of the decision.
  DECISION,
  /// A day of the case as a whole: when it is closed, or when the time for which it is kept ends.
  CASE;

  /// Key of its text.
  public String textKey() {
    return "law.date." + name().toLowerCase(Locale.ROOT);
  }
}
