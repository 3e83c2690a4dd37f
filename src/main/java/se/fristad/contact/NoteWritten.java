package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// One of us wrote a note for colleagues on a contact.
///
/// @param thread which
/// @param queue whose
/// @param handover whether it goes with a hand-over
/// @param at when, by the application's clock
public record NoteWritten(UUID thread, Queue queue, boolean handover, Instant at) {}
