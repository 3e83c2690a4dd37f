package se.fristad.casework.facts;

import java.util.Locale;

/// How great the risk was assessed to be.
public enum RiskLevel {
  /// Low.
  LOW,
  /// Medium.
  MEDIUM,
  /// High.
  HIGH;

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
