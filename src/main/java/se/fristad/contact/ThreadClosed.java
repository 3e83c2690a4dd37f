package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// One of us closed a thread. Writing in it opens it again.
///
/// @param thread which
/// @param queue by which door it had come
/// @param at when, by the application's clock
public record ThreadClosed(UUID thread, Queue queue, Instant at) {}
