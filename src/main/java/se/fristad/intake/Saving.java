package se.fristad.intake;

import java.time.Instant;

/// How it went to save a draft.
sealed interface Saving {
  /// Kept.
  record Kept(int version, Instant at) implements Saving {}

  /// Not kept: why.
  record Not(Obstacle why) implements Saving {}

  /// No such intake, or not for this viewer.
  record NotThere() implements Saving {}
}
