package se.fristad.contact;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody has asked, in a new conversation, for new words to an earlier one.
///
/// @param thread the earlier conversation
/// @param fresh the new one; null when it has been destroyed
/// @param askedBy who of us tried the answer
/// @param confirmedBy who of us said yes after that; never the same
/// @param lapsesAt when it ends by itself, unless she has taken the words
public record Renewal(
    UUID id,
    ThreadId thread,
    @Nullable ThreadId fresh,
    State state,
    UUID askedBy,
    Instant askedAt,
    @Nullable UUID confirmedBy,
    Instant lapsesAt) {
  /// How far it has come.
  public enum State {
    /// An answer was tried, and was not hers.
    ASKED,
    /// The answer was hers; another of us is to say yes.
    AGREED,
    /// Two of us stand for it; the words wait for her page.
    CONFIRMED,
    /// She has taken them.
    GIVEN,
    /// The one who has the old words has stopped it.
    STOPPED,
    /// Nobody came for them.
    LAPSED;

    /// Its code in the table and in message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The state at a moment: what nobody has come for lapses by itself.
  public State at(Instant now) {
    boolean running = state == State.ASKED || state == State.AGREED || state == State.CONFIRMED;
    return running && !now.isBefore(lapsesAt) ? State.LAPSED : state;
  }
}
