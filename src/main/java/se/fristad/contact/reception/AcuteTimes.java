package se.fristad.contact.reception;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.audit.AuditLog;
import se.fristad.audit.Outcome;
import se.fristad.centre.Centre;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.vault.Sides;

/// The acute times of a week (*veckans akuttider*): how many a weekday is to have, what a week
/// lacks, and the times of a proposal that somebody has accepted. An accepted time is an acute hour
/// of its one day, made as any other is ([Receptions#add]); the worker's ordinary time gives way.
@StaffFace
@Component
public class AcuteTimes {
  private static final String PURPOSE = "reception";

  private final ReceptionRows rows;
  private final MeetingRows meetings;
  private final Receptions receptions;
  private final ReceptionTimes times;
  private final OpeningHours open;
  private final AuditLog log;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AcuteTimes(
      ReceptionRows rows,
      MeetingRows meetings,
      Receptions receptions,
      ReceptionTimes times,
      Centre centre,
      AuditLog log,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.meetings = meetings;
    this.receptions = receptions;
    this.times = times;
    this.open = centre.hours();
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.clock = clock;
  }

  /// How many acute times each weekday is to have: as somebody has said, or as is set.
  Map<DayOfWeek, Integer> wanted(Queue queue) {
    return here(queue, status -> known(queue));
  }

  private Map<DayOfWeek, Integer> known(Queue queue) {
    Map<DayOfWeek, Integer> wanted = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      wanted.put(day, times.acute());
    }
    wanted.putAll(rows.wanted(queue));
    return wanted;
  }

  /// Keeps how many each weekday is to have. What is as it was is not written.
  void want(Viewer viewer, Queue queue, Map<DayOfWeek, Integer> wanted) {
    here(
        queue,
        status -> {
          Map<DayOfWeek, Integer> before = known(queue);
          wanted.forEach((day, count) -> {
            if (!count.equals(before.get(day))) {
              ReceptionRows.Wanted kept = rows.want(queue, UUID.randomUUID(), day, count);
              log.append(
                  viewer
                      .line("change", "acute_wanted", kept.id(), PURPOSE, Outcome.DONE)
                      .wrote(kept.version(), null));
              changed("acute_wanted", kept.id(), queue);
            }
          });
          return true;
        });
  }

  /// What the acute times of a week are planned from.
  AcuteWeek week(Queue queue, LocalDate monday) {
    return here(queue, status -> reckon(queue, monday));
  }

  private AcuteWeek reckon(Queue queue, LocalDate monday) {
    Instant now = clock.instant();
    Map<DayOfWeek, Integer> wanted = known(queue);
    Plan plan =
        meetings.plan(
            queue,
            null,
            monday.atStartOfDay(OpeningHours.HERE).toInstant(),
            monday.plusDays(7 + AcuteWeek.FORTNIGHT).atStartOfDay(OpeningHours.HERE).toInstant());
    return AcuteWeek.of(
        plan, open, monday, now, times.notice(), day -> wanted.getOrDefault(day, 0));
  }

  /// A time that somebody accepts.
  ///
  /// @param id minted with the form: accepted twice it is one
  record Wish(UUID id, UUID worker, Instant from, Instant until) {}

  /// What became of accepting.
  sealed interface Accepted {
    /// They are acute times now.
    record Done(int times) implements Accepted {}

    /// Nothing was kept, since these are not to be had any more.
    record Gone(Set<UUID> wishes) implements Accepted {
      public Gone {
        wishes = Set.copyOf(wishes);
      }
    }
  }

  /// Makes acute times of ordinary ones: all of them, or none when one has been booked in the
  /// meantime, or who has it is away, or no room is left and it can be held nowhere else.
  Accepted accept(Viewer viewer, Queue queue, LocalDate monday, List<Wish> wishes) {
    Accepted accepted =
        here(
            queue,
            status -> {
              Accepted answer = keep(viewer, queue, monday, wishes);
              if (answer instanceof Accepted.Gone) {
                status.setRollbackOnly();
              }
              return answer;
            });
    if (accepted instanceof Accepted.Gone(Set<UUID> gone)) {
      // a line of its own: the one that the refusal wrote is undone with the rest
      here(
          queue,
          status -> {
            wishes.stream()
                .filter(one -> gone.contains(one.id()))
                .map(Wish::worker)
                .distinct()
                .forEach(one ->
                    log.append(viewer.line("set_hours", "worker", one, PURPOSE, Outcome.REFUSED)));
            return true;
          });
    }
    return accepted;
  }

  private Accepted keep(Viewer viewer, Queue queue, LocalDate monday, List<Wish> wishes) {
    // whoever books one of them waits here, and finds it held; whoever was first is seen
    rows.lockAll(queue, wishes.stream().map(Wish::worker).toList());
    Set<UUID> known = rows.known(queue, wishes.stream().map(Wish::id).toList());
    AcuteWeek week = reckon(queue, monday);
    List<AcuteTime> beside = new ArrayList<>();
    Map<UUID, AcuteTime> found = new LinkedHashMap<>();
    Set<UUID> gone = new TreeSet<>();
    for (Wish wish : wishes) {
      if (known.contains(wish.id())) {
        continue;
      }
      AcuteTime time = of(week, beside, wish);
      if (time == null) {
        gone.add(wish.id());
      } else {
        beside.add(time);
        found.put(wish.id(), time);
      }
    }
    if (gone.isEmpty()) {
      found.forEach((id, time) -> {
        if (receptions.add(viewer, queue, hours(id, time)) != Receptions.Kept.DONE) {
          gone.add(id);
        }
      });
    }
    return gone.isEmpty() ? new Accepted.Done(found.size()) : new Accepted.Gone(gone);
  }

  private static @Nullable AcuteTime of(AcuteWeek week, List<AcuteTime> beside, Wish wish) {
    for (AcuteWeek.Day day : week.days()) {
      for (FreeTimes.Free free : day.free()) {
        if (free.worker().equals(wish.worker())
            && free.from().equals(wish.from())
            && free.until().equals(wish.until())) {
          return AcuteRule.of(day, beside, free);
        }
      }
    }
    return null;
  }

  private static Receptions.Weekly hours(UUID id, AcuteTime time) {
    LocalDate date = time.from().atZone(OpeningHours.HERE).toLocalDate();
    return new Receptions.Weekly(
        id,
        time.worker(),
        true,
        date.getDayOfWeek(),
        time.from().atZone(OpeningHours.HERE).toLocalTime(),
        time.until().atZone(OpeningHours.HERE).toLocalTime(),
        (int) Duration.between(time.from(), time.until()).toMinutes(),
        time.ways(),
        time.room(),
        date,
        date);
  }

  private void changed(String what, UUID id, Queue queue) {
    events.publishEvent(new ReceptionChanged(what, id, queue, clock.instant()));
  }

  private <T> T here(Queue queue, TransactionCallback<T> work) {
    return Sides.on(
        queue.side(),
        () -> {
          T done = transaction.execute(work);
          if (done == null) {
            throw new IllegalStateException("no answer");
          }
          return done;
        });
  }
}
