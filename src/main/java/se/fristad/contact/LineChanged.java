package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// A telephone number of the public face was changed, added or taken away.
///
/// @param line which
/// @param version the version that stands now
/// @param at when
public record LineChanged(UUID line, int version, Instant at) {}
