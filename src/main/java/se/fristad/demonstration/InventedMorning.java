package se.fristad.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Centre;
import se.fristad.centre.Moment;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.contact.Waiting;
import se.fristad.contact.lobby.Danger;
import se.fristad.contact.lobby.Expected;
import se.fristad.contact.lobby.Lobby;
import se.fristad.contact.lobby.SafetyNotes;
import se.fristad.contact.lobby.Sign;
import se.fristad.contact.reception.Booking;
import se.fristad.contact.reception.Bookings;
import se.fristad.contact.reception.FreeTimes;
import se.fristad.contact.reception.Way;

/// The desk of the invented centre on the day on which it is made: two who wait, one who is late,
/// and one who did not come on the day before. On a closed day nobody has a time.
@StaffFace
@OnDemonstration
@Component
class InventedMorning {
  private static final int WITH_TIMES_ALREADY = 6;

  private final Lobby lobby;
  private final SafetyNotes notes;
  private final Bookings bookings;
  private final Threads threads;
  private final Predicate<LocalDate> open;
  private final Clock clock;

  InventedMorning(
      Lobby lobby,
      SafetyNotes notes,
      Bookings bookings,
      Threads threads,
      Centre centre,
      Clock clock) {
    this.lobby = lobby;
    this.notes = notes;
    this.bookings = bookings;
    this.threads = threads;
    this.open = centre.hours()::isOpenOn;
    this.clock = clock;
  }

  /// Begins the day.
  ///
  /// @param receives who of us is told what to know before she opens the door
  void begin(Viewer reception, Viewer receives) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, OpeningHours.HERE);
    List<Waiting> some = threads.open(reception, Queue.SUPPORT);
    Iterator<ThreadId> conversations =
        some.stream()
            .filter(one -> !one.handling().danger())
            .skip(WITH_TIMES_ALREADY)
            .map(Waiting::thread)
            .iterator();
    LocalDate before = today.minusDays(1);
    while (!open.test(before)) {
      before = before.minusDays(1);
    }
    if (conversations.hasNext()) {
      Booking.Stands missed = booked(reception, conversations.next(), before, at(before, 16));
      if (missed != null) {
        ticked(
            reception, missed, missed.from().plus(Duration.ofMinutes(21)), Expected.State.ABSENT);
      }
    }
    if (open.test(today) && conversations.hasNext()) {
      Booking.Stands late = booked(reception, conversations.next(), today, now);
      if (late != null) {
        ticked(reception, late, now, Expected.State.LATE);
      }
    }
    UUID first = waits(reception, now, today, Duration.ofMinutes(34), 2, "ar", true);
    waits(reception, now, today, Duration.ofMinutes(9), 0, "sv", false);
    notes.write(
        reception,
        Queue.SUPPORT,
        first,
        UUID.randomUUID(),
        receives.staff(),
        java.util.Set.of(Danger.CHILDREN_HEAR, Danger.SOMEBODY_OUTSIDE),
        null);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(OpeningHours.HERE).toInstant();
  }

  /// Books the last time here of a day that begins before a moment, else the first one; as early in
  /// the morning as it takes.
  private Booking.@Nullable Stands booked(
      Viewer viewer, ThreadId thread, LocalDate day, Instant before) {
    return Moment.on(
        at(day, 7),
        () -> {
          if (!(bookings.offer(viewer, Queue.SUPPORT, thread, null)
              instanceof Opened.Value<Bookings.Offer>(Bookings.Offer offer))) {
            return null;
          }
          List<FreeTimes.Time> here =
              offer.free().stream()
                  .filter(time -> time.way() == Way.ON_SITE)
                  .filter(time -> LocalDate.ofInstant(time.from(), OpeningHours.HERE).equals(day))
                  .toList();
          Optional<FreeTimes.Time> chosen =
              here.stream()
                  .filter(time -> !time.from().isAfter(before))
                  .reduce((one, later) -> later)
                  .or(() -> here.stream().findFirst());
          return chosen
                      .flatMap(time -> Bookings.Wish.offered(time.code(), null, null))
                      .map(wish ->
                          bookings.book(viewer, Queue.SUPPORT, thread, UUID.randomUUID(), wish))
                      .orElse(null)
                  instanceof Opened.Value<Booking>(Booking.Stands stands)
              ? stands
              : null;
        });
  }

  private void ticked(Viewer viewer, Booking.Stands booked, Instant at, Expected.State state) {
    Moment.run(at, () -> lobby.tick(viewer, Queue.SUPPORT, booked.id(), state));
  }

  private UUID waits(
      Viewer viewer,
      Instant now,
      LocalDate today,
      Duration since,
      int children,
      String language,
      boolean interpreter) {
    UUID id = UUID.randomUUID();
    Instant came = now.minus(since);
    Instant morning = today.atStartOfDay(OpeningHours.HERE).toInstant();
    Sign sign = lobby.nextSign(Queue.SUPPORT);
    Moment.run(
        came.isBefore(morning) ? morning : came,
        () ->
            lobby.come(
                viewer,
                Queue.SUPPORT,
                id,
                new Lobby.Coming(sign, null, 1, children, language, interpreter)));
    return id;
  }
}
