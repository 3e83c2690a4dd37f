package se.fristad.contact.reception;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The interpreter (*tolk*) beside a booked time. Nobody is named: the interpreter by the number
/// that the agency gives, the person not at all.
///
/// @param reference our code for it, by which the agency and we know what is spoken of
/// @param agency from which it was ordered
/// @param number the agency's number of the interpreter
/// @param orderedFor the moment for which it was ordered; the time may have been moved since
/// @param remindedFor the moment of which the agency was reminded
/// @param caller who of us rings the agency; nobody when nobody has taken it
/// @param changedAt since when it stands so
record Interpreter(
    UUID meeting,
    String reference,
    Need need,
    State state,
    @Nullable UUID agency,
    @Nullable String number,
    @Nullable Instant orderedFor,
    @Nullable Instant remindedFor,
    @Nullable UUID caller,
    Instant changedAt,
    int version) {
  /// What is needed and wished.
  ///
  /// @param language a code of [Interpreters#LANGUAGES]
  /// @param dialect a code of [Interpreters#DIALECTS]
  /// @param gender `woman` or `man`; nothing when it does not matter
  /// @param elsewhere whether the interpreter is to come from another part of the country
  record Need(
      String language,
      @Nullable String dialect,
      @Nullable String gender,
      boolean elsewhere,
      Way way) {}

  /// How far it has come.
  enum State {
    /// It is to be ordered.
    NEEDED,
    /// It is ordered; the agency has not said who comes.
    ORDERED,
    /// The agency has said who comes, and that it is nobody close.
    CONFIRMED,
    /// The agency has cancelled it.
    CANCELLED,
    /// We have called it off.
    CALLED_OFF,
    /// The interpreter interpreted.
    CAME,
    /// No interpreter came.
    NO_SHOW,
    /// The interpreter could not be had for this person: close to her, of her circle, or unfit.
    UNSUITABLE;

    /// As it stands in the database and in the message files.
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> of(String code) {
      return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /// Whether the agency believes that somebody comes.
    boolean isOrdered() {
      return this == ORDERED || this == CONFIRMED;
    }

    /// Whether it can be ordered, and what is wished be changed.
    boolean isOpen() {
      return this == NEEDED || this == CANCELLED || this == CALLED_OFF;
    }
  }

  /// Whether it was ordered for another moment than the time has now.
  boolean isForAnotherTime(Instant from) {
    return state.isOrdered() && orderedFor != null && !orderedFor.equals(from);
  }
}
