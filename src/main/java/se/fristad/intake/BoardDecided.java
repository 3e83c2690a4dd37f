package se.fristad.intake;

import java.time.Instant;
import java.util.UUID;

/// The head wrote down what the board has decided on a kind of support.
///
/// @param decision which
/// @param paragraph under which paragraph, a code
/// @param at when, by the application's clock
public record BoardDecided(UUID decision, String paragraph, Instant at) {}
