package se.fristad.contact.front;

import java.time.Instant;

/// What became of words that were sent.
public sealed interface Said {
  /// They are safely stored. The same answer for the same words sent again.
  ///
  /// @param seq their place in the conversation
  /// @param at when they were stored, by the clock that stored them
  /// @param hasPhrase whether there are words that lead back already
  record Acknowledged(int seq, Instant at, boolean hasPhrase) implements Said {}

  /// The visit has ended: nothing was stored.
  record Gone() implements Said {}

  /// Two hundred messages in twelve hours: nothing was stored; she is asked to wait or call.
  record Full() implements Said {}
}
