package se.fristad.contact.front;

/// What became of words that were sent.
public sealed interface Said {
  /// They are safely stored. The same answer for the same words sent again.
  ///
  /// @param seq their place in the conversation
  record Acknowledged(int seq) implements Said {}

  /// The visit has ended: nothing was stored.
  record Gone() implements Said {}

  /// Two hundred messages in twelve hours: nothing was stored; she is asked to wait or call.
  record Full() implements Said {}
}
