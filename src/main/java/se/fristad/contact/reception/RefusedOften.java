package se.fristad.contact.reception;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// Times were refused so often in a row in a conversation that the head is to see it.
///
/// @param thread whose conversation
/// @param staff who of us tried last
/// @param at when
public record RefusedOften(UUID thread, Queue queue, UUID staff, Instant at) {}
