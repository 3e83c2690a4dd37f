package se.fristad.casework.facts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision was made (*beslut*).
///
/// @param id of the fact alone
/// @param day when
/// @param municipality whose case it is
/// @param outcome how
/// @param daysFromIntake days since the intake was concluded; null when there was none
public record Decided(
    UUID id,
    LocalDate day,
    String municipality,
    DecisionOutcome outcome,
    @Nullable Integer daysFromIntake)
    implements CaseFact {}
