package se.fristad.contact.reception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.contact.Queue;

/// The SQL of how the reception is set up: rooms, who receives, when, and who is away.
@StaffFace
@Component
class ReceptionRows {
  private final JdbcClient sql;

  ReceptionRows(JdbcClient sql) {
    this.sql = sql;
  }

  List<Receptions.Room> rooms(Queue queue) {
    return sql.sql(
            "select id, name, house, seats, in_use, version from "
                + queue.schema()
                + ".room order by house, name")
        .query((row, number) ->
            new Receptions.Room(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getInt(6)))
        .list();
  }

  /// Keeps a room whose version is the one before; false when somebody else has changed it first.
  boolean keep(Queue queue, Receptions.Room room) {
    if (room.version() == 1) {
      return sql.sql(
                  "insert into "
                      + queue.schema()
                      + ".room (id, name, house, seats, in_use) values (?, ?, ?, ?, ?) on conflict (id) do nothing")
              .params(room.id(), room.name(), room.house(), room.seats(), room.inUse())
              .update()
          == 1;
    }
    return sql.sql(
                "update "
                    + queue.schema()
                    + ".room set name = ?, house = ?, seats = ?, in_use = ?, version = ? where id = ? and version = ?")
            .params(
                room.name(),
                room.house(),
                room.seats(),
                room.inUse(),
                room.version(),
                room.id(),
                room.version() - 1)
            .update()
        == 1;
  }

  List<Receptions.Agency> agencies(Queue queue) {
    return sql.sql(
            "select id, name, phone, languages, reviewed_on, in_use, version from "
                + queue.schema()
                + ".agency order by in_use desc, name")
        .query((row, number) ->
            new Receptions.Agency(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                MeetingRows.words(row.getArray(4)),
                row.getObject(5, LocalDate.class),
                row.getBoolean(6),
                row.getInt(7)))
        .list();
  }

  /// Keeps an agency whose version is the one before; false when somebody else was first.
  boolean keep(Queue queue, Receptions.Agency agency) {
    String[] languages = agency.languages().stream().sorted().toArray(String[]::new);
    if (agency.version() == 1) {
      return sql.sql(
                  "insert into "
                      + queue.schema()
                      + ".agency (id, name, phone, languages, reviewed_on, in_use) values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
              .params(
                  agency.id(),
                  agency.name(),
                  agency.phone(),
                  languages,
                  agency.reviewed(),
                  agency.inUse())
              .update()
          == 1;
    }
    return sql.sql(
                "update "
                    + queue.schema()
                    + ".agency set name = ?, phone = ?, languages = ?, reviewed_on = ?, in_use = ?, version = ? where id = ? and version = ?")
            .params(
                agency.name(),
                agency.phone(),
                languages,
                agency.reviewed(),
                agency.inUse(),
                agency.version(),
                agency.id(),
                agency.version() - 1)
            .update()
        == 1;
  }

  List<Receptions.Receiver> receivers(Queue queue) {
    return sql.sql(
            "select id, staff, languages, competences, version from "
                + queue.schema()
                + ".worker order by id")
        .query((row, number) ->
            new Receptions.Receiver(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                MeetingRows.words(row.getArray(3)),
                MeetingRows.words(row.getArray(4)),
                row.getInt(5)))
        .list();
  }

  /// The one who receives, locked, so that her hours are set by one at a time.
  Optional<UUID> lock(Queue queue, UUID worker) {
    return sql.sql("select id from " + queue.schema() + ".worker where id = ? for update")
        .param(worker)
        .query(UUID.class)
        .optional();
  }

  /// Somebody receives from now on, with these languages and competences; her id.
  UUID keep(
      Queue queue,
      UUID id,
      UUID staff,
      Collection<String> languages,
      Collection<String> competences) {
    return sql.sql(
            "insert into "
                + queue.schema()
                + ".worker as w (id, staff, languages, competences) values (?, ?, ?::text[], ?::text[])"
                + " on conflict (staff) do update set languages = excluded.languages, competences = excluded.competences,"
                + " version = w.version + 1 returning id")
        .params(id, staff, languages.toArray(String[]::new), competences.toArray(String[]::new))
        .query(UUID.class)
        .single();
  }

  List<Receptions.Weekly> hours(Queue queue) {
    return sql.sql(
            "select id, worker, kind, weekday, starts, ends, minutes, ways, room, valid_from, valid_until from "
                + queue.schema()
                + ".hours order by weekday, starts, id")
        .query(ReceptionRows::weekly)
        .list();
  }

  private static Receptions.Weekly weekly(ResultSet row, int number) throws SQLException {
    return new Receptions.Weekly(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3).equals("acute"),
        DayOfWeek.of(row.getInt(4)),
        row.getObject(5, LocalTime.class),
        row.getObject(6, LocalTime.class),
        row.getInt(7),
        MeetingRows.words(row.getArray(8)).stream()
            .map(code -> Way.of(code).orElseThrow())
            .collect(Collectors.toSet()),
        row.getObject(9, UUID.class),
        row.getObject(10, LocalDate.class),
        row.getObject(11, LocalDate.class));
  }

