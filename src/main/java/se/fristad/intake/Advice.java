package se.fristad.intake;

import java.util.Locale;

/// What somebody who declines an investigation leaves with.
enum Advice {
  /// Advice on protection and safety (A-MOT-11).
  PROTECTION,
  /// Knowing of others who offer conversations (A-MOT-12).
  OTHERS,
  /// The offer to come back whenever she changes her mind (A-MOT-13).
  AGAIN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
