package se.fristad.casework.facts;

import java.util.Locale;

/// The person's own answer to "was your need met?" (A-COO-14).
public enum NeedMet {
  /// Yes.
  YES,
  /// Partly.
  PARTLY,
  /// No.
  NO,
  /// Not asked, or no answer.
  UNKNOWN;

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
