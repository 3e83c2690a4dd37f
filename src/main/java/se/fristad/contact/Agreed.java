package se.fristad.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.outgoing.CallOutcome;
import se.fristad.outgoing.Reach;

/// How the person of a conversation may be reached, as one of us sees it.
///
/// @param reach what was agreed
/// @param version of what was agreed, 0 before anything was
/// @param byHerself whether she wrote it herself
/// @param wish her wish to be called; null when there is none
/// @param calls our calls so far, the latest first
/// @param reminder the reminder of a booked time that is to be made now; nothing when there is none
public record Agreed(
    Reach reach,
    int version,
    boolean byHerself,
    @Nullable Wish wish,
    List<Call> calls,
    @Nullable Reminder reminder) {
  /// Copies the list.
  public Agreed {
    calls = List.copyOf(calls);
  }

  /// A call that was promised.
  ///
  /// @param missed how often it was tried in vain
  public record Wish(Instant from, Instant until, State state, int missed) {}

  /// How it stands with a promised call.
  public enum State {
    /// She waits for it.
    WISHED,
    /// She was reached.
    REACHED,
    /// It went wrong in a way that must not be repeated: she is asked first.
    STOPPED,
    /// It was tried as often as it may be.
    GIVEN_UP,
    /// She took the wish back.
    TAKEN_BACK;

    /// As it is stored.
    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A call of ours: the number was shown to somebody.
  ///
  /// @param outcome what came of it; null as long as nobody has said
  public record Call(UUID id, UUID staff, Instant at, @Nullable CallOutcome outcome) {}
}
