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
          + " h.false_press, h.version from %1$s.help_call h left join %1$s.room r on r.id = h.room";

  /// Those that are open, and those that ended after a moment; the latest first.
  List<HelpCall> since(Queue queue, Instant ended) {
    return sql.sql(
            COLUMNS.formatted(queue.schema())
                + " where h.ended_at is null or h.ended_at > ? order by h.called_at desc, h.id limit ?")
        .params(Timestamp.from(ended), MOST)
        .query(HelpRows::call)
        .list();
  }

  Optional<HelpCall> find(Queue queue, UUID id) {
    return sql.sql(COLUMNS.formatted(queue.schema()) + " where h.id = ?")
        .param(id)
        .query(HelpRows::call)
        .optional();
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
        row.getInt(13));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /// The room in which somebody of ours receives just now: the one of her booked time, or the one
  /// to which whoever came for it was shown.
  Optional<UUID> roomOf(Queue queue, UUID staff, Instant now) {
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
                + " and ((m.from_at <= :now and m.until_at > :now) or (l.room is not null and l.seated_at <= :now))"
                + " order by l.room is not null desc, m.from_at desc limit 1")
        .param("staff", staff)
        .param("now", Timestamp.from(now))
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

  /// Calls; false when the caller has an open call already, or the same form was sent twice.
  boolean call(
      Queue queue, UUID id, HelpCall.Place place, @Nullable UUID room, UUID by, Instant now) {
    return sql.sql(
                "insert into "
                    + queue.schema()
                    + ".help_call (id, place, room, called_by, called_at) values (?, ?, ?, ?, ?) on conflict do nothing")
            .params(Arrays.asList(id, place.code(), room, by, Timestamp.from(now)))
            .update()
        == 1;
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

  boolean end(Queue queue, UUID id, UUID by, Instant now) {
    return changed(
        queue,
        "ended_by = ?, ended_at = ?",
        "ended_at is null",
        List.of(by, Timestamp.from(now), id));
  }

  /// It was pressed by mistake; only the caller knows that.
  boolean takeBack(Queue queue, UUID id, UUID by, Instant now) {
    return changed(
        queue,
        "ended_by = ?, ended_at = ?, false_press = true",
        "ended_at is null and called_by = ?",
        List.of(by, Timestamp.from(now), id, by));
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
