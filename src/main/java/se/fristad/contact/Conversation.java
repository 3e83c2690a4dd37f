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
/// @param notes what colleagues have told each other, oldest first; nothing for who was asked in
/// @param invitations who was asked in; nothing for who was asked in
/// @param guest whether the one who reads was asked in
public record Conversation(
    Waiting about,
    List<Line> lines,
    List<Note> notes,
    List<Invitation> invitations,
    boolean guest) {
  public Conversation {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    invitations = List.copyOf(invitations);
  }

  /// A note among colleagues; the person never sees it.
  ///
  /// @param handover whether it was written when the conversation was handed over
  public record Note(UUID id, boolean handover, UUID author, Instant at, Confidential words) {}

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
