package se.fristad.contact;

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

/// The SQL of reminders of booked times.
@Component
class ReminderRows {
  private static final String COLUMNS =
      "select n.meeting, n.thread, n.for_at, n.due_at, n.until_at, n.state, n.why, n.missed, n.asked_at, n.asked_by, n.version from %1$s.time_reminder n";

  private final JdbcClient sql;

  ReminderRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// The reminders of a conversation.
  List<Reminder> of(Queue queue, UUID thread) {
    return sql.sql(COLUMNS.formatted(queue.schema()) + " where n.thread = ?")
        .param(thread)
        .query(ReminderRows::reminder)
        .list();
  }

  /// The reminder of a booked time that is to be made now: never of a time that was moved or taken
  /// back since, and never against a rule that was agreed after she asked.
  Optional<Reminder> now(Queue queue, UUID thread, Instant now) {
    return sql
        .sql(
            COLUMNS.formatted(queue.schema())
                + STANDS.formatted(queue.schema())
                + " where n.thread = ? and n.state = 'to_call' and not exists (select from "
                + queue.schema()
                + ".reach r where r.thread = n.thread and r.said_by is not null and r.said_at > n.asked_at)")
        .param(thread)
        .query(ReminderRows::reminder)
        .list()
        .stream()
        .filter(one -> one.isNow(now))
        .findFirst();
  }

  /// The time for which it was asked still stands as it was.
  static final String STANDS =
      " join %1$s.meeting m on m.id = n.meeting and m.state = 'booked' and m.from_at = n.for_at";

  /// A reminder about which something is to be done, and the time beside it as it is now.
  record Due(Reminder reminder, Instant meets, boolean cancelled) {}

  /// Those whose moment has come, whose time has moved, or that are over.
  List<Due> due(Queue queue, Instant now, int most) {
    return sql.sql(
            "select n.meeting, n.thread, n.for_at, n.due_at, n.until_at, n.state, n.why, n.missed, n.asked_at, n.asked_by, n.version, m.from_at, m.state = 'cancelled' from "
                + queue.schema()
                + ".time_reminder n join "
                + queue.schema()
                + ".meeting m on m.id = n.meeting where n.state in ('asked', 'to_call')"
                + " and (m.state = 'cancelled' or m.from_at <> n.for_at or (n.state = 'asked' and n.due_at <= ?) or n.until_at <= ?)"
                + " order by n.due_at limit ?")
        .params(Timestamp.from(now), Timestamp.from(now), most)
        .query((row, number) ->
            new Due(reminder(row, number), row.getTimestamp(12).toInstant(), row.getBoolean(13)))
        .list();
  }

  /// Another state, for whoever sees the version first; false for everybody else.
  boolean turn(Queue queue, Reminder one, Reminder.State state, @Nullable String why, Instant at) {
    return sql.sql(
                "update "
                    + queue.schema()
                    + ".time_reminder set state = ?, why = ?, changed_at = ?, version = version + 1"
                    + " where meeting = ? and thread = ? and version = ?")
            .params(
                Arrays.asList(
                    state.code(),
                    why,
                    Timestamp.from(at),
                    one.meeting(),
                    one.thread(),
                    one.version()))
            .update()
        == 1;
  }

  /// Asked anew for a time that was moved.
  boolean plan(Queue queue, Reminder one, Instant meets, ReminderTimes.Window window, Instant at) {
    return sql.sql(
                "update "
                    + queue.schema()
                    + ".time_reminder set for_at = ?, due_at = ?, until_at = ?, state = 'asked', missed = 0, changed_at = ?,"
                    + " version = version + 1 where meeting = ? and thread = ? and version = ?")
            .params(
                Timestamp.from(meets),
                Timestamp.from(window.from()),
                Timestamp.from(window.until()),
                Timestamp.from(at),
                one.meeting(),
                one.thread(),
                one.version())
            .update()
        == 1;
  }

  /// When a booked time of a conversation begins, her place in a group too; nothing when it has
  /// begun, is no more, or is not hers.
  Optional<Instant> begins(Queue queue, UUID thread, UUID meeting, Instant now) {
    return sql.sql(
            "select m.from_at from "
                + queue.schema()
                + ".meeting m where m.id = ? and m.state = 'booked' and m.from_at > ? and (m.thread = ? or exists (select from "
                + queue.schema()
                + ".seat s where s.meeting = m.id and s.thread = ?))")
        .params(meeting, Timestamp.from(now), thread, thread)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  void ask(
      Queue queue,
      UUID thread,
      UUID meeting,
      Instant meets,
      ReminderTimes.Window window,
      UUID by,
      Instant at) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".time_reminder as n (meeting, thread, for_at, due_at, until_at, asked_at, asked_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (meeting, thread) do update set for_at = excluded.for_at, due_at = excluded.due_at, until_at = excluded.until_at,"
                + " state = 'asked', why = null, missed = 0, asked_at = excluded.asked_at, asked_by = excluded.asked_by,"
                + " changed_at = excluded.changed_at, version = n.version + 1")
        .params(
            meeting,
            thread,
            Timestamp.from(meets),
            Timestamp.from(window.from()),
            Timestamp.from(window.until()),
            Timestamp.from(at),
            by,
            Timestamp.from(at))
        .update();
  }

  /// It was tried in vain; how often by now.
  int missed(Queue queue, Reminder one) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".time_reminder set missed = missed + 1 where meeting = ? and thread = ? returning missed")
        .params(one.meeting(), one.thread())
        .query(Integer.class)
        .single();
  }

  static Reminder reminder(ResultSet row, int number) throws SQLException {
    return new Reminder(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getTimestamp(3).toInstant(),
        row.getTimestamp(4).toInstant(),
        row.getTimestamp(5).toInstant(),
        Reminder.State.of(row.getString(6)),
        row.getString(7),
        row.getInt(8),
        row.getTimestamp(9).toInstant(),
        row.getObject(10, UUID.class),
        row.getInt(11));
  }
}
