package se.fristad.contact.reception;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.audit.AuditLog;
import se.fristad.audit.Outcome;
import se.fristad.contact.Queue;
import se.fristad.vault.Sides;

/// How the reception is set up: rooms, who receives and when, who is away, groups. Nothing here is
/// about somebody who seeks support.
@StaffFace
@Component
public class Receptions {
  private static final String PURPOSE = "reception";
  private final ReceptionRows rows;
  private final MeetingRows meetings;
  private final AuditLog log;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Receptions(
      ReceptionRows rows,
      MeetingRows meetings,
      AuditLog log,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.meetings = meetings;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.clock = clock;
  }

  /// A room (*rum*).
  public record Room(UUID id, String name, int house, int seats, boolean inUse, int version) {}

  /// Somebody of ours who receives.
  public record Receiver(
      UUID id, UUID staff, Set<String> languages, Set<String> competences, int version) {}

  /// When somebody receives, as it was set up.
  public record Weekly(
      UUID id,
      UUID worker,
      boolean acute,
      DayOfWeek day,
      LocalTime starts,
      LocalTime ends,
      int minutes,
      Set<Way> ways,
      @Nullable UUID room,
      LocalDate from,
      @Nullable LocalDate until) {
    /// Whether it is of one day alone: an acute time that a week was given.
    boolean isOfOneDay() {
      return from.equals(until);
    }

    /// Whether one of two is the acute time of a single day, to which the ordinary ones give way.
    boolean isHeldOutOf(Weekly other) {
      return acute && isOfOneDay() && !other.acute;
    }

    boolean meets(Weekly other) {
      return day == other.day
          && starts.isBefore(other.ends)
          && other.starts.isBefore(ends)
          && (until == null || !other.from.isAfter(until))
          && (other.until == null || !from.isAfter(other.until));
    }
  }

  /// When somebody is away or a room is out of order; the whole reception when neither is named.
  public record Absence(
      UUID id, @Nullable UUID worker, @Nullable UUID room, Instant from, Instant until) {
    /// Whether the whole reception is closed.
    boolean isWhole() {
      return worker == null && room == null;
    }
  }

  /// The longest name of an agency.
  static final int LONGEST_AGENCY = 60;

  /// An agency of interpreters (*tolkförmedling*): the only one through whom an interpreter comes.
  ///
  /// @param phone where orders are made, in the form of E.164
  /// @param languages codes of [Interpreters#LANGUAGES]
  /// @param reviewed when somebody last made sure that it is right
  public record Agency(
      UUID id,
      String name,
      String phone,
      Set<String> languages,
      LocalDate reviewed,
      boolean inUse,
      int version) {
    /// Copies the languages.
    public Agency {
      languages = Set.copyOf(languages);
    }

    /// Whether it must be looked over: nobody has for a year.
    boolean isStale(LocalDate today) {
      return reviewed.isBefore(today.minusYears(1));
    }
  }

  /// What became of a change.
  public enum Kept {
    /// It is kept.
    DONE,
    /// Somebody else has changed it since it was opened.
    OVERTAKEN,
    /// Another has that name.
    NAME_TAKEN,
    /// It lies over other hours of the same worker, or over another acute time in the same room.
    OVER_OTHERS,
    /// It is not there.
    NOT_THERE,
    /// The worker or the room is taken then.
    TAKEN
  }

  /// The queues whose reception a viewer may see.
  public static List<Queue> seenBy(Viewer viewer) {
    return switch (viewer.role()) {
      case RECEPTION, CASEWORKER, TREATMENT_WORKER -> List.of(Queue.SUPPORT);
      case CHANGE_WORKER -> List.of(Queue.CHANGE);
      case HEAD -> List.of(Queue.SUPPORT, Queue.CHANGE);
      default -> List.of();
    };
  }

  /// Whether a viewer may set it up.
  static boolean mayChange(Viewer viewer, Queue queue) {
    return seenBy(viewer).contains(queue)
        && (viewer.role() == Role.HEAD
            || viewer.role() == Role.RECEPTION
            || viewer.role() == Role.CHANGE_WORKER);
  }

  List<Room> rooms(Queue queue) {
    return here(queue, () -> rows.rooms(queue));
  }

  /// Those who receive on the side of a queue.
  public List<Receiver> receivers(Queue queue) {
    return here(queue, () -> rows.receivers(queue));
  }

  List<Weekly> hours(Queue queue) {
    return here(queue, () -> rows.hours(queue));
  }

  List<Absence> absences(Queue queue) {
    return here(queue, () -> rows.absences(queue, clock.instant()));
  }

  /// The agencies of interpreters, by name.
  List<Agency> agencies(Queue queue) {
    return here(queue, () -> rows.agencies(queue));
  }

  /// Keeps an agency of interpreters.
  public Kept keep(Viewer viewer, Queue queue, Agency agency) {
    return keep(
        viewer, queue, "agency", agency.id(), agency.version(), () -> rows.keep(queue, agency));
  }

  /// Keeps a room.
  public Kept keep(Viewer viewer, Queue queue, Room room) {
    return keep(viewer, queue, "room", room.id(), room.version(), () -> rows.keep(queue, room));
  }

