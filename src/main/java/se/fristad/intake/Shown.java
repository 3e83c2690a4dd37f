package se.fristad.intake;

import java.util.Locale;

/// The lists of intakes.
enum Shown {
  /// Treated as applications: each waits for its investigation (14 kap. 2 § SoL).
  INVESTIGATION,
  /// Being written.
  DRAFTS,
  /// Final.
  CONCLUDED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
