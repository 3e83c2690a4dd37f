package se.fristad.contact.reception;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Entrance;
import se.fristad.contact.Queue;

/// The SQL of booked times, as staff see them.
@Component
class MeetingRows {
  private final JdbcClient sql;

  MeetingRows(JdbcClient sql) {
    this.sql = sql;
  }

  private static final String SECONDS =
      "array_agg(date_part('epoch', from_at)::bigint), array_agg(date_part('epoch', until_at)::bigint)";

  private static final String BOOKED =
      "m.state = 'booked' and m.from_at < :until and m.until_at > :from and m.from_at > :before";

  /// What free times are reckoned from, for somebody in a conversation: without those of us who
  /// know her.
  Plan plan(Queue queue, @Nullable UUID thread, Instant from, Instant until) {
    String schema = queue.schema();
    List<Plan.Hours> held = new ArrayList<>();
    List<Plan.Hours> hours = new ArrayList<>();
    sql.sql(
            "select h.worker, h.kind, h.weekday, h.starts, h.ends, h.minutes, h.ways, w.languages, w.competences, h.room, h.valid_from, h.valid_until,"
                + " exists (select from "
                + schema
                + ".conflict c where c.thread = :thread and c.staff = w.staff) from "
                + schema
                + ".hours h join "
                + schema
                + ".worker w on w.id = h.worker where h.valid_until is null or h.valid_until >= :first"
                + " order by h.weekday, h.starts, h.id")
        .param("thread", thread)
        .param("first", from.atZone(OpeningHours.HERE).toLocalDate())
        .query((row, number) -> {
          Plan.Hours one = hours(row);
          if (one.room() != null) {
            held.add(one);
          }
          if (!row.getBoolean(13)) {
            hours.add(one);
          }
          return one;
        })
        .list();
    List<Plan.Place> rooms =
        sql.sql("select id, house from " + schema + ".room where in_use order by seats, id")
            .query((row, number) -> new Plan.Place(row.getObject(1, UUID.class), row.getInt(2)))
            .list();
    List<Plan.Taken> taken = new ArrayList<>();
    sql.sql(
            // a row for each worker and room, and not for each time: of eight weeks there are
            // thousands. An absence of nobody and no room is everybody's: the whole reception is
            // closed
            ("with kept as materialized (select m.worker, m.room, m.from_at, m.until_at from %1$s.meeting m where %3$s)"
                    + " select coalesce(a.worker, a.room, w.id), true, %2$s from %1$s.absence a left join %1$s.worker w on a.worker is null and a.room is null"
                    + " where a.from_at < :until and a.until_at > :from and coalesce(a.worker, a.room, w.id) is not null group by 1 union all"
                    + " select m.worker, false, %2$s from kept m group by m.worker union all"
                    + " select m.room, false, %2$s from kept m where m.room is not null group by m.room union all"
                    // a room in which somebody sits who came without a time
                    + " select l.room, false, array_agg(date_part('epoch', l.seated_at)::bigint), array_agg(date_part('epoch', l.until_at)::bigint)"
                    + " from %1$s.lobby l where l.room is not null and l.left_at is null and l.seated_at < :until and l.until_at > :from group by l.room")
                .formatted(schema, SECONDS, BOOKED))
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .param("before", Timestamp.from(from.minus(Duration.ofHours(4))))
        .query(row -> {
          UUID what = row.getObject(1, UUID.class);
          boolean away = row.getBoolean(2);
          Long[] begins = (Long[]) row.getArray(3).getArray();
          Long[] ends = (Long[]) row.getArray(4).getArray();
          for (int at = 0; at < begins.length; at++) {
            taken.add(
                new Plan.Taken(
                    what,
                    Instant.ofEpochSecond(begins[at]),
                    Instant.ofEpochSecond(ends[at]),
                    away));
          }
        });
    return new Plan(
        hours, held, rooms, taken, thread == null ? List.of() : near(queue, thread, from, until));
  }

