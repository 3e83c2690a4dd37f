package se.fristad.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How somebody came to us (*ingång*).
public enum WayIn {
  /// Wrote on the public face.
  CHAT,
  /// Called.
  PHONE,
  /// Came by.
  VISIT,
  /// Was referred by somebody.
  REFERRAL,
  /// Wrote a letter.
  LETTER;

  /// As it stands in the table and in forms.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<WayIn> of(String code) {
    return Stream.of(values()).filter(way -> way.code().equals(code)).findFirst();
  }
}
