package se.fristad.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
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
import se.fristad.contact.About;
import se.fristad.contact.Calls;
import se.fristad.contact.ClosedBecause;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.contact.facts.Channel;
import se.fristad.contact.lobby.Expected;
import se.fristad.contact.lobby.Lobby;
import se.fristad.contact.lobby.NoShow;
import se.fristad.contact.lobby.NoShows;
import se.fristad.contact.reception.Booking;
import se.fristad.contact.reception.Bookings;
import se.fristad.contact.reception.FreeTimes;
import se.fristad.contact.reception.Interpreters;
import se.fristad.contact.reception.TimeCounts;
import se.fristad.contact.reception.Way;
import se.fristad.vault.Confidential;

/// The invented centre's reception in the months before today: who called, had a time, came or did
/// not, and was forgotten. What is left of it are the reception's figures.
///
/// Made by the same use cases as the pages, each at its own moment, in the order of time.
@StaffFace
@OnDemonstration
@Component
class InventedMonths {
  private static final int MONTHS = 3;

  /// The languages of those who had an interpreter, the commonest most often.
  private static final List<String> SPOKEN =
      List.of("ar", "ar", "ar", "so", "so", "ti", "prs", "ckb", "uk");

  private final Calls calls;
  private final Bookings bookings;
  private final Interpreters interpreters;
  private final Lobby lobby;
  private final NoShows noShows;
  private final Threads threads;
  private final TimeCounts counts;
  private final Predicate<LocalDate> open;
  private final Clock clock;

  InventedMonths(
      Calls calls,
      Bookings bookings,
      Interpreters interpreters,
      Lobby lobby,
      NoShows noShows,
      Threads threads,
      TimeCounts counts,
      Centre centre,
      Clock clock) {
    this.calls = calls;
    this.bookings = bookings;
    this.interpreters = interpreters;
    this.lobby = lobby;
    this.noShows = noShows;
    this.threads = threads;
    this.counts = counts;
    this.open = centre.hours()::isOpenOn;
    this.clock = clock;
  }

