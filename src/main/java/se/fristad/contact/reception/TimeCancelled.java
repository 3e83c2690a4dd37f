package se.fristad.contact.reception;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// A booked time was taken back by one of us.
///
/// @param meeting which
/// @param thread whose conversation
/// @param at when
public record TimeCancelled(UUID meeting, UUID thread, Queue queue, Instant at) {}
