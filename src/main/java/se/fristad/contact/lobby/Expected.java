package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.contact.reception.Errand;
import se.fristad.contact.reception.Way;

/// A booked time of the day, and whether she came.
///
/// @param thread the conversation whose time it is; nothing when it is of somebody who asks in her
///   work
/// @param asker her conversation then, which is not this queue's
/// @param errand what she comes for
/// @param staff who of us receives, by the staff register
/// @param state what somebody ticked; nothing yet
/// @param at when it was ticked
public record Expected(
    UUID meeting,
    @Nullable UUID thread,
    @Nullable UUID asker,
    @Nullable Errand errand,
    Way way,
    UUID staff,
    @Nullable UUID room,
    @Nullable String roomName,
    int house,
    Instant from,
    Instant until,
    @Nullable State state,
    @Nullable Instant at) {

  /// What is ticked of a booked time.
  public enum State {
    /// She has come.
    CAME,
    /// She has said that she is late.
    LATE,
    /// She did not come (*uteblev*).
    ABSENT;

    /// As it stands in the table and in the keys of the texts.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What a form says.
    public static Optional<State> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }
}
