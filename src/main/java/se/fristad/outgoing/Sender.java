package se.fristad.outgoing;

/// What may stand as the one who sends, and in what is sent.
public enum Sender {
  /// Nothing that tells who we are or what it is about.
  NEUTRAL,
  /// Our name.
  NAMED
}
