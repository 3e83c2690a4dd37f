package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// One of us has said that she knows the person of a conversation, or her family.
///
/// @param queue by which door the person had come
public record ConflictDeclared(UUID thread, Queue queue, Instant at) {}
