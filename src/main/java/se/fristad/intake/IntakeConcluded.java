package se.fristad.intake;

import java.time.Instant;
import java.util.UUID;

/// An intake was concluded and is final.
///
/// @param intake which
/// @param outcome the code of its outcome, [Outcome#code()]
/// @param at when, by the application's clock
public record IntakeConcluded(UUID intake, String outcome, Instant at) {}
