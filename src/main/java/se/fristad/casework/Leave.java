package se.fristad.casework;

import java.time.LocalDate;
import java.util.UUID;

/// Whether the person lets something be told today. Whoever sends anything asks first, and sends
/// nothing without [Given].
public sealed interface Leave {
  /// She does: by this consent, to its last day.
  record Given(UUID consent, LocalDate until) implements Leave {}

  /// She did, to this day. She is to be asked again.
  record Ended(LocalDate on) implements Leave {}

  /// She has taken it back, on this day.
  record Withdrawn(LocalDate on) implements Leave {}

  /// She does from this day.
  record NotYet(LocalDate from) implements Leave {}

  /// She lets this receiver be told, but not all of it, or for something else.
  record Narrower() implements Leave {}

  /// She has not been asked.
  record Unasked() implements Leave {}
}
