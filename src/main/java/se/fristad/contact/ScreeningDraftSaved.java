package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// One of us has begun to write what somebody tells of danger, or has thrown it away.
///
/// @param thread in which conversation
/// @param there whether anything stands there now
/// @param at when, by the application's clock
public record ScreeningDraftSaved(UUID thread, Queue queue, boolean there, Instant at) {}
