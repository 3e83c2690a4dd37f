package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;

/// Somebody has said a word, and one of us has tried whether it is that of the one whose the file
/// is.
public record WordTried(UUID file, boolean agreed, Instant at) {}
