package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// One of us marked danger in a contact, or took the mark away.
///
/// @param thread which
/// @param queue whose
/// @param danger whether it is marked now
/// @param at when, by the application's clock
public record DangerMarked(UUID thread, Queue queue, boolean danger, Instant at) {}
