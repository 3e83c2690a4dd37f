package se.fristad.intake;

import java.time.Instant;
import java.util.UUID;

/// A conflict of interest in an intake was said, or lifted by the head.
///
/// @param intake which intake
/// @param standing whether it stands now
/// @param at when
public record IntakeConflictChanged(UUID intake, boolean standing, Instant at) {}
