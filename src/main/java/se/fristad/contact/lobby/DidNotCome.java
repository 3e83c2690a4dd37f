package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// Somebody with a booked time did not come.
///
/// @param meeting which time
/// @param at when it was found, by the application's clock
public record DidNotCome(UUID meeting, UUID thread, Queue queue, Instant at) {}
