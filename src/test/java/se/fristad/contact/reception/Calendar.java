package se.fristad.contact.reception;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.People;
import se.fristad.law.PublicHolidays;
import se.fristad.law.WorkingDays;

/// A reception as a test wants it: rooms, those who receive, their hours.
public final class Calendar {
  private final People people;
  private final String schema;

  /// The reception of a side.
  public Calendar(People people, String schema) {
    this.people = people;
    this.schema = schema;
  }

  /// The first Monday in three weeks or more in whose week nothing is closed, at ten, here: the
  /// doors know the real time, and a time that has been cannot be booked.
  public static Instant monday() {
    LocalDate day =
        LocalDate.now(OpeningHours.HERE)
            .plusWeeks(3)
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    while (IntStream.range(0, 12)
        .mapToObj(day::plusDays)
        .filter(one -> one.getDayOfWeek().getValue() <= 5)
        .anyMatch(one -> PublicHolidays.isHoliday(one) || WorkingDays.isEve(one))) {
      day = day.plusWeeks(1);
    }
    return day.atTime(10, 0).atZone(OpeningHours.HERE).toInstant();
  }

  /// Nobody receives any more.
  public void empty() {
    for (String table :
        new String[] {
          "help_watch",
          "help_call",
          "lobby",
          "meeting",
          "absence",
          "hours",
          "worker",
          "room",
          "agency"
        }) {
      people.byHand("delete from " + schema + "." + table);
    }
  }

  /// A room.
  public UUID room(String name) {
    UUID id = UUID.randomUUID();
    people.byHand(
        "insert into " + schema + ".room (id, name, house, seats) values (?, ?, 1, 10)", id, name);
    return id;
  }

  /// Somebody receives.
  public UUID worker(UUID staff) {
    UUID id = UUID.randomUUID();
    people.byHand("insert into " + schema + ".worker (id, staff) values (?, ?)", id, staff);
    return id;
  }

  /// A time that a conversation has, an hour long; by telephone when there is no room.
  public UUID booked(UUID worker, @Nullable UUID room, UUID thread, Instant from) {
    UUID id = UUID.randomUUID();
    people.byHand(
        "insert into "
            + schema
            + ".meeting (id, kind, way, worker, room, from_at, until_at, thread, booked_at)"
            + " values (?, 'ordinary', ?, ?, nullif(?, '')::uuid, ?::timestamptz, ?::timestamptz, ?, ?::timestamptz)",
        id,
        room == null ? "phone" : "on_site",
        worker,
        room == null ? "" : room.toString(),
        from.toString(),
        from.plus(Duration.ofHours(1)).toString(),
        thread,
        from.minus(Duration.ofDays(1)).toString());
    return id;
  }

  /// An agency of interpreters.
  public UUID agency(String name, String languages) {
    UUID id = UUID.randomUUID();
    people.byHand(
        "insert into "
            + schema
            + ".agency (id, name, phone, languages, reviewed_on) values (?, ?, '+4618123456', ?::text[], '2026-01-01')",
        id,
        name,
        "{" + languages + "}");
    return id;
  }

  /// Ordinary hours on a weekday, by whole hours.
  public void hours(UUID worker, int weekday, int from, int until) {
    people.byHand(
        "insert into "
            + schema
            + ".hours (id, worker, kind, weekday, starts, ends, minutes, ways, valid_from)"
            + " values (?, ?, 'ordinary', ?, ?::time, ?::time, 60, '{on_site,phone,video}', '2020-01-01')",
        UUID.randomUUID(),
        worker,
        weekday,
        from + ":00",
        until + ":00");
  }

  /// An acute time on a weekday.
  public void acute(UUID worker, int weekday, int from, UUID room) {
    people.byHand(
        "insert into "
            + schema
            + ".hours (id, worker, kind, weekday, starts, ends, minutes, ways, room, valid_from)"
            + " values (?, ?, 'acute', ?, ?::time, ?::time, 60, '{on_site,phone}', ?, '2020-01-01')",
        UUID.randomUUID(),
        worker,
        weekday,
        from + ":00",
        from + 1 + ":00",
        room);
  }
}