  private Kept keep(
      Viewer viewer, Queue queue, String kind, UUID id, int version, BooleanSupplier work) {
    try {
      return here(
          queue,
          () -> {
            boolean kept = work.getAsBoolean();
            log.append(
                kept
                    ? viewer.line("change", kind, id, PURPOSE, Outcome.DONE).wrote(version, null)
                    : viewer.line("change", kind, id, PURPOSE, Outcome.REFUSED));
            if (kept) {
              changed(kind, id, queue);
            }
            return kept ? Kept.DONE : Kept.OVERTAKEN;
          });
    } catch (DuplicateKeyException nameTaken) {
      return here(
          queue,
          () -> {
            log.append(viewer.line("change", kind, id, PURPOSE, Outcome.REFUSED));
            return Kept.NAME_TAKEN;
          });
    }
  }

  /// Somebody receives, in these languages and with these competences.
  public UUID receive(
      Viewer viewer,
      Queue queue,
      UUID staff,
      Collection<String> languages,
      Collection<String> competences) {
    return here(
        queue,
        () -> {
          UUID id = rows.keep(queue, UUID.randomUUID(), staff, languages, competences);
          done(viewer, "worker", id);
          changed("worker", id, queue);
          return id;
        });
  }

  /// Hours more. Sent twice they are set once.
  public Kept add(Viewer viewer, Queue queue, Weekly hours) {
    return here(
        queue,
        () -> {
          if (rows.lock(queue, hours.worker()).isEmpty()) {
            return Kept.NOT_THERE;
          }
          List<Weekly> all = rows.hours(queue);
          if (all.stream().anyMatch(one -> one.id().equals(hours.id()))) {
            return Kept.DONE;
          }
          boolean over =
              all.stream()
                  .filter(hours::meets)
                  .anyMatch(one ->
                      (one.worker().equals(hours.worker())
                              && !hours.isHeldOutOf(one)
                              && !one.isHeldOutOf(hours))
                          || (one.room() != null && one.room().equals(hours.room())));
          if (over) {
            log.append(
                viewer.line("set_hours", "worker", hours.worker(), PURPOSE, Outcome.REFUSED));
            return Kept.OVER_OTHERS;
          }
          rows.add(queue, hours);
          log.append(
              viewer
                  .line("set_hours", "worker", hours.worker(), PURPOSE, Outcome.DONE)
                  .wrote(1, null));
          changed("worker", hours.worker(), queue);
          return Kept.DONE;
        });
  }

  /// Hours end with a day.
  Kept end(Viewer viewer, Queue queue, UUID hours, LocalDate last) {
    return here(
        queue,
        () -> {
          Optional<Weekly> known =
              rows.hours(queue).stream().filter(one -> one.id().equals(hours)).findFirst();
          if (known.isEmpty()) {
            return Kept.NOT_THERE;
          }
          rows.end(queue, hours, last);
          log.append(
              viewer
                  .line("end_hours", "worker", known.get().worker(), PURPOSE, Outcome.DONE)
                  .wrote(1, null));
          changed("worker", known.get().worker(), queue);
          return Kept.DONE;
        });
  }

  /// Somebody is away, or a room is out of order. Sent twice it is once.
  ///
  /// @return how many booked times must be moved for it
  public int add(Viewer viewer, Queue queue, Absence absence) {
    return here(
        queue,
        () -> {
          rows.add(queue, absence, viewer.staff(), clock.instant());
          done(viewer, "absence", absence.id());
          changed("absence", absence.id(), queue);
          return rows.meets(
              queue, absence.worker(), absence.room(), absence.from(), absence.until());
        });
  }

  Kept takeAway(Viewer viewer, Queue queue, UUID absence) {
    return here(
        queue,
        () -> {
          if (!rows.takeAway(queue, absence)) {
            return Kept.NOT_THERE;
          }
          log.append(
              viewer.line("take_away", "absence", absence, PURPOSE, Outcome.DONE).wrote(1, null));
          changed("absence", absence, queue);
          return Kept.DONE;
        });
  }

  /// A group: a worker, a room and places for several.
  public Kept group(
      Viewer viewer,
      Queue queue,
      UUID id,
      FreeTimes.Time time,
      FreeTimes.Choice choice,
      int seats) {
    return here(
        queue,
        () -> {
          if (meetings.find(queue, id).isPresent()) {
            return Kept.DONE;
          }
          if (!meetings.put(
              queue, id, null, time, choice, null, null, seats, viewer.staff(), clock.instant())) {
            log.append(viewer.line("set_up", "group", id, PURPOSE, Outcome.REFUSED));
            return Kept.TAKEN;
          }
          log.append(viewer.line("set_up", "group", id, PURPOSE, Outcome.DONE).wrote(1, null));
          changed("group", id, queue);
          return Kept.DONE;
        });
  }

  /// A group is called off.
  Kept callOff(Viewer viewer, Queue queue, UUID id) {
    return here(
        queue,
        () -> {
          Optional<Booked> group =
              meetings.find(queue, id).filter(one -> one.kind().equals("group"));
          if (group.isEmpty() || !meetings.cancel(queue, id, viewer.staff(), clock.instant())) {
            return Kept.NOT_THERE;
          }
          log.append(viewer.line("call_off", "group", id, PURPOSE, Outcome.DONE).wrote(2, null));
          changed("group", id, queue);
          return Kept.DONE;
        });
  }

  private void done(Viewer viewer, String kind, UUID id) {
    log.append(viewer.line("change", kind, id, PURPOSE, Outcome.DONE).wrote(1, null));
  }

  private void changed(String what, UUID id, Queue queue) {
    events.publishEvent(new ReceptionChanged(what, id, queue, clock.instant()));
  }

  private <T> T here(Queue queue, Supplier<T> work) {
    return Sides.on(
        queue.side(),
        () -> {
          T done = transaction.execute(status -> work.get());
          if (done == null) {
            throw new IllegalStateException("no answer");
          }
          return done;
        });
  }
}
