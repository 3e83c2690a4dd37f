package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// A reminder of a booked time was asked for, is to be made, was made or refused, or is wished no
/// more.
///
/// @param meeting which booked time
/// @param thread whose conversation
/// @param at when
public record ReminderChanged(
    UUID meeting, UUID thread, Queue queue, Reminder.State state, Instant at) {}
