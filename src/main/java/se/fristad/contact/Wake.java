package se.fristad.contact;

/// "Something is new": a ring without content, from whoever wrote to every node with open pages.
public interface Wake {
  /// Rings, now or within ten milliseconds. Never fails the writer: a lost ring is made up for by a
  /// look every two seconds.
  void ring();
}
