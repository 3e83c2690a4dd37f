package se.fristad.intake;

import java.time.Instant;
import java.util.UUID;

/// A series of support without assessment began.
///
/// @param service which
/// @param named whether she has said who she is
/// @param at when, by the application's clock
public record ServiceBegun(UUID service, boolean named, Instant at) {}
