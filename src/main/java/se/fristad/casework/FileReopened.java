package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// A closed file was opened again.
///
/// @param file which
/// @param reopening the record of it
/// @param at when
public record FileReopened(UUID file, UUID reopening, Instant at) {}
