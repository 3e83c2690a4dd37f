package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// One of us closed a thread. Writing in it opens it again.
///
/// @param thread which
/// @param queue by which door it had come
/// @param at when, by the application's clock
/// @param reasoned whether it was a call that became nothing more, with a reason
public record ThreadClosed(UUID thread, Queue queue, Instant at, boolean reasoned) {}
