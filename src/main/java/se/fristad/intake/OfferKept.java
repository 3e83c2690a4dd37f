package se.fristad.intake;

import java.time.Instant;
import java.util.UUID;

/// One who had declined was asked again.
///
/// @param offer which promise
/// @param answer what became of it, a code
/// @param at when, by the application's clock
public record OfferKept(UUID offer, String answer, Instant at) {}
