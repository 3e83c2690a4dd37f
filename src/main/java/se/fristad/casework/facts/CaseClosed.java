package se.fristad.casework.facts;

import java.time.LocalDate;
import java.util.UUID;

/// A case was closed.
///
/// @param id of the fact alone
/// @param day when
/// @param municipality whose case it is
public record CaseClosed(UUID id, LocalDate day, String municipality) implements CaseFact {}
