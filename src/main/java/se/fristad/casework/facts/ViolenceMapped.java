package se.fristad.casework.facts;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/// What the person has been exposed to was mapped; counted once, at the first decision.
///
/// @param id of the fact alone
/// @param day when
/// @param municipality whose case it is
/// @param age of the person, as a band
/// @param kinds every kind of violence that she told; several as a rule
/// @param relations of everyone who used it; honour is collective
public record ViolenceMapped(
    UUID id,
    LocalDate day,
    String municipality,
    AgeBand age,
    Set<ViolenceKind> kinds,
    Set<Relationship> relations)
    implements CaseFact {
  /// Copies what it is given.
  public ViolenceMapped {
    kinds = Set.copyOf(kinds);
    relations = Set.copyOf(relations);
  }
}
