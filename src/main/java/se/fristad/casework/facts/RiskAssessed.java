package se.fristad.casework.facts;

import java.time.LocalDate;
import java.util.UUID;

/// A risk assessment was made.
///
/// @param id of the fact alone
/// @param day when
/// @param municipality whose case it is
/// @param level its level
public record RiskAssessed(UUID id, LocalDate day, String municipality, RiskLevel level)
    implements CaseFact {}