  /// When somebody is in a house whom the person of a conversation must not meet.
  List<Plan.Near> near(Queue queue, UUID thread, Instant from, Instant until) {
    return sql.sql(
            ("select r.house, m.from_at, m.until_at from"
                    + " (select case when a.one = :thread then a.other else a.one end as thread from %1$s.apart a where a.one = :thread or a.other = :thread) o"
                    // by the index of each: an `or` between the two looks at each booked time
                    + " join lateral (select h.id from %1$s.meeting h where h.thread = o.thread union select s.meeting from %1$s.seat s where s.thread = o.thread) t on true"
                    + " join %1$s.meeting m on m.id = t.id"
                    + " join %1$s.room r on r.id = m.room where m.state = 'booked' and m.from_at < :until and m.until_at > :from")
                .formatted(queue.schema()))
        .param("thread", thread)
        .param("from", Timestamp.from(from.minus(Duration.ofHours(8))))
        .param("until", Timestamp.from(until.plus(Duration.ofHours(8))))
        .query((row, number) ->
            new Plan.Near(
                row.getInt(1), row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant()))
        .list();
  }

  private static UUID[] both(@Nullable UUID one, @Nullable UUID other) {
    return Stream.concat(Optional.ofNullable(one).stream(), Optional.ofNullable(other).stream())
        .toArray(UUID[]::new);
  }

  private static Plan.Hours hours(ResultSet row) throws SQLException {
    return new Plan.Hours(
        row.getObject(1, UUID.class),
        row.getString(2).equals("acute"),
        DayOfWeek.of(row.getInt(3)),
        row.getObject(4, LocalTime.class),
        row.getObject(5, LocalTime.class),
        row.getInt(6),
        words(row.getArray(7)).stream()
            .map(code -> Way.of(code).orElseThrow())
            .collect(Collectors.toSet()),
        words(row.getArray(8)),
        words(row.getArray(9)),
        row.getObject(10, UUID.class),
        row.getObject(11, LocalDate.class),
        row.getObject(12, LocalDate.class));
  }

  static Set<String> words(Array array) throws SQLException {
    return Set.copyOf(Arrays.asList((String[]) array.getArray()));
  }

  /// Locks the conversation, and those of whom its person must not meet, in one order: of two who
  /// book at once the second sees the first. False when there is none.
  boolean lock(Queue queue, UUID thread) {
    return sql.sql(
            ("select t.id from %1$s.thread t where t.id = :thread or t.id in"
                    + " (select case when a.one = :thread then a.other else a.one end from %1$s.apart a where a.one = :thread or a.other = :thread)"
                    + " order by t.id for update")
                .formatted(queue.schema()))
        .param("thread", thread)
        .query(UUID.class)
        .list()
        .contains(thread);
  }

