package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// That somebody comes along was booked, called off, or is over.
///
/// @param file in which file
/// @param accompaniment which
/// @param at when
public record AccompanimentChanged(UUID file, UUID accompaniment, Instant at) {}
