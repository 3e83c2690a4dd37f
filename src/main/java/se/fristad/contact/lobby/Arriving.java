package se.fristad.contact.lobby;

import java.util.UUID;

/// What becomes of it that somebody is written down as here.
public sealed interface Arriving {
  /// She stands in the waiting room's list.
  record Here(UUID id) implements Arriving {}

  /// Somebody else has that card by now.
  record SignTaken() implements Arriving {}

  /// The time is not today's, was taken back, or somebody has ticked it already.
  record NotExpected() implements Arriving {}
}
