package se.fristad.contact.reception;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Centre;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.vault.Sides;

/// The calls to agencies of interpreters: to order, to hear who comes, to remind, to call off. Each
/// stands as a task of a day until somebody of ours has said that it is done.
@StaffFace
@Component
class AgencyCalls {
  private final MeetingRows meetings;
  private final InterpreterRows rows;
  private final FileDoor door;
  private final OpeningHours hours;
  private final AgencyTimes times;
  private final Clock clock;

  AgencyCalls(
      MeetingRows meetings,
      InterpreterRows rows,
      FileDoor door,
      Centre centre,
      AgencyTimes times,
      Clock clock) {
    this.meetings = meetings;
    this.rows = rows;
    this.door = door;
    this.hours = centre.hours();
    this.times = times;
    this.clock = clock;
  }

  /// Why an agency is called.
  enum Why {
    /// An interpreter is needed and not ordered.
    ORDER,
    /// It is ordered; the agency has not said who comes.
    CONFIRM,
    /// It is confirmed and near: the agency is reminded.
    REMIND,
    /// The time is taken back or moved, and the agency still believes in it.
    CALL_OFF;

    /// As it stands in the message files.
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A call to an agency.
  ///
  /// @param day the day in which it stands
  /// @param overdue whether it should have been made
  record Task(Booked booked, Interpreter interpreter, Why why, LocalDate day, boolean overdue) {}

  /// The calls that are to be made, those that are late first. One line in the log.
  List<Task> due(Viewer viewer, Queue queue) {
    Instant now = clock.instant();
    return Sides.on(
        queue.side(),
        () ->
            door.list(
                viewer,
                "booked_time",
                "agency_calls",
                () -> {
                  List<Booked> booked =
                      meetings.withInterpreter(queue, viewer.staff(), now, Bookings.MOST);
                  Map<UUID, Interpreter> beside =
                      rows.of(queue, booked.stream().map(Booked::id).toList());
                  return booked.stream()
                      .flatMap(one ->
                          Stream.ofNullable(beside.get(one.id()))
                              .flatMap(interpreter -> task(one, interpreter, now).stream()))
                      .sorted(
                          Comparator.comparing((Task one) -> !one.overdue())
                              .thenComparing(Task::day)
                              .thenComparing(one -> one.booked().from()))
                      .toList();
                },
                one -> one.booked().id()));
  }

  /// What is to be done about an interpreter, if anything is.
  Optional<Task> task(Booked booked, Interpreter interpreter, Instant now) {
    Why why = why(booked, interpreter, now);
    if (why == null) {
      return Optional.empty();
    }
    LocalDate today = now.atZone(OpeningHours.HERE).toLocalDate();
    LocalDate on = booked.from().atZone(OpeningHours.HERE).toLocalDate();
    LocalDate confirm = before(on, times.confirm());
    boolean waited = hours.openBetween(interpreter.changedAt(), now).compareTo(times.order()) >= 0;
    return Optional.of(
        switch (why) {
          case ORDER ->
              new Task(booked, interpreter, why, today, waited || !today.isBefore(confirm));
          case CALL_OFF -> new Task(booked, interpreter, why, today, waited || !today.isBefore(on));
          case CONFIRM ->
              new Task(booked, interpreter, why, later(confirm, today), today.isAfter(confirm));
          case REMIND -> {
            LocalDate remind = before(on, times.remind());
            yield new Task(booked, interpreter, why, later(remind, today), today.isAfter(remind));
          }
        });
  }

  private static @Nullable Why why(Booked booked, Interpreter one, Instant now) {
    boolean ordered = one.state().isOrdered();
    if (booked.cancelled() || one.isForAnotherTime(booked.from())) {
      return ordered ? Why.CALL_OFF : null;
    }
    if (!booked.from().isAfter(now)) {
      return null;
    }
    return switch (one.state()) {
      case NEEDED, CANCELLED -> Why.ORDER;
      case ORDERED -> Why.CONFIRM;
      case CONFIRMED -> booked.from().equals(one.remindedFor()) ? null : Why.REMIND;
      case CALLED_OFF, CAME, NO_SHOW, UNSUITABLE -> null;
    };
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  /// So many open days before a day.
  private LocalDate before(LocalDate day, int days) {
    LocalDate date = day;
    for (int left = days; left > 0; left--) {
      do {
        date = date.minusDays(1);
      } while (!hours.isOpenOn(date) && date.isAfter(day.minusDays(60)));
    }
    return date;
  }
}
