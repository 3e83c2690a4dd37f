package se.fristad.law;

import java.util.Locale;

/// What the law demands before a time limit may be made longer.
public enum Reasons {
  /// *Särskilda skäl*.
  SPECIAL,
  /// *Synnerliga skäl*: more is asked for.
  EXCEPTIONAL;

  /// As it stands in forms and tables.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Key of its text.
  public String textKey() {
    return "law.reasons." + code();
  }
}
