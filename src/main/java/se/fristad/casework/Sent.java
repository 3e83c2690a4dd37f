package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// Reads what was typed in a form that is sent, and remembers all that cannot be read.
///
/// ```java
/// LocalDate from = sent.day("from");
/// return sent.step(() -> road.consent(viewer, file, subject, new Road.Agreed(from, …)));
/// ```
final class Sent {
  /// The years back in which something can have happened to somebody who is alive, and the years
  /// ahead for which anything is agreed or given.
  static final int MOST_YEARS_BACK = 120;

  static final int MOST_YEARS_AHEAD = 10;

  private final TypedForm typed;
  private final LocalDate today;
  private final List<Refusal> wrong = new ArrayList<>();

  Sent(TypedForm typed, LocalDate today) {
    this.typed = typed;
    this.today = today;
  }

  /// The day on which it is sent.
  LocalDate today() {
    return today;
  }

  /// What was typed.
  TypedForm typed() {
    return typed;
  }

  String value(String name) {
    return typed.value(name);
  }

  /// Whether something was typed, chosen or ticked.
  boolean has(String name) {
    return typed.has(name);
  }

  /// A text that may have so many characters.
  Confidential text(String name, int most) {
    if (typed.isLonger(name, most)) {
      refuse(Refusal.unreadable(name, "casework.wrong.long", most));
    }
    return Confidential.of(typed.value(name));
  }

  /// A day that must be there, and not so far away that it must be a slip of the hand. Of one that
  /// cannot be read a day is given that nobody sees: the step is not taken.
  LocalDate day(String name) {
    LocalDate day = Field.day(typed.value(name)).orElse(null);
    if (day == null) {
      refuse(Refusal.unreadable(name, "casework.wrong.day"));
      return LocalDate.EPOCH;
    }
    if (day.isBefore(today.minusYears(MOST_YEARS_BACK))) {
      refuse(Refusal.unreadable(name, "casework.wrong.day_back", MOST_YEARS_BACK));
    } else if (day.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
      refuse(Refusal.unreadable(name, "casework.wrong.day_ahead", MOST_YEARS_AHEAD));
    }
    return day;
  }

  /// A day that may be left out.
  @Nullable LocalDate dayOrNone(String name) {
    return has(name) ? day(name) : null;
  }

  /// A day and a time of it, here.
  Instant moment(String day, String time) {
    LocalDate on = day(day);
    LocalTime at =
        Field.time(typed.value(time))
            .orElseGet(() -> {
              refuse(Refusal.unreadable(time, "casework.wrong.time"));
              return LocalTime.NOON;
            });
    return on.atTime(at).atZone(Files.HERE).toInstant();
  }

  /// Another time of a day that has been read: what is wrong with the day is said once.
  Instant sameDay(String day, String time) {
    LocalDate on = Field.day(typed.value(day)).orElse(LocalDate.EPOCH);
    LocalTime at =
        Field.time(typed.value(time))
            .orElseGet(() -> {
              refuse(Refusal.unreadable(time, "casework.wrong.time"));
              return LocalTime.NOON;
            });
    return on.atTime(at).atZone(Files.HERE).toInstant();
  }

  /// One of the answers, if one was chosen. Codes that are none of them are not chosen.
  <E> Optional<E> chosen(String name, E[] values, Function<E, String> code) {
    return Stream.of(values)
        .filter(value -> code.apply(value).equals(typed.value(name)))
        .findFirst();
  }

  /// One of the answers, which must be chosen; else the first of them, which nobody sees: the step
  /// is not taken.
  <E> E one(String name, E[] values, Function<E, String> code) {
    return chosen(name, values, code)
        .orElseGet(() -> {
          refuse(Refusal.unreadable(name, "casework.wrong.choose"));
          return values[0];
        });
  }

  /// Those that were ticked.
  <E> Set<E> ticked(String name, E[] values, Function<E, String> code) {
    Set<String> ticked = typed.ticked(name);
    return Stream.of(values)
        .filter(value -> ticked.contains(code.apply(value)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Something cannot be read, or stands against a rule that the form itself knows.
  void refuse(Refusal refusal) {
    wrong.add(refusal);
  }

  /// Whether everything could be read so far.
  boolean readable() {
    return wrong.isEmpty();
  }

  /// Takes the step if everything could be read.
  <T> Step<T> step(Supplier<Step<T>> step) {
    return readable()
        ? step.get()
        : new Step.Refused<>(wrong.stream().map(refusal -> refusal.citedOn(today)).toList());
  }
}