  void add(Queue queue, Receptions.Weekly hours) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".hours (id, worker, kind, weekday, starts, ends, minutes, ways, room, valid_from, valid_until)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?) on conflict (id) do nothing")
        .params(
            Arrays.asList(
                hours.id(),
                hours.worker(),
                hours.acute() ? "acute" : "ordinary",
                hours.day().getValue(),
                hours.starts(),
                hours.ends(),
                hours.minutes(),
                hours.ways().stream().map(Way::code).sorted().toArray(String[]::new),
                hours.room(),
                hours.from(),
                hours.until()))
        .update();
  }

  /// Those who receive, and all rooms, locked in the order in which a booking locks them.
  void lockAll(Queue queue, Collection<UUID> workers) {
    sql.sql(
            "select id from "
                + queue.schema()
                + ".worker where id = any (?) order by id for update")
        .params(new Object[] {workers.toArray(UUID[]::new)})
        .query(UUID.class)
        .list();
    sql.sql("select id from " + queue.schema() + ".room order by id for update")
        .query(UUID.class)
        .list();
  }

  /// Which of these hours are there already.
  Set<UUID> known(Queue queue, Collection<UUID> hours) {
    return Set.copyOf(
        sql.sql("select id from " + queue.schema() + ".hours where id = any (?)")
            .params(new Object[] {hours.toArray(UUID[]::new)})
            .query(UUID.class)
            .list());
  }

  /// How many acute times the weekdays are to have of which somebody has said so.
  Map<DayOfWeek, Integer> wanted(Queue queue) {
    Map<DayOfWeek, Integer> wanted = new EnumMap<>(DayOfWeek.class);
    sql.sql("select weekday, times from " + queue.schema() + ".acute_wanted")
        .query(row -> {
          wanted.put(DayOfWeek.of(row.getInt(1)), row.getInt(2));
        });
    return wanted;
  }

  /// How many one weekday is to have, as it is kept.
  record Wanted(UUID id, int version) {}

  Wanted want(Queue queue, UUID id, DayOfWeek day, int times) {
    return sql.sql(
            "insert into "
                + queue.schema()
                + ".acute_wanted as w (id, weekday, times) values (?, ?, ?) on conflict (weekday) do update"
                + " set times = excluded.times, version = w.version + 1 returning id, version")
        .params(id, day.getValue(), times)
        .query((row, number) -> new Wanted(row.getObject(1, UUID.class), row.getInt(2)))
        .single();
  }

  /// The hours end with a day; those that have not begun then are taken away.
  boolean end(Queue queue, UUID hours, LocalDate last) {
    int gone =
        sql.sql("delete from " + queue.schema() + ".hours where id = ? and valid_from > ?")
            .params(hours, last)
            .update();
    return gone == 1
        || sql.sql(
                    "update "
                        + queue.schema()
                        + ".hours set valid_until = ? where id = ? and (valid_until is null or valid_until > ?)")
                .params(last, hours, last)
                .update()
            == 1;
  }

  List<Receptions.Absence> absences(Queue queue, Instant after) {
    return sql.sql(
            "select id, worker, room, from_at, until_at from "
                + queue.schema()
                + ".absence where until_at > ? order by from_at, id")
        .param(Timestamp.from(after))
        .query((row, number) ->
            new Receptions.Absence(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant()))
        .list();
  }

  void add(Queue queue, Receptions.Absence absence, UUID by, Instant now) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".absence (id, worker, room, from_at, until_at, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (id) do nothing")
        .params(
            Arrays.asList(
                absence.id(),
                absence.worker(),
                absence.room(),
                Timestamp.from(absence.from()),
                Timestamp.from(absence.until()),
                by,
                Timestamp.from(now)))
        .update();
  }

  boolean takeAway(Queue queue, UUID absence) {
    return sql.sql("delete from " + queue.schema() + ".absence where id = ?")
            .param(absence)
            .update()
        == 1;
  }

  /// How many booked times lie in an absence and must be moved.
  int meets(Queue queue, @Nullable UUID worker, @Nullable UUID room, Instant from, Instant until) {
    return sql.sql(
            "select count(*) from "
                + queue.schema()
                + ".meeting where state = 'booked' and (worker = ?::uuid or room = ?::uuid or ?) and from_at < ? and until_at > ?")
        .params(
            Arrays.asList(
                worker,
                room,
                worker == null && room == null,
                Timestamp.from(until),
                Timestamp.from(from)))
        .query(Integer.class)
        .single();
  }
}
