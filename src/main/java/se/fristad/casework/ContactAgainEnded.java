package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// A contact after the closing was made, given up, or is not to be made any more.
///
/// @param file in which file
/// @param at when
public record ContactAgainEnded(UUID file, Instant at) {}
