package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// She has said how she may be reached; it stands in her file.
public record ReachAgreed(UUID file, Instant at) {}
