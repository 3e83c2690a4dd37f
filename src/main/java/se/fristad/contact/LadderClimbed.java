package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// Somebody has waited so long that a step of the ladder was reached.
///
/// @param thread which conversation
/// @param queue whose
/// @param step which step
/// @param at when it was found, by the application's clock
public record LadderClimbed(UUID thread, Queue queue, Step step, Instant at) {}
