package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// Somebody has begun an emergency hour in a file that is not hers.
///
/// @param file in which file
/// @param hour the hour
/// @param at when
public record EmergencyBegun(UUID file, UUID hour, Instant at) {}