  /// Lives through them.
  void live(Viewer reception, Viewer change) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), OpeningHours.HERE);
    YearMonth first = YearMonth.from(today).minusMonths(MONTHS);
    // the same months each time
    Random chance = new Random(first.getYear() * 100L + first.getMonthValue());
    for (LocalDate day = first.atDay(1);
        day.isBefore(today.withDayOfMonth(1));
        day = day.plusDays(1)) {
      if (open.test(day)) {
        day(reception, change, day, chance);
      }
    }
    counts.count(Queue.SUPPORT, clock.instant());
    counts.count(Queue.CHANGE, clock.instant());
  }

  /// On most days somebody has the acute time of the morning, on every other the one of the
  /// afternoon; ordinary times go to those who called some days ago.
  private void day(Viewer reception, Viewer change, LocalDate day, Random chance) {
    if (chance.nextInt(10) < 8) {
      acute(reception, day, 9, chance);
    }
    if (chance.nextInt(10) < 4) {
      acute(reception, day, 13, chance);
    }
    if (chance.nextInt(10) < 6) {
      later(reception, Queue.SUPPORT, day, 2 + chance.nextInt(5), chance);
    }
    if (chance.nextInt(10) < 3) {
      later(reception, Queue.SUPPORT, day, 8 + chance.nextInt(6), chance);
    }
    if (day.getDayOfWeek().getValue() % 2 == 0 && chance.nextInt(10) < 8) {
      later(change, Queue.CHANGE, day, 1 + chance.nextInt(9), chance);
    }
  }

  private void acute(Viewer viewer, LocalDate day, int hour, Random chance) {
    Instant rings = at(day, 8).plus(Duration.ofMinutes(chance.nextInt(50)));
    ThreadId thread = calls(viewer, Queue.SUPPORT, rings, chance);
    keep(
        viewer,
        Queue.SUPPORT,
        thread,
        booked(viewer, Queue.SUPPORT, thread, rings, at(day, hour), Way.ON_SITE),
        chance);
  }

  private void later(Viewer viewer, Queue queue, LocalDate day, int days, Random chance) {
    Instant rings = at(day, 9).plus(Duration.ofMinutes(chance.nextInt(300)));
    Way way = chance.nextInt(4) == 0 ? Way.PHONE : Way.ON_SITE;
    ThreadId thread = calls(viewer, queue, rings, chance);
    keep(
        viewer,
        queue,
        thread,
        booked(viewer, queue, thread, rings, at(day.plusDays(days), 11), way),
        chance);
  }

  private ThreadId calls(Viewer viewer, Queue queue, Instant at, Random chance) {
    UUID id = UUID.randomUUID();
    Moment.run(
        at,
        () ->
            calls.log(
                viewer,
                queue,
                id,
                new Calls.Call(
                    Channel.PHONE,
                    queue == Queue.CHANGE ? About.CHANGE : About.EXPOSED,
                    false,
                    chance.nextInt(4) == 0 ? "ar" : "sv",
                    Confidential.of("Vill ha en tid."))));
    return new ThreadId(id);
  }

  private Booking.@Nullable Stands booked(
      Viewer viewer, Queue queue, ThreadId thread, Instant now, Instant wished, Way way) {
    return Moment.on(
        now,
        () ->
            bookings.offer(viewer, queue, thread, null)
                        instanceof Opened.Value<Bookings.Offer>(Bookings.Offer offer)
                    && FreeTimes.nearest(offer.free(), wished, way, 1).stream()
                            .flatMap(
                                time -> Bookings.Wish.offered(time.code(), null, null).stream())
                            .map(wish ->
                                bookings.book(viewer, queue, thread, UUID.randomUUID(), wish))
                            .findFirst()
                            .orElse(null)
                        instanceof Opened.Value<Booking>(Booking.Stands stands)
                ? stands
                : null);
  }

  /// She comes, or does not and is found out about; then her conversation is closed. A time that is
  /// still to come stays.
  private void keep(
      Viewer viewer, Queue queue, ThreadId thread, Booking.@Nullable Stands booked, Random chance) {
    if (booked == null) {
      return;
    }
    Instant from = booked.from();
    if (chance.nextInt(4) == 0) {
      Moment.run(
          from.minus(Duration.ofHours(1)),
          () ->
              interpreters.need(
                  viewer, queue, thread, booked.id(), SPOKEN.get(chance.nextInt(SPOKEN.size()))));
    }
    if (from.isAfter(clock.instant())) {
      return;
    }
    if (chance.nextInt(7) == 0) {
      Moment.run(
          from.plus(Duration.ofMinutes(20)),
          () -> lobby.tick(viewer, queue, booked.id(), Expected.State.ABSENT));
      Moment.run(
          from.plus(Duration.ofMinutes(40)),
          () ->
              noShows.end(
                  viewer,
                  queue,
                  thread,
                  booked.id(),
                  NoShow.Outcome.WAITS,
                  UUID.randomUUID(),
                  Confidential.of("")));
    } else if (booked.way() == Way.ON_SITE) {
      UUID guest = UUID.randomUUID();
      Moment.run(
          from.minus(Duration.ofMinutes(4)),
          () ->
              lobby.come(
                  viewer,
                  queue,
                  guest,
                  new Lobby.Coming(
                      lobby.nextSign(queue), booked.id(), booked.house(), 0, "sv", false)));
      Moment.run(booked.until(), () -> lobby.leave(viewer, queue, guest, false));
    }
    if (chance.nextInt(3) == 0) {
      Instant again = booked.until().plus(Duration.ofMinutes(5));
      keep(
          viewer,
          queue,
          thread,
          booked(viewer, queue, thread, again, from.plus(Duration.ofDays(7)), Way.ON_SITE),
          chance);
      return;
    }
    Moment.run(
        booked.until().plus(Duration.ofMinutes(10)),
        () -> threads.close(viewer, queue, thread, ClosedBecause.ANSWERED));
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(OpeningHours.HERE).toInstant();
  }
}
