package se.fristad.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why a call or a walk-in became nothing more: one of a closed set.
public enum ClosedBecause {
  /// It became an intake, which stands by itself.
  INTAKE,
  /// Advice or information was given there and then, and nothing else was sought.
  ANSWERED,
  /// A wrong number or the wrong door.
  WRONG_NUMBER,
  /// Nobody spoke.
  SILENT,
  /// Another authority's matter; she was told whose.
  NOT_FOR_US,
  /// Not meant seriously.
  PRANK;

  /// As it stands in the table and in forms.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a code means.
  public static Optional<ClosedBecause> of(String code) {
    return Stream.of(values()).filter(reason -> reason.code().equals(code)).findFirst();
  }
}
