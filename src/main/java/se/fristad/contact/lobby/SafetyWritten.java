package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// A safety note was written, or read by the one for whom it is.
///
/// @param what `written` or `read`
/// @param at when, by the application's clock
public record SafetyWritten(String what, UUID note, Queue queue, Instant at) {}
