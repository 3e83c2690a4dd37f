package se.fristad.intake;

import java.time.Instant;
import java.util.UUID;

/// A series of support without assessment was ended.
///
/// @param service which
/// @param at when, by the application's clock
public record ServiceEnded(UUID service, Instant at) {}
