package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The plain part of a file (*personakt*): what rules, lists and panels read.
///
/// @param municipality the official code
/// @param responsible who answers for it; null when nobody does yet
/// @param risk the level of the latest assessment; null before the first
/// @param riskUntil the last day it is valid; null with `risk`
/// @param closedAt when it was closed; null while it is open
/// @param notedAt when something was last written in it
public record CaseFile(
    UUID id,
    UUID person,
    Kind kind,
    String municipality,
    @Nullable UUID responsible,
    @Nullable String risk,
    @Nullable LocalDate riskUntil,
    Instant openedAt,
    UUID openedBy,
    @Nullable Instant closedAt,
    Instant notedAt,
    int version) {
  /// Whose file it is.
  public enum Kind {
    /// An adult's.
    ADULT,
    /// A child's, of its own (3 kap. 1 § SoL).
    CHILD;

    /// As it stands in the table.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /// A file that is opened now, by who answers for it.
  static CaseFile opened(
      UUID id, UUID person, Kind kind, String municipality, UUID staff, Instant now) {
    return new CaseFile(
        id, person, kind, municipality, staff, null, null, now, staff, null, now, 1);
  }

  /// The same, for which nobody answers yet.
  CaseFile withoutResponsible() {
    return new CaseFile(
        id,
        person,
        kind,
        municipality,
        null,
        risk,
        riskUntil,
        openedAt,
        openedBy,
        closedAt,
        notedAt,
        version);
  }

  /// Whether it is open.
  public boolean open() {
    return closedAt == null;
  }
}
