package se.fristad.contact;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reminder of a booked time (*påminnelse*): a call by her rule, or nothing. There is no way by
/// which something could be sent by itself.
///
/// @param forAt the time of which she is reminded
/// @param from from when she is called
/// @param until until when
/// @param why why her rule refused it; nothing when it did not
/// @param missed how often it was tried in vain
/// @param askedBy who of us asked for her; nobody when she did herself
public record Reminder(
    UUID meeting,
    UUID thread,
    Instant forAt,
    Instant from,
    Instant until,
    State state,
    @Nullable String why,
    int missed,
    Instant askedAt,
    @Nullable UUID askedBy,
    int version) {
  /// How it stands.
  public enum State {
    /// She wants it.
    ASKED,
    /// Her rule allows it, and somebody is to call.
    TO_CALL,
    /// She was called and reached.
    REACHED,
    /// She was called in vain, as often as it may be.
    NOT_REACHED,
    /// Nobody called in time.
    NOT_MADE,
    /// It went wrong in a way that must not be repeated.
    STOPPED,
    /// Her rule does not allow it: nothing went out.
    REFUSED,
    /// She wants it no more.
    WITHDRAWN;

    /// As it is stored and stands in the message files.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The state of a code.
    static State of(String code) {
      return Arrays.stream(values())
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow();
    }

    /// Whether somebody may still call.
    public boolean isOpen() {
      return this == ASKED || this == TO_CALL;
    }
  }

  /// Whether it is to be called now.
  boolean isNow(Instant now) {
    return state == State.TO_CALL && !now.isBefore(from) && now.isBefore(until);
  }
}
