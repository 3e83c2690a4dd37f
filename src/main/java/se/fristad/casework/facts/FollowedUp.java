package se.fristad.casework.facts;

import java.time.LocalDate;
import java.util.UUID;

/// A support was followed up with the person: was your need met?
///
/// @param id of the fact alone
/// @param day when
/// @param municipality whose case it is
/// @param needMet her answer
public record FollowedUp(UUID id, LocalDate day, String municipality, NeedMet needMet)
    implements CaseFact {}
