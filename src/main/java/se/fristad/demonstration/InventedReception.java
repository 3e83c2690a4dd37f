package se.fristad.demonstration;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.About;
import se.fristad.contact.Calls;
import se.fristad.contact.Queue;
import se.fristad.contact.Reminders;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.contact.Waiting;
import se.fristad.contact.facts.Channel;
import se.fristad.contact.reception.Bookings;
import se.fristad.contact.reception.FreeTimes;
import se.fristad.contact.reception.Interpreters;
import se.fristad.contact.reception.Receptions;
import se.fristad.contact.reception.Way;
import se.fristad.vault.Confidential;

/// The reception of the invented centre as it is today: rooms, who receives when, who is away, the
/// last months of it, times that are booked from now on with some reminders, and the desk of the
/// day. The year itself has none; without a year it is there all the same.
@StaffFace
@OnDemonstration
@Component
class InventedReception {
  private static final Set<Way> ALL = Set.of(Way.values());
  private static final int A_LITTLE = 6;

  /// So many conversations stand open on a day of the desk.
  private static final int A_DAY = 9;

  private final Receptions receptions;
  private final Bookings bookings;
  private final Threads threads;
  private final Calls calls;
  private final Reminders reminders;
  private final Interpreters interpreters;
  private final InventedMonths months;
  private final InventedMorning morning;
  private final Clock clock;

  InventedReception(
      Receptions receptions,
      Bookings bookings,
      Threads threads,
      Calls calls,
      Reminders reminders,
      Interpreters interpreters,
      InventedMonths months,
      InventedMorning morning,
      Clock clock) {
    this.receptions = receptions;
    this.bookings = bookings;
    this.threads = threads;
    this.calls = calls;
    this.reminders = reminders;
    this.interpreters = interpreters;
    this.months = months;
    this.morning = morning;
    this.clock = clock;
  }

  /// Sets it up and books some times; once.
  ///
  /// @param lived whether the last months have been
  void open(Making.Team team, boolean lived) {
    if (!receptions.receivers(Queue.SUPPORT).isEmpty()) {
      return;
    }
    setUp(team);
    if (lived) {
      months.live(team.reception(), team.change());
      wait(team.reception(), Queue.SUPPORT, A_DAY);
      wait(team.change(), Queue.CHANGE, 2);
    }
    book(team.reception(), Queue.SUPPORT);
    book(team.change(), Queue.CHANGE);
    morning.begin(team.reception(), team.caseworkers().getFirst());
  }

  private void setUp(Making.Team team) {
    Viewer reception = team.reception();
    UUID blue = room(reception, Queue.SUPPORT, "Blå rummet", 4);
    room(reception, Queue.SUPPORT, "Björken", 6);
    room(reception, Queue.SUPPORT, "Stora rummet", 14);
    room(team.change(), Queue.CHANGE, "Eken", 5);
    UUID first =
        receives(
            reception, Queue.SUPPORT, reception.staff(), Set.of("sv", "en"), Set.of("support"));
    UUID second =
        receives(
            reception,
            Queue.SUPPORT,
            team.caseworkers().getFirst().staff(),
            Set.of("sv", "ar", "en"),
            Set.of("honour", "young"));
    UUID third =
        receives(
            reception,
            Queue.SUPPORT,
            team.treatment().staff(),
            Set.of("sv", "so"),
            Set.of("support", "children", "groups"));
    UUID change =
        receives(
            team.change(),
            Queue.CHANGE,
            team.change().staff(),
            Set.of("sv", "en"),
            Set.of("change"));
    for (DayOfWeek day : List.of(DayOfWeek.values()).subList(0, 5)) {
      hours(reception, Queue.SUPPORT, first, day, true, 9, 10, blue);
      hours(reception, Queue.SUPPORT, first, day, true, 13, 14, blue);
      hours(reception, Queue.SUPPORT, second, day, false, 10, 12, null);
      hours(reception, Queue.SUPPORT, third, day, false, 13, 16, null);
      if (day.getValue() % 2 == 0) {
        hours(team.change(), Queue.CHANGE, change, day, false, 9, 12, null);
      }
    }
    Instant now = clock.instant();
    LocalDate away = now.atZone(OpeningHours.HERE).toLocalDate().plusWeeks(2);
    receptions.add(
        reception,
        Queue.SUPPORT,
        new Receptions.Absence(
            UUID.randomUUID(),
            second,
            null,
            away.atStartOfDay(OpeningHours.HERE).toInstant(),
            away.plusWeeks(1).atStartOfDay(OpeningHours.HERE).toInstant()));
  }

