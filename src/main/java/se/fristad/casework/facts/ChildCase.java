package se.fristad.casework.facts;

import java.util.Locale;

/// Whose a child's case is.
public enum ChildCase {
  /// The child's unit in this house.
  HERE,
  /// Another social services.
  ELSEWHERE;

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
