package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// The number of somebody with a file was shown to one of us, for a call.
public record CallBegun(UUID file, UUID call, Instant at) {}
