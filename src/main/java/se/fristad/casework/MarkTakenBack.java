package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// Somebody who works here has taken one of her marks back.
///
/// @param staff who
/// @param at when
public record MarkTakenBack(UUID staff, Instant at) {}
