package se.fristad.intake.facts;

import java.time.LocalDate;
import java.util.UUID;

/// An intake was concluded (*aktualisering*).
///
/// @param id of the fact alone
/// @param day when it was concluded, in Sweden
/// @param municipality its official code; [#UNKNOWN] when nobody told it
/// @param source the code of who led the person here; [#UNKNOWN] when nobody told it
/// @param outcome the code of how it ended
public record IntakeCounted(
    UUID id, LocalDate day, String municipality, String source, String outcome) {
  /// Not told, or not asked.
  public static final String UNKNOWN = "unknown";
}
