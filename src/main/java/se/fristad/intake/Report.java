package se.fristad.intake;

import java.time.LocalDateTime;

/// The report of concern for a child (*orosanmälan*).
sealed interface Report {
  /// Not answered.
  record Unanswered() implements Report {}

  /// Said to be made, but when or to whom is missing or cannot be read.
  record Incomplete(boolean when, boolean toWhom) implements Report {}

  /// Made.
  ///
  /// @param at by the clock on the wall
  /// @param municipality the code of the municipality whose board received it
  record Made(LocalDateTime at, String municipality) implements Report {}

  /// Cannot be made, since nobody knows who the child is.
  record IdentityUnknown(String reason) implements Report {}
}
