package se.fristad.casework.facts;

import java.time.LocalDate;
import java.util.UUID;

/// A support was granted, by decision or as a service (*insats*).
///
/// @param id of the fact alone
/// @param day when
/// @param municipality whose case it is
/// @param type which
public record SupportGranted(UUID id, LocalDate day, String municipality, SupportType type)
    implements CaseFact {}
