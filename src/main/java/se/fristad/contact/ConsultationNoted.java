package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// What somebody who asked in her work was helped with has been noted, or changed.
///
/// @param consultation of the note alone
/// @param version how often it has been changed
/// @param at when
public record ConsultationNoted(UUID consultation, int version, Instant at) {}
