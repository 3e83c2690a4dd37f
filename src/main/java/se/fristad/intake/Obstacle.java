package se.fristad.intake;

import java.util.Locale;

/// Why an intake takes nothing more as it is.
enum Obstacle {
  /// It is final.
  CONCLUDED,
  /// Somebody else has written in it since this page was opened.
  CHANGED,
  /// The same worker has written in it in another window.
  CHANGED_HERE,
  /// More text than a form holds.
  TOO_MUCH;

  String textKey() {
    return "intake.obstacle." + name().toLowerCase(Locale.ROOT);
  }
}
