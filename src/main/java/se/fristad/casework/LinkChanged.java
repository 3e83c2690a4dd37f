package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// Somebody around a person was written down, changed or ended.
///
/// @param file in which file
/// @param link who
/// @param at when
public record LinkChanged(UUID file, UUID link, Instant at) {}
