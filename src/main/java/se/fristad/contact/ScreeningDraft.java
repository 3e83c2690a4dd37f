package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;
import se.fristad.page.TypedForm;

/// Answers about danger that one of us has begun to write and not kept yet. They are hers alone.
///
/// @param seen the version that they were begun from; 0 for none
/// @param at when they were last saved
/// @param version how often
public record ScreeningDraft(UUID id, int seen, Instant at, int version, TypedForm typed) {}
