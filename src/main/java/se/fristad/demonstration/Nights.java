package se.fristad.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.centre.Moment;
import se.fristad.centre.OpeningHours;
import se.fristad.statistics.Releases;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The nights of the invented time in which something falls due: after each quarter, and after the
/// year, its figures are released by the same work as the nightly job's, on the night's own clock.
///
/// A release counts what has happened until its period's end and nothing else, so the nights may
/// pass after all days have: what each finds is what it would have found then.
@StaffFace
@OnDemonstration
@Component
class Nights {
  private static final ZoneId HERE = OpeningHours.HERE;
  private static final LocalTime WHEN_THE_JOB_RUNS = LocalTime.of(4, 30);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final EventPublicationRegistry events;
  private final Releases releases;
  private final Clock clock;

  Nights(EventPublicationRegistry events, Releases releases, Clock clock) {
    this.events = events;
    this.releases = releases;
    this.clock = clock;
  }

  /// Waits until everything that was told has been counted.
  ///
  /// @throws IllegalStateException when it is not, within two minutes: nothing may be released then
  void waitUntilAllIsHeard() {
    long until = System.nanoTime() + LONGEST.toNanos();
    while (!Sides.on(Side.SUPPORT, events::findIncompletePublications).isEmpty()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("something of the year was not heard");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /// Lets the nights pass, in the order of time.
  void pass(LocalDate from, Runnable afterEach) {
    for (Instant night : until(from, LocalDate.ofInstant(clock.instant(), HERE))) {
      Moment.run(night, releases::makeDue);
      afterEach.run();
    }
  }

  /// The nights in which a quarter that begins on `from` or later is released.
  List<Instant> until(LocalDate from, LocalDate today) {
    return Stream.iterate(from.plusMonths(3), quarter -> quarter.plusMonths(3))
        .map(quarter -> quarter.plusDays(Releases.GRACE_DAYS))
        .takeWhile(night -> night.isBefore(today))
        .map(night -> night.atTime(WHEN_THE_JOB_RUNS).atZone(HERE).toInstant())
        .toList();
  }
}
