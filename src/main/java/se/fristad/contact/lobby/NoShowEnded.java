package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// It was found out, or said, what is to be known of her who did not come.
///
/// @param meeting to which time
/// @param at when, by the application's clock
public record NoShowEnded(
    UUID meeting, UUID thread, Queue queue, NoShow.Outcome outcome, Instant at) {}
