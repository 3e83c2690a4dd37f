package se.fristad.assessment;

import java.util.Locale;

/// How great a risk is judged to be (*risknivå*), from the least to the greatest.
public enum Level {
  /// *Låg*.
  LOW,
  /// *Medel*.
  MEDIUM,
  /// *Hög*.
  HIGH;

  /// As it stands in forms and tables.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Key of its text.
  public String textKey() {
    return "assessment.level." + code();
  }
}
