package se.fristad.contact.reception;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What free times are reckoned from: who receives when, the rooms, and what is taken.
///
/// @param hours of those who may meet the person; who knows her is not among them
/// @param held the acute times of everybody that hold a room
/// @param rooms those that are in use
/// @param taken booked times and absences, of workers and rooms alike
/// @param near when somebody of the same side is in a house whom the person must not meet
public record Plan(
    List<Hours> hours, List<Hours> held, List<Place> rooms, List<Taken> taken, List<Near> near) {
  /// Copies the lists.
  public Plan {
    hours = List.copyOf(hours);
    held = List.copyOf(held);
    rooms = List.copyOf(rooms);
    taken = List.copyOf(taken);
    near = List.copyOf(near);
  }

  /// A plan for somebody who may meet everybody.
  public Plan(List<Hours> hours, List<Hours> held, List<Place> rooms, List<Taken> taken) {
    this(hours, held, rooms, taken, List.of());
  }

  /// The same, with a margin before and after each of those whom the person must not meet.
  public Plan apartBy(Duration margin) {
    return new Plan(
        hours,
        held,
        rooms,
        taken,
        near.stream()
            .map(one -> new Near(one.house(), one.from().minus(margin), one.until().plus(margin)))
            .toList());
  }

  /// Somebody whom the person must not meet is in a house between two moments.
  public record Near(int house, Instant from, Instant until) {}

  /// The same with only some of the hours; the rooms that the others hold stay held.
  Plan only(Predicate<Hours> some) {
    return new Plan(hours.stream().filter(some).toList(), held, rooms, taken, near);
  }

  /// When somebody receives on a day of the week.
  ///
  /// @param worker an id of the reception's own
  /// @param acute whether these times are released on the day itself, and held back until then
  /// @param minutes how long each time is
  /// @param speaks the languages of the worker
  /// @param knows what the worker knows more about; nothing where the door has chosen already
  /// @param room the room that is held for an acute time, if one is
  /// @param validUntil the last day; for ever when there is none
  public record Hours(
      UUID worker,
      boolean acute,
      DayOfWeek day,
      LocalTime starts,
      LocalTime ends,
      int minutes,
      Set<Way> ways,
      Set<String> speaks,
      Set<String> knows,
      @Nullable UUID room,
      LocalDate validFrom,
      @Nullable LocalDate validUntil) {
    /// Copies the sets.
    public Hours {
      ways = Set.copyOf(ways);
      speaks = Set.copyOf(speaks);
      knows = Set.copyOf(knows);
    }

    /// Whether they are kept on a date.
    public boolean on(LocalDate date) {
      return date.getDayOfWeek() == day
          && !date.isBefore(validFrom)
          && (validUntil == null || !date.isAfter(validUntil));
    }
  }

  /// A room that is in use, and the house in which it is.
  public record Place(UUID room, int house) {}

  /// A worker or a room is taken between two moments.
  ///
  /// @param away whether she is away, or it is out of order, and not booked
  public record Taken(UUID what, Instant from, Instant until, boolean away) {}
}
