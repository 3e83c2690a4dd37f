package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// A conflict of interest in a file was said, or lifted by the head.
///
/// @param file which file
/// @param standing whether it stands now
/// @param at when
public record FileConflictChanged(UUID file, boolean standing, Instant at) {}