  /// The conversations whose persons must not meet the one of a conversation.
  List<UUID> apart(Queue queue, UUID thread) {
    return sql.sql(
            ("select case when a.one = :thread then a.other else a.one end from %1$s.apart a"
                    + " where a.one = :thread or a.other = :thread order by a.made_at")
                .formatted(queue.schema()))
        .param("thread", thread)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  void keepApart(Queue queue, UUID one, UUID other, UUID by, Instant now) {
    boolean first = one.toString().compareTo(other.toString()) < 0;
    sql.sql(
            "insert into "
                + queue.schema()
                + ".apart (one, other, made_by, made_at) values (?, ?, ?, ?) on conflict do nothing")
        .params(first ? one : other, first ? other : one, by, Timestamp.from(now))
        .update();
  }

  boolean mayMeet(Queue queue, UUID one, UUID other) {
    return sql.sql(
                "delete from "
                    + queue.schema()
                    + ".apart where (one = ? and other = ?) or (one = ? and other = ?)")
            .params(one, other, other, one)
            .update()
        > 0;
  }

  /// A time was refused once more; how often in a row, today.
  int refusedAgain(Queue queue, UUID thread, UUID by, Instant since, Instant now) {
    return sql.sql(
            "insert into "
                + queue.schema()
                + ".refused_in_a_row as r (thread, times, last_at, last_by) select id, 1, ?, ? from "
                + queue.schema()
                + ".thread where id = ? on conflict (thread) do update set"
                + " times = case when r.last_at < ? then 1 else r.times + 1 end, last_at = excluded.last_at, last_by = excluded.last_by returning times")
        .params(Timestamp.from(now), by, thread, Timestamp.from(since))
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  void notRefused(Queue queue, UUID thread) {
    sql.sql("delete from " + queue.schema() + ".refused_in_a_row where thread = ?")
        .param(thread)
        .update();
  }

  /// The conversations in which times were refused so often in a row, the latest first.
  List<UUID> refusedOften(Queue queue, int times, Instant since) {
    return sql.sql(
            "select thread from "
                + queue.schema()
                + ".refused_in_a_row where times >= ? and last_at >= ? order by last_at desc limit 50")
        .params(times, Timestamp.from(since))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Whether the conversation is there.
  boolean isThere(Queue queue, UUID thread) {
    return need(queue, thread).isPresent();
  }

  /// What a conversation needs by itself; empty when it is not there.
  Optional<Need> need(Queue queue, UUID thread) {
    return sql.sql("select door, language from " + queue.schema() + ".thread where id = ?")
        .param(thread)
        .query(
            (row, number) -> Need.of(Entrance.of(row.getString(1)).orElseThrow(), row.getString(2)))
        .optional();
  }

  /// The conversation's version after a write in it.
  int written(Queue queue, UUID thread) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".thread set version = version + 1 where id = ? returning version")
        .param(thread)
        .query(Integer.class)
        .single();
  }

  /// Puts a time down, or moves one: each quarter of it for the worker and the room, or nothing.
  /// The workers and rooms are locked in one order, so that two who change places never wait for
  /// each other.
  ///
  /// @param before the time that is moved; a new one when there is none
  /// @param errand what somebody who asks in her work comes for; nothing for all others
  /// @return false when any of it is taken; nothing is changed then
  boolean put(
      Queue queue,
      UUID id,
      @Nullable Booked before,
      FreeTimes.Time time,
      FreeTimes.Choice choice,
      @Nullable UUID thread,
      @Nullable Errand errand,
      int seats,
      UUID by,
      Instant now) {
    String schema = queue.schema();
    Plan.Place place = choice.place();
    UUID room = place == null ? null : place.room();
    lock(schema + ".worker", choice.worker(), before == null ? null : before.worker());
    lock(schema + ".room", room, before == null ? null : before.roomId());
    UUID meeting = before == null ? id : before.id();
    if (isTaken(queue, meeting, choice.worker(), room, time)) {
      return false;
    }
    Timestamp from = Timestamp.from(time.from());
    Timestamp until = Timestamp.from(time.until());
    String kind = seats > 0 ? "group" : time.acute() ? "acute" : "ordinary";
    if (before == null) {
      sql.sql(
              "insert into "
                  + schema
                  + ".meeting (id, kind, way, worker, room, from_at, until_at, thread, errand, seats, booked_at, booked_by)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              Arrays.asList(
                  id,
                  kind,
                  time.way().code(),
                  choice.worker(),
                  room,
                  from,
                  until,
                  thread,
                  errand == null ? null : errand.code(),
                  seats > 0 ? seats : null,
                  Timestamp.from(now),
                  by))
          .update();
    } else {
      sql.sql("delete from " + schema + ".taken where meeting = ?").param(meeting).update();
      sql.sql(
              "update "
                  + schema
                  + ".meeting set kind = ?, way = ?, worker = ?, room = ?, from_at = ?, until_at = ?,"
                  + " booked_at = ?, booked_by = ?, errand = ?, link = null, version = version + 1 where id = ?")
          .params(
              Arrays.asList(
                  kind,
                  time.way().code(),
                  choice.worker(),
                  room,
                  from,
                  until,
                  Timestamp.from(now),
                  by,
                  errand == null ? null : errand.code(),
                  meeting))
          .update();
    }
    // whoever comes second breaks on the primary key, whatever was seen above
    sql.sql(
            "insert into "
                + schema
                + ".taken (what, quarter, meeting) select o.what, q, ? from unnest(?::uuid[]) as o (what),"
                + " generate_series(?::timestamptz, ?::timestamptz - interval '15 minutes', interval '15 minutes') as q order by o.what, q")
        .params(meeting, both(choice.worker(), room), from, until)
        .update();
    return true;
  }

