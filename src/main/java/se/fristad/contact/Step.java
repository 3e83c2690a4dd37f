package se.fristad.contact;

import java.util.Locale;

/// A step of the ladder for who is unanswered (*påminnelsetrappa*), the lowest first.
public enum Step {
  /// She has her page open and waits.
  LIVE_1,
  /// Longer.
  LIVE_2,
  /// Too long.
  LIVE_3,
  /// What she wrote is unanswered.
  MESSAGE_1,
  /// For a working day.
  MESSAGE_2,
  /// What was promised for a time has not been done.
  CALLBACK,
  /// Somebody who had a time did not come, and nobody has found out whether she is well.
  NO_SHOW;

  /// As it stands in the table and in the keys of the texts.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether nothing comes after it.
  public boolean last() {
    return switch (this) {
      case LIVE_1, LIVE_2, MESSAGE_1 -> false;
      case LIVE_3, MESSAGE_2, CALLBACK, NO_SHOW -> true;
    };
  }

  static Step of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
