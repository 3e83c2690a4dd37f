package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;
import se.fristad.outgoing.CallOutcome;

/// A call of ours has ended, and somebody has said how.
///
/// @param thread whose
/// @param queue by which door she had come
public record CallEnded(UUID thread, Queue queue, CallOutcome outcome, Instant at) {}
