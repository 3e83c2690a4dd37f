package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// Somebody here has written down how a person may be reached.
///
/// @param thread whose
/// @param queue by which door she had come
public record ReachAgreed(UUID thread, Queue queue, Instant at) {}
