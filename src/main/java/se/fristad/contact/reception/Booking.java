package se.fristad.contact.reception;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What becomes of the wish to have a time.
public sealed interface Booking {
  /// It is booked.
  record Stands(UUID id, Instant from, Instant until, Way way, int house) implements Booking {}

  /// It cannot be had.
  ///
  /// @param nearest the free times nearest to it
  record Refused(FreeTimes.Why why, List<FreeTimes.Time> nearest) implements Booking {
    /// Copies the list.
    public Refused {
      nearest = List.copyOf(nearest);
    }
  }

  /// She has a time then already.
  record Already(Instant from) implements Booking {}

  /// The time that was to be moved or taken back has begun, or is no more.
  record TooLate() implements Booking {}
}
