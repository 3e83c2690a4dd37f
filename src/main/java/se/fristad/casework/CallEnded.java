package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;
import se.fristad.outgoing.CallOutcome;

/// One of us has written down what came of a call.
public record CallEnded(UUID file, UUID call, CallOutcome outcome, Instant at) {}
