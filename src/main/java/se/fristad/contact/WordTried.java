package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// Somebody has said a word, and one of us has tried whether it is hers.
///
/// @param queue by which door the person had come
public record WordTried(UUID thread, Queue queue, boolean agreed, Instant at) {}