  private void lock(String table, @Nullable UUID one, @Nullable UUID other) {
    sql.sql("select id from " + table + " where id = any (?) order by id for update")
        .params(new Object[] {both(one, other)})
        .query(UUID.class)
        .list();
  }

  private boolean isTaken(
      Queue queue, UUID meeting, UUID worker, @Nullable UUID room, FreeTimes.Time time) {
    Timestamp from = Timestamp.from(time.from());
    Timestamp until = Timestamp.from(time.until());
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".taken where what = any (:both) and quarter >= :from and quarter < :until and meeting <> :meeting)"
                + " or exists (select from "
                + queue.schema()
                + ".absence where (coalesce(worker, room) = any (:both) or coalesce(worker, room) is null) and from_at < :until and until_at > :from)"
                + " or exists (select from "
                + queue.schema()
                + ".lobby where room = any (:both) and left_at is null and seated_at < :until and until_at > :from and meeting is distinct from :meeting)")
        .param("both", both(worker, room))
        .param("from", from)
        .param("until", until)
        .param("meeting", meeting)
        .query(Boolean.class)
        .single();
  }

  /// Takes a time back; false when it has begun, or is no more.
  boolean cancel(Queue queue, UUID meeting, @Nullable UUID by, Instant now) {
    String schema = queue.schema();
    int cancelled =
        sql.sql(
                "update "
                    + schema
                    + ".meeting set state = 'cancelled', cancelled_at = ?, cancelled_by = ?, version = version + 1"
                    + " where id = ? and state = 'booked' and until_at > ?")
            .params(Arrays.asList(Timestamp.from(now), by, meeting, Timestamp.from(now)))
            .update();
    if (cancelled == 1) {
      sql.sql("delete from " + schema + ".taken where meeting = ?").param(meeting).update();
    }
    return cancelled == 1;
  }

  /// Takes back what was only just put down: nothing of it remains.
  void undo(Queue queue, UUID meeting) {
    sql.sql("delete from " + queue.schema() + ".meeting where id = ?").param(meeting).update();
  }

  private static final String COLUMNS =
      "select m.id, m.kind, m.way, m.worker, w.staff, m.room, r.name, coalesce(r.house, 0), m.from_at, m.until_at, m.thread, m.asker, m.errand,"
          + " coalesce(m.seats, 0), (select count(*) from %1$s.seat s where s.meeting = m.id)::integer, m.booked_by,"
          + " m.state = 'cancelled' from %1$s.meeting m join %1$s.worker w on w.id = m.worker left join %1$s.room r on r.id = m.room";

  /// The times of a conversation that are not over, groups too, the next one first.
  List<Booked> of(Queue queue, UUID thread, Instant now) {
    return sql.sql(
            COLUMNS.formatted(queue.schema())
                + " where (m.thread = ? or exists (select from "
                + queue.schema()
                + ".seat s where s.meeting = m.id and s.thread = ?)) and m.state = 'booked' and m.until_at > ?"
                + " order by m.from_at")
        .params(thread, thread, Timestamp.from(now))
        .query(MeetingRows::booked)
        .list();
  }

  /// What is booked between two moments, the first one first.
  List<Booked> between(Queue queue, Instant from, Instant until, int most) {
    return sql.sql(
            COLUMNS.formatted(queue.schema())
                + " where m.state = 'booked' and m.from_at >= ? and m.from_at < ? order by m.from_at, m.id limit ?")
        .params(Timestamp.from(from), Timestamp.from(until), most)
        .query(MeetingRows::booked)
        .list();
  }

  /// The groups that begin between two moments, the first one first.
  List<Booked> groups(Queue queue, Instant from, Instant until) {
    return sql.sql(
            COLUMNS.formatted(queue.schema())
                + " where m.state = 'booked' and m.kind = 'group' and m.from_at >= ? and m.from_at < ? order by m.from_at, m.id")
        .params(Timestamp.from(from), Timestamp.from(until))
        .query(MeetingRows::booked)
        .list();
  }

  /// The times to come beside which there is or is to be an interpreter, the first one first;
  /// without those of somebody whom the viewer knows.
  List<Booked> withInterpreter(Queue queue, UUID viewer, Instant now, int most) {
    String schema = queue.schema();
    return sql.sql(
            COLUMNS.formatted(schema)
                + " join "
                + schema
                + ".interpreter i on i.meeting = m.id where m.until_at > ? and i.state in ('needed', 'cancelled', 'ordered', 'confirmed')"
                + " and not exists (select from "
                + schema
                + ".conflict c where c.thread = m.thread and c.staff = ?) order by m.from_at, m.id limit ?")
        .params(Timestamp.from(now), viewer, most)
        .query(MeetingRows::booked)
        .list();
  }

  Optional<Booked> find(Queue queue, UUID meeting) {
    return sql.sql(COLUMNS.formatted(queue.schema()) + " where m.id = ?")
        .param(meeting)
        .query(MeetingRows::booked)
        .optional();
  }

  private static Booked booked(ResultSet row, int number) throws SQLException {
    return new Booked(
        row.getObject(1, UUID.class),
        row.getString(2),
        Way.of(row.getString(3)).orElseThrow(),
        row.getObject(4, UUID.class),
        row.getObject(5, UUID.class),
        row.getObject(6, UUID.class),
        row.getString(7),
        row.getInt(8),
        row.getTimestamp(9).toInstant(),
        row.getTimestamp(10).toInstant(),
        row.getObject(11, UUID.class),
        row.getObject(12, UUID.class),
        Optional.ofNullable(row.getString(13)).flatMap(Errand::of).orElse(null),
        row.getInt(14),
        row.getInt(15),
        row.getObject(16, UUID.class),
        row.getBoolean(17));
  }

  /// For each span, whether somebody is in a house within it: yes or no, and nothing else.
  List<Boolean> occupied(Queue queue, int house, List<FreeTimes.Span> spans) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".meeting m join "
                + queue.schema()
                + ".room r on r.id = m.room where r.house = :house and m.state = 'booked' and m.from_at < asked.until_at and m.from_at > asked.from_at - interval '4 hours' and m.until_at > asked.from_at)"
                // who has come without a time is there as much as one who has one
                + " or exists (select from "
                + queue.schema()
                + ".lobby l where l.house = :house and l.left_at is null and l.came_at < asked.until_at and l.until_at > asked.from_at)"
                + " from unnest(:from::timestamptz[], :until::timestamptz[]) with ordinality as asked (from_at, until_at, place) order by asked.place")
        .param("house", house)
        .param(
            "from",
            spans.stream().map(span -> Timestamp.from(span.from())).toArray(Timestamp[]::new))
        .param(
            "until",
            spans.stream().map(span -> Timestamp.from(span.until())).toArray(Timestamp[]::new))
        .query((row, number) -> row.getBoolean(1))
        .list();
  }

  /// Takes a place in a group, under the lock of its row; false when none is left.
  boolean sit(Queue queue, UUID group, UUID thread, UUID by, Instant now) {
    String schema = queue.schema();
    List<Integer> seats =
        sql.sql(
                "select seats from "
                    + schema
                    + ".meeting where id = ? and kind = 'group' and state = 'booked' and from_at > ? for update")
            .params(group, Timestamp.from(now))
            .query((row, number) -> row.getInt(1))
            .list();
    if (seats.isEmpty()) {
      return false;
    }
    sql.sql(
            "insert into "
                + schema
                + ".seat (meeting, thread, booked_at, booked_by) values (?, ?, ?, ?) on conflict do nothing")
        .params(group, thread, Timestamp.from(now), by)
        .update();
    return sql.sql("select count(*) from " + schema + ".seat where meeting = ?")
            .param(group)
            .query(Integer.class)
            .single()
        <= seats.getFirst();
  }

  boolean stand(Queue queue, UUID group, UUID thread) {
    return sql.sql("delete from " + queue.schema() + ".seat where meeting = ? and thread = ?")
            .params(group, thread)
            .update()
        == 1;
  }

  /// Whether one of us receives a group who knows her.
  boolean isMetBySomebodyWhoKnowsHer(Queue queue, UUID meeting, UUID thread) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".meeting m join "
                + queue.schema()
                + ".worker w on w.id = m.worker join "
                + queue.schema()
                + ".conflict c on c.staff = w.staff where m.id = ? and c.thread = ?)")
        .params(meeting, thread)
        .query(Boolean.class)
        .single();
  }
}
