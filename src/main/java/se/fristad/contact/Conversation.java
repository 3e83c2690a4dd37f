package se.fristad.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Confidential;

/// A conversation as one of us reads it.
///
/// @param about the row of the inbox
/// @param lines everything said, oldest first
public record Conversation(Waiting about, List<Line> lines) {
  public Conversation {
    lines = List.copyOf(lines);
  }

  /// One message.
  ///
  /// @param seq its place, from 1
  /// @param fromPerson whether she wrote it
  /// @param author which of us wrote it; null when she did
  /// @param at when
  /// @param words what it says
  public record Line(
      int seq, boolean fromPerson, @Nullable UUID author, Instant at, Confidential words) {}
}
