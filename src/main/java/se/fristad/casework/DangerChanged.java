package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// Something may have changed the danger, or that was answered.
///
/// @param file in which file
/// @param change which
/// @param at when
public record DangerChanged(UUID file, UUID change, Instant at) {}
