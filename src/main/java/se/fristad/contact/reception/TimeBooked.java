package se.fristad.contact.reception;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// A time was booked, or moved to another time.
///
/// @param meeting which
/// @param thread whose conversation
/// @param at when
public record TimeBooked(UUID meeting, UUID thread, Queue queue, Instant at) {}
