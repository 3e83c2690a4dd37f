package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// Who somebody is was written down anew.
///
/// @param file in which file
/// @param at when
public record IdentityChanged(UUID file, Instant at) {}
