package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// An acute protection was decided on, granted or not.
///
/// @param file in which file
/// @param decision the decision
/// @param at when
public record AcuteProtectionDecided(UUID file, UUID decision, Instant at) {}
