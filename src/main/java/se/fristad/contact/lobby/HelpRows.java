package se.fristad.contact.lobby;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.contact.Queue;

/// The SQL of calls for help.
@Component
class HelpRows {
  private static final int MOST = 50;

  private final JdbcClient sql;

  HelpRows(JdbcClient sql) {
    this.sql = sql;
  }

  private static final String COLUMNS =
      "select h.id, h.place, h.room, r.name, h.called_by, h.called_at, h.climbed_at, h.taken_by, h.taken_at, h.ended_by, h.ended_at,"
          + " h.false_press, h.version, h.rung_at, h.doubted_at from %1$s.help_call h left join %1$s.room r on r.id = h.room";

  /// Those that are open, and those that ended after a moment; the latest first.
  List<HelpCall> since(Queue queue, Instant ended) {
    return sql.sql(
            COLUMNS.formatted(queue.schema())
                + " where h.ended_at is null or h.ended_at > ? order by h.called_at desc, h.id limit ?")
        .params(Timestamp.from(ended), MOST)
        .query(HelpRows::call)
        .list();
  }

  private static HelpCall call(ResultSet row, int number) throws SQLException {
    return new HelpCall(
        row.getObject(1, UUID.class),
        HelpCall.Place.of(row.getString(2)).orElseThrow(),
        row.getObject(3, UUID.class),
        row.getString(4),
        row.getObject(5, UUID.class),
        row.getTimestamp(6).toInstant(),
        instant(row.getTimestamp(7)),
        row.getObject(8, UUID.class),
        instant(row.getTimestamp(9)),
        row.getObject(10, UUID.class),
        instant(row.getTimestamp(11)),
        row.getBoolean(12),
        row.getInt(13),
        instant(row.getTimestamp(14)),
        instant(row.getTimestamp(15)));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /// The room in which somebody of ours receives just now: the one of the time that runs, or the
  /// one in which whoever came for a time of today that is not over was seated.
  Optional<UUID> roomOf(Queue queue, UUID staff, Instant now) {
    return room(
        queue,
        "((m.from_at <= :now and m.until_at > :now)"
            + " or (l.seated_at <= :now and m.from_at >= :day and m.until_at > :now))",
        "m.from_at <= :now desc, l.room is not null desc, m.from_at desc",
        staff,
        now);
  }

  /// The room of the last time that has begun today; where she was to be, not where she is.
  Optional<UUID> lastRoomOf(Queue queue, UUID staff, Instant now) {
    return room(queue, "m.from_at <= :now and m.from_at >= :day", "m.from_at desc", staff, now);
  }

  private Optional<UUID> room(Queue queue, String which, String order, UUID staff, Instant now) {
    String schema = queue.schema();
    return sql.sql(
            "select coalesce(l.room, m.room) from "
                + schema
                + ".meeting m join "
                + schema
                + ".worker w on w.id = m.worker left join "
                + schema
                + ".lobby l on l.meeting = m.id and l.left_at is null"
                + " where w.staff = :staff and m.state = 'booked' and coalesce(l.room, m.room) is not null"
                + " and cast(:day as timestamptz) <= :now and "
                + which
                + " order by "
                + order
                + " limit 1")
        .param("staff", staff)
        .param("now", Timestamp.from(now))
        .param("day", Timestamp.from(Lobby.day(now)))
        .query(UUID.class)
        .optional();
  }

  /// The rooms in use, by house and name.
  List<LobbyRows.Room> rooms(Queue queue) {
    return sql.sql(
            "select id, name, house from "
                + queue.schema()
                + ".room where in_use order by house, name")
        .query((row, number) ->
            new LobbyRows.Room(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
        .list();
  }

  boolean isRoom(Queue queue, UUID room) {
    return sql.sql("select exists (select from " + queue.schema() + ".room where id = ?)")
        .param(room)
        .query(Boolean.class)
        .single();
  }

  /// The open call of somebody, held until the transaction ends.
  Optional<HelpCall> openOf(Queue queue, UUID by) {
    return sql.sql(
            COLUMNS.formatted(queue.schema())
                + " where h.called_by = ? and h.ended_at is null for update of h")
        .param(by)
        .query(HelpRows::call)
        .optional();
  }

  /// Calls; false when the caller has an open call already.
  ///
  /// @param climbed when it counts as one that nobody has answered from its beginning
  boolean call(Queue queue, UUID id, Where where, UUID by, Instant now, @Nullable Instant climbed) {
    return sql.sql(
                "insert into "
                    + queue.schema()
                    + ".help_call (id, place, room, called_by, called_at, climbed_at) values (?, ?, ?, ?, ?, ?)"
                    + " on conflict (called_by) where ended_at is null do nothing")
            .params(
                Arrays.asList(
                    id,
                    where.place().code(),
                    where.room(),
                    by,
                    Timestamp.from(now),
                    climbed == null ? null : Timestamp.from(climbed)))
            .update()
        == 1;
  }

  /// Where a call comes from.
  ///
  /// @param room which one; of an unknown place the one in which she was booked last
  record Where(HelpCall.Place place, @Nullable UUID room) {}

  /// The caller presses again: where she is now, and no mistake. Since when nobody has answered
  /// stands.
  boolean ring(Queue queue, UUID id, Where where, Instant now) {
    return changed(
        queue,
        "place = ?, room = ?, rung_at = ?, doubted_at = null",
        "ended_at is null",
        Arrays.asList(where.place().code(), where.room(), Timestamp.from(now), id));
  }

  /// It is somewhere else; false when it is over, or not the caller's own.
  boolean move(Queue queue, UUID id, HelpCall.Place place, @Nullable UUID room, UUID by) {
    return changed(
        queue,
        "place = ?, room = ?",
        "called_by = ? and ended_at is null",
        Arrays.asList(place.code(), room, id, by));
  }

  /// Somebody goes there; false when somebody has before, or it is over.
  boolean take(Queue queue, UUID id, UUID by, Instant now) {
    return changed(
        queue,
        "taken_by = ?, taken_at = ?",
        "taken_by is null and ended_at is null",
        List.of(by, Timestamp.from(now), id));
  }

  /// It is over. As long as nobody has gone there the caller cannot say so: whoever stands beside
  /// her could make her.
  boolean end(Queue queue, UUID id, UUID by, Instant now) {
    return changed(
        queue,
        "ended_by = ?, ended_at = ?",
        "ended_at is null and (called_by <> ? or taken_at is not null)",
        List.of(by, Timestamp.from(now), id, by));
  }

  /// The caller presses again, and the call from before is over.
  boolean replace(Queue queue, UUID id, UUID by, Instant now) {
    return changed(
        queue,
        "ended_by = ?, ended_at = ?",
        "ended_at is null and called_by = ?",
        List.of(by, Timestamp.from(now), id, by));
  }

  /// The caller says that it was a mistake: it goes on, in a lower tone.
  boolean doubt(Queue queue, UUID id, UUID by, Instant now) {
    return changed(
        queue,
        "doubted_at = ?",
        "ended_at is null and doubted_at is null and called_by = ?",
        List.of(Timestamp.from(now), id, by));
  }

  /// A colleague has looked: it was a mistake.
  boolean confirm(Queue queue, UUID id, UUID by, Instant now) {
    return changed(
        queue,
        "ended_by = ?, ended_at = ?, false_press = true",
        "ended_at is null and doubted_at is not null and called_by <> ?",
        List.of(by, Timestamp.from(now), id, by));
  }

  /// The night ends it; false when somebody has before.
  boolean lapse(Queue queue, UUID id, Instant now) {
    return changed(queue, "ended_at = ?", "ended_at is null", List.of(Timestamp.from(now), id));
  }

  /// Those that nobody has ended, called or pressed again before a moment.
  List<UUID> leftOpen(Queue queue, Instant before) {
    return sql.sql(
            "select id from "
                + queue.schema()
                + ".help_call where ended_at is null and greatest(called_at, rung_at, taken_at) < ? order by called_at")
        .param(Timestamp.from(before))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// A page of hers listens.
  void listens(Queue queue, Listener listener, Instant now) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".help_watch (staff, head, seen_at) values (?, ?, ?)"
                + " on conflict (staff) do update set head = excluded.head, seen_at = excluded.seen_at")
        .params(listener.staff(), listener.head(), Timestamp.from(now))
        .update();
  }

  /// Whose page has listened since a moment.
  List<Listener> listeners(Queue queue, Instant since) {
    return sql.sql("select staff, head from " + queue.schema() + ".help_watch where seen_at >= ?")
        .param(Timestamp.from(since))
        .query((row, number) -> new Listener(row.getObject(1, UUID.class), row.getBoolean(2)))
        .list();
  }

  /// Somebody whose page listens.
  record Listener(UUID staff, boolean head) {}

  void forgetListeners(Queue queue, Instant before) {
    sql.sql("delete from " + queue.schema() + ".help_watch where seen_at < ?")
        .param(Timestamp.from(before))
        .update();
  }

  /// Nobody has answered for too long; false when that was found before.
  boolean climb(Queue queue, UUID id, Instant now) {
    return changed(
        queue,
        "climbed_at = ?",
        "climbed_at is null and taken_at is null and ended_at is null",
        List.of(Timestamp.from(now), id));
  }

  private boolean changed(Queue queue, String set, String where, List<?> values) {
    return sql.sql(
                "update "
                    + queue.schema()
                    + ".help_call set "
                    + set
                    + ", version = version + 1 where id = ? and "
                    + where)
            .params(values)
            .update()
        == 1;
  }

  /// Those that nobody has answered since a moment, and that have not climbed.
  List<UUID> unanswered(Queue queue, Instant before) {
    return sql.sql(
            "select id from "
                + queue.schema()
                + ".help_call where ended_at is null and taken_at is null and climbed_at is null and called_at <= ? order by called_at")
        .param(Timestamp.from(before))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  List<UUID> endedBefore(Queue queue, Instant before, int most) {
    return sql.sql(
            "select id from "
                + queue.schema()
                + ".help_call where ended_at <= ? order by ended_at limit ?")
        .params(Timestamp.from(before), most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  void destroy(Queue queue, UUID id) {
    sql.sql("delete from " + queue.schema() + ".help_call where id = ?").param(id).update();
  }
}
