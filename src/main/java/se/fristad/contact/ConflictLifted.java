package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// The head has lifted a conflict of interest: the conversation is there again for that one.
///
/// @param thread which conversation
/// @param queue whose
/// @param staff for whom: a random id
/// @param at when
public record ConflictLifted(UUID thread, Queue queue, UUID staff, Instant at) {}
