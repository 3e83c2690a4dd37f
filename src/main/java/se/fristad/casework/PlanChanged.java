package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// A plan was made, revised or closed, or something was said of what is to be done by it.
///
/// @param file in which file
/// @param plan which
/// @param at when
public record PlanChanged(UUID file, UUID plan, Instant at) {}
