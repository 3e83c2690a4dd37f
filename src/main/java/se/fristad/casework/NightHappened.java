package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// Something happened at night, or the night was asked to watch: the other side is to read it.
///
/// @param file in which file
/// @param event what happened
/// @param what a code: `looked`, `decided`, `note`, `watch`
/// @param at when
public record NightHappened(UUID file, UUID event, String what, Instant at) {}
