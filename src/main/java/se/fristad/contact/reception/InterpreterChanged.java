package se.fristad.contact.reception;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// The interpreter of a booked time was asked for, ordered, confirmed, cancelled, or came or not.
///
/// @param meeting which booked time
/// @param thread whose conversation
/// @param state the code of the new state
/// @param at when
public record InterpreterChanged(
    UUID meeting, UUID thread, Queue queue, String state, Instant at) {}
