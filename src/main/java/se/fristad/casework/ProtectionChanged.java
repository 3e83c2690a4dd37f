package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// What protects somebody's personal data was written down anew.
///
/// @param file in which file
/// @param at when
public record ProtectionChanged(UUID file, Instant at) {}
