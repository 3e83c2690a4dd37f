package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Confidential;

/// What a colleague should know before she opens the door (*säkerhetsnotering*).
///
/// @param guest about whom in the waiting room
/// @param receiver for whom it is
/// @param words own words; nothing when only answers were chosen
/// @param read when the receiver said that she has read it
public record SafetyNote(
    UUID id,
    UUID guest,
    Sign sign,
    UUID receiver,
    List<Danger> dangers,
    UUID author,
    Instant at,
    @Nullable Confidential words,
    @Nullable Instant read) {
  /// Copies the list.
  public SafetyNote {
    dangers = List.copyOf(dangers);
  }
}
