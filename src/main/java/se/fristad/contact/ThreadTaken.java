package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// One of us took a contact, or was handed it.
///
/// @param thread which
/// @param queue whose
/// @param handedOver whether a colleague handed it over
/// @param at when, by the application's clock
public record ThreadTaken(UUID thread, Queue queue, boolean handedOver, Instant at) {}
