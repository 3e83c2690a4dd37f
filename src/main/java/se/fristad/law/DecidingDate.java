package se.fristad.law;

import java.util.Locale;

/// Which date decides the wording of a rule that applies.
public enum DecidingDate {
  /// The day of what happened: the report that was received, the support that was given.
  EVENT,
  /// The day of the decision.
  DECISION,
  /// The day on which the case ended, or the last note in it was made.
  CASE;

  /// Key of its text.
  public String textKey() {
    return "law.date." + name().toLowerCase(Locale.ROOT);
  }
}
