package se.fristad.casework.facts;

import java.util.Locale;

/// How a decision ended.
public enum DecisionOutcome {
  /// What was applied for.
  GRANTED,
  /// A part of it (*delvis bifall*).
  PARTLY,
  /// Nothing (*avslag*).
  DENIED;

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
