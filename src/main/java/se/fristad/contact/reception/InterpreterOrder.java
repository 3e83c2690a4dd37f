package se.fristad.contact.reception;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All that an agency is told (E-T11). It has no room for a name, a way to reach somebody, a case
/// or a word of what it is about: what cannot be held cannot be said by mistake.
///
/// @param reference our code for it
record InterpreterOrder(
    String reference,
    String language,
    @Nullable String dialect,
    @Nullable String gender,
    boolean elsewhere,
    Way way,
    Instant from,
    Instant until) {
  /// What is told of an interpreter who is needed at a booked time; of one who is ordered for
  /// another moment, that moment: it is the one the agency knows.
  static InterpreterOrder of(Interpreter interpreter, Booked booked) {
    Interpreter.Need need = interpreter.need();
    Instant known = interpreter.orderedFor();
    Instant from =
        known != null && interpreter.isForAnotherTime(booked.from()) ? known : booked.from();
    return new InterpreterOrder(
        interpreter.reference(),
        need.language(),
        need.dialect(),
        need.gender(),
        need.elsewhere(),
        need.way(),
        from,
        from.plus(Duration.between(booked.from(), booked.until())));
  }
}
