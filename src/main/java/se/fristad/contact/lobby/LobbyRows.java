package se.fristad.contact.lobby;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.Errand;
import se.fristad.contact.reception.Way;

/// The SQL of the waiting room and of who came.
@Component
class LobbyRows {
  /// The most that a page shows.
  private static final int MOST = 200;

  private final JdbcClient sql;

  LobbyRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// Writes down that somebody is here; false when it stands there already, under the same id.
  boolean come(Queue queue, UUID id, Lobby.Coming coming, int house, Instant until, Instant now) {
    return sql.sql(
                "insert into "
                    + queue.schema()
                    + ".lobby (id, sign, came_at, until_at, house, meeting, children, language, interpreter)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
            .params(
                Arrays.asList(
                    id,
                    coming.sign().code(),
                    Timestamp.from(now),
                    Timestamp.from(until),
                    house,
                    coming.meeting(),
                    coming.children(),
                    coming.language(),
                    coming.interpreter()))
            .update()
        == 1;
  }

  /// Whether somebody is here under this id.
  boolean isThere(Queue queue, UUID id) {
    return sql.sql("select exists (select from " + queue.schema() + ".lobby where id = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  private static final String GUEST =
      "select l.id, l.sign, l.came_at, l.until_at, l.house, l.meeting, m.thread, m.from_at, l.children, l.language, l.interpreter,"
          + " l.room, r.name, l.became, l.left_at, l.version, w.staff from %1$s.lobby l left join %1$s.meeting m on m.id = l.meeting"
          + " left join %1$s.worker w on w.id = m.worker"
          + " left join %1$s.room r on r.id = l.room";

  /// Who is here and who has gone since a moment: those who wait first, the longest on top.
  List<Guest> since(Queue queue, Instant from, UUID viewer) {
    return sql.sql(
            GUEST.formatted(queue.schema())
                + " where l.came_at >= ? and not exists (select from "
                + queue.schema()
                + ".conflict c where c.thread = m.thread and c.staff = ?)"
                + " order by l.left_at is not null, l.came_at, l.id limit ?")
        .params(Timestamp.from(from), viewer, MOST)
        .query(LobbyRows::guest)
        .list();
  }

  Optional<Guest> find(Queue queue, UUID id) {
    return sql.sql(GUEST.formatted(queue.schema()) + " where l.id = ?")
        .param(id)
        .query(LobbyRows::guest)
        .optional();
  }

  /// Locks somebody's row; false when there is none.
  boolean lock(Queue queue, UUID id) {
    return sql.sql("select true from " + queue.schema() + ".lobby where id = ? for update")
        .param(id)
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  private static Guest guest(ResultSet row, int number) throws SQLException {
    Timestamp from = row.getTimestamp(8);
    Timestamp left = row.getTimestamp(15);
    String became = row.getString(14);
    return new Guest(
        row.getObject(1, UUID.class),
        Sign.of(row.getString(2)).orElseThrow(),
        row.getTimestamp(3).toInstant(),
        row.getTimestamp(4).toInstant(),
        row.getInt(5),
        row.getObject(6, UUID.class),
        row.getObject(7, UUID.class),
        from == null ? null : from.toInstant(),
        row.getObject(17, UUID.class),
        row.getInt(9),
        row.getString(10),
        row.getBoolean(11),
        row.getObject(12, UUID.class),
        row.getString(13),
        became == null ? null : Guest.Became.of(became).orElseThrow(),
        left == null ? null : left.toInstant(),
        row.getInt(16));
  }

  /// The cards that are handed out just now.
  List<String> signs(Queue queue) {
    return sql.sql("select sign from " + queue.schema() + ".lobby where left_at is null")
        .query((row, number) -> row.getString(1))
        .list();
  }

  /// The house of a room, and until when the time lasts that somebody came for.
  record PlaceOf(int house, @Nullable Instant meets) {}

  Optional<PlaceOf> placeOf(Queue queue, UUID guest, UUID room) {
    return sql.sql(
            "select r.house, (select m.until_at from %1$s.lobby l join %1$s.meeting m on m.id = l.meeting where l.id = ?)"
                    .formatted(queue.schema())
                + " from "
                + queue.schema()
                + ".room r where r.id = ?")
        .params(guest, room)
        .query((row, number) -> {
          Timestamp until = row.getTimestamp(2);
          return new PlaceOf(row.getInt(1), until == null ? null : until.toInstant());
        })
        .optional();
  }

  /// Until when the time lasts that somebody came for.
  Optional<Instant> meetsUntil(Queue queue, UUID guest) {
    return sql.sql(
            "select m.until_at from %1$s.lobby l join %1$s.meeting m on m.id = l.meeting where l.id = ?"
                .formatted(queue.schema()))
        .param(guest)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /// A room in which people are received.
  record Room(UUID id, String name, int house) {}

  /// Locks a room: whoever books it at the same moment waits, and sees who sits there.
  void lockRoom(Queue queue, UUID room) {
    sql.sql("select id from " + queue.schema() + ".room where id = ? for update")
        .param(room)
        .query(UUID.class)
        .list();
  }

  /// The rooms that are in use, and nobody of this side is in or has soon; but for one's own.
  List<Room> rooms(Queue queue, @Nullable UUID guest, Instant from, Instant until) {
    String schema = queue.schema();
    return sql.sql(
            "select r.id, r.name, r.house from "
                + schema
                + ".room r where r.in_use and not exists (select from "
                + schema
                + ".lobby l where l.room = r.id and l.left_at is null and l.id is distinct from :guest::uuid)"
                + " and not exists (select from "
                + schema
                + ".absence a where (a.room = r.id or (a.room is null and a.worker is null)) and a.from_at < :until and a.until_at > :from)"
                + " and not exists (select from "
                + schema
                + ".meeting m where m.room = r.id and m.state = 'booked' and m.from_at < :until and m.until_at > :from"
                + " and m.id is distinct from (select l.meeting from "
                + schema
                + ".lobby l where l.id = :guest::uuid)) order by r.house, r.name")
        .param("guest", guest)
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .query((row, number) ->
            new Room(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
        .list();
  }

  /// Seats somebody in a room, or in the waiting room again.
  int seat(
      Queue queue, UUID id, @Nullable UUID room, int house, Instant until, @Nullable Instant now) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".lobby set room = ?, house = ?, until_at = greatest(until_at, ?), seated_at = ?, version = version + 1"
                + " where id = ? returning version")
        .params(
            Arrays.asList(
                room, house, Timestamp.from(until), now == null ? null : Timestamp.from(now), id))
        .query(Integer.class)
        .single();
  }

  /// Somebody goes: card and room are free again.
  int leave(Queue queue, UUID id, Instant now) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".lobby set left_at = ?, room = null, seated_at = null, version = version + 1 where id = ? returning version")
        .params(Timestamp.from(now), id)
        .query(Integer.class)
        .single();
  }

  /// She has not gone after all.
  int back(Queue queue, UUID id, Instant until) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".lobby set left_at = null, until_at = greatest(until_at, ?), version = version + 1 where id = ? returning version")
        .params(Timestamp.from(until), id)
        .query(Integer.class)
        .single();
  }

  int become(Queue queue, UUID id, Guest.Became became) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".lobby set became = ?, version = version + 1 where id = ? returning version")
        .params(became.code(), id)
        .query(Integer.class)
        .single();
  }

  /// Whoever is still here stays in the house a while longer, as the other side is told.
  int stays(Queue queue, Instant since, Instant before, Instant until) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".lobby set until_at = ? where left_at is null and came_at >= ? and until_at < ?")
        .params(Timestamp.from(until), Timestamp.from(since), Timestamp.from(before))
        .update();
  }

  private static final String EXPECTED =
      "select m.id, m.thread, m.way, w.staff, m.room, r.name, coalesce(r.house, 0), m.from_at, m.until_at, a.state, a.at, m.asker, m.errand"
          + " from %1$s.meeting m join %1$s.worker w on w.id = m.worker left join %1$s.room r on r.id = m.room"
          + " left join %1$s.arrival a on a.meeting = m.id where m.state = 'booked' and m.kind <> 'group'";

  /// The booked times between two moments, the first one first; without those of whom the viewer
  /// has said that she knows them.
  List<Expected> expected(Queue queue, Instant from, Instant until, UUID viewer) {
    return sql.sql(
            EXPECTED.formatted(queue.schema())
                + " and m.from_at >= ? and m.from_at < ? and not exists (select from "
                + queue.schema()
                + ".conflict c where c.thread = m.thread and c.staff = ?) order by m.from_at, m.id limit ?")
        .params(Timestamp.from(from), Timestamp.from(until), viewer, MOST)
        .query(LobbyRows::expected)
        .list();
  }

  Optional<Expected> expected(Queue queue, UUID meeting) {
    return sql.sql(EXPECTED.formatted(queue.schema()) + " and m.id = ?")
        .param(meeting)
        .query(LobbyRows::expected)
        .optional();
  }

  private static Expected expected(ResultSet row, int number) throws SQLException {
    String state = row.getString(10);
    Timestamp at = row.getTimestamp(11);
    return new Expected(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(12, UUID.class),
        Optional.ofNullable(row.getString(13)).flatMap(Errand::of).orElse(null),
        Way.of(row.getString(3)).orElseThrow(),
        row.getObject(4, UUID.class),
        row.getObject(5, UUID.class),
        row.getString(6),
        row.getInt(7),
        row.getTimestamp(8).toInstant(),
        row.getTimestamp(9).toInstant(),
        state == null ? null : Expected.State.of(state).orElseThrow(),
        at == null ? null : at.toInstant());
  }

  /// Locks a booked time; false when there is none.
  boolean lockTime(Queue queue, UUID meeting) {
    return sql.sql("select true from " + queue.schema() + ".meeting where id = ? for update")
        .param(meeting)
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /// Locks a conversation; false when there is none.
  boolean lockThread(Queue queue, UUID thread) {
    return sql.sql("select true from " + queue.schema() + ".thread where id = ? for update")
        .param(thread)
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /// The conversation's version after a write about it.
  int written(Queue queue, UUID thread) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".thread set version = version + 1 where id = ? returning version")
        .param(thread)
        .query(Integer.class)
        .single();
  }

  /// Ticks a booked time.
  void tick(Queue queue, UUID meeting, Expected.State state, @Nullable UUID by, Instant now) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".arrival as a (meeting, state, at, by) values (?, ?, ?, ?) on conflict (meeting)"
                + " do update set state = excluded.state, at = excluded.at, by = excluded.by, version = a.version + 1")
        .params(Arrays.asList(meeting, state.code(), Timestamp.from(now), by))
        .update();
  }

  /// Takes a tick back, and whoever was written down as here for it.
  void untick(Queue queue, UUID meeting) {
    sql.sql("delete from " + queue.schema() + ".arrival where meeting = ?").param(meeting).update();
    sql.sql("delete from " + queue.schema() + ".lobby where meeting = ?").param(meeting).update();
  }

  /// Counts, in the month of a day: one more, or one less when something was taken back.
  void count(Queue queue, Instant at, String what, int more) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".arrival_count as c (month, what, number) values (?, ?, greatest(0, ?)) on conflict (month, what)"
                + " do update set number = greatest(0, c.number + ?)")
        .params(LocalDate.ofInstant(at, OpeningHours.HERE).withDayOfMonth(1), what, more, more)
        .update();
  }

  /// The counters of the months between two, both included.
  List<Lobby.Count> counts(Queue queue, LocalDate from, LocalDate until) {
    return sql.sql(
            "select month, what, number from "
                + queue.schema()
                + ".arrival_count where month between ? and ? order by month, what")
        .params(from, until)
        .query((row, number) ->
            new Lobby.Count(row.getObject(1, LocalDate.class), row.getString(2), row.getInt(3)))
        .list();
  }

  /// Changes with everything that the desk shows.
  long pulse(Queue queue, Instant from) {
    String schema = queue.schema();
    return sql.sql(
            "select (select count(*) * 1000003 + coalesce(sum(version), 0) from "
                + schema
                + ".lobby where came_at >= :from) * 31 + (select count(*) * 1009 + coalesce(sum(a.version), 0) from "
                + schema
                + ".arrival a join "
                + schema
                + ".meeting m on m.id = a.meeting where m.from_at >= :from) * 17 + (select count(*) * 101 + coalesce(sum(version), 0) from "
                + schema
                + ".meeting where from_at >= :from and state = 'booked') + (select count(*) * 37 + coalesce(sum(extract(epoch from due_at)), 0)::bigint % 1000003 from "
                + schema
                + ".no_show where outcome is null)")
        .param("from", Timestamp.from(from))
        .query(Long.class)
        .single();
  }

  /// What is of a day before a moment: rows of the waiting room, and ticks that still say when.
  List<UUID> past(Queue queue, Instant before, int most) {
    String schema = queue.schema();
    return sql.sql(
            "select id from "
                + schema
                + ".lobby where came_at < :before union all select meeting from "
                + schema
                + ".arrival where at < :before limit :most")
        .param("before", Timestamp.from(before))
        .param("most", most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  void destroy(Queue queue, UUID id) {
    sql.sql("delete from " + queue.schema() + ".lobby where id = ?").param(id).update();
    sql.sql("update " + queue.schema() + ".arrival set at = null, by = null where meeting = ?")
        .param(id)
        .update();
  }
}