  /// Where the year has left nobody who waits, some have called.
  private void wait(Viewer viewer, Queue queue, int people) {
    for (int there = threads.open(viewer, queue).size(); there < people; there++) {
      calls.log(
          viewer,
          queue,
          UUID.randomUUID(),
          new Calls.Call(
              Channel.PHONE,
              queue == Queue.CHANGE ? About.CHANGE : About.EXPOSED,
              false,
              there % 4 == 1 ? "ar" : "sv",
              Confidential.of("Ringde och vill ha en tid.")));
    }
  }

  private UUID room(Viewer viewer, Queue queue, String name, int seats) {
    UUID id = UUID.randomUUID();
    receptions.keep(viewer, queue, new Receptions.Room(id, name, 1, seats, true, 1));
    return id;
  }

  private UUID receives(
      Viewer viewer, Queue queue, UUID staff, Set<String> languages, Set<String> competences) {
    return receptions.receive(viewer, queue, staff, languages, competences);
  }

  private void hours(
      Viewer viewer,
      Queue queue,
      UUID worker,
      DayOfWeek day,
      boolean acute,
      int from,
      int until,
      @Nullable UUID room) {
    receptions.add(
        viewer,
        queue,
        new Receptions.Weekly(
            UUID.randomUUID(),
            worker,
            acute,
            day,
            LocalTime.of(from, 0),
            LocalTime.of(until, 0),
            60,
            ALL,
            room,
            LocalDate.of(Year.OF, 1, 1),
            null));
  }

  /// Those whose conversations stand open have a time in the days to come.
  private void book(Viewer viewer, Queue queue) {
    int far = 0;
    for (Waiting one : threads.open(viewer, queue).stream().limit(A_LITTLE).toList()) {
      ThreadId thread = one.thread();
      if (bookings.offer(viewer, queue, thread, null)
          instanceof Opened.Value<Bookings.Offer>(Bookings.Offer offer)) {
        Instant wished = clock.instant().plus(Duration.ofHours(20L * ++far));
        Way way = far % 3 == 0 ? Way.PHONE : Way.ON_SITE;
        FreeTimes.nearest(offer.free(), wished, way, 1).stream()
            .flatMap(time -> Bookings.Wish.offered(time.code(), null, null).stream())
            .forEach(wish -> bookings.book(viewer, queue, thread, UUID.randomUUID(), wish));
        if (far % 2 == 0) {
          remind(viewer, queue, thread);
        }
        if (far % 3 == 2) {
          interpret(viewer, queue, thread);
        }
      }
    }
  }

  /// She wants to be reminded, in the morning of the open day before.
  private void remind(Viewer viewer, Queue queue, ThreadId thread) {
    if (bookings.offer(viewer, queue, thread, null)
        instanceof Opened.Value<Bookings.Offer>(Bookings.Offer offer)) {
      offer
          .booked()
          .forEach(one ->
              reminders.windows(one.from()).stream()
                  .findFirst()
                  .ifPresent(
                      window -> reminders.ask(viewer, queue, thread, one.id(), window.code())));
    }
  }

  /// Nobody here speaks her language: an interpreter is to be ordered.
  private void interpret(Viewer viewer, Queue queue, ThreadId thread) {
    if (bookings.offer(viewer, queue, thread, null)
        instanceof Opened.Value<Bookings.Offer>(Bookings.Offer offer)) {
      offer.booked().forEach(one -> interpreters.need(viewer, queue, thread, one.id(), "ti"));
    }
  }
}
