package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// One of us answered in a thread.
///
/// @param thread which
/// @param queue by which door it had come
/// @param at when, by the application's clock
/// @param first whether it was the first answer
public record ThreadAnswered(UUID thread, Queue queue, Instant at, boolean first) {}
