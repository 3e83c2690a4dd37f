package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// The other side has read what happened at night, or what the night was asked to watch.
///
/// @param file in which file
/// @param event what happened
/// @param at when
public record NightRead(UUID file, UUID event, Instant at) {}
