package se.fristad.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.outgoing.CallOutcome;

/// The SQL of how somebody is reached, and of our calls.
@Component
class ReachRows {
  private final JdbcClient sql;

  ReachRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param at when it was said
  record Said(int version, boolean byHerself, byte[] sealed, Instant at) {
    /// Whether it was agreed with somebody of us after that moment.
    boolean isAgreedAfter(Instant moment) {
      return !byHerself && at.isAfter(moment);
    }
  }

  Optional<Said> said(Queue queue, UUID thread) {
    return sql.sql(
            "select version, said_by is null, sealed, said_at from "
                + queue.schema()
                + ".reach where thread = ?")
        .param(thread)
        .query((row, number) ->
            new Said(
                row.getInt(1), row.getBoolean(2), row.getBytes(3), row.getTimestamp(4).toInstant()))
        .optional();
  }

  /// Writes it down; the thread's row is locked.
  void say(Queue queue, UUID thread, int version, UUID staff, Instant at, byte[] sealed) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".reach (thread, said_at, said_by, version, sealed) values (?, ?, ?, ?, ?)"
                + " on conflict (thread) do update set said_at = excluded.said_at, said_by = excluded.said_by,"
                + " version = excluded.version, sealed = excluded.sealed")
        .params(thread, Timestamp.from(at), staff, version, sealed)
        .update();
    touch(queue, thread);
  }

  /// Seals it anew without anybody having said anything: who said it, and when, stands as it was.
  void again(Queue queue, UUID thread, int version, byte[] sealed) {
    sql.sql("update " + queue.schema() + ".reach set version = ?, sealed = ? where thread = ?")
        .params(version, sealed, thread)
        .update();
    touch(queue, thread);
  }

  /// When she wrote last.
  Optional<Instant> lastWords(Queue queue, UUID thread) {
    return sql.sql(
            "select at from "
                + queue.schema()
                + ".message where thread = ? and sender = 'person' order by seq desc limit 1")
        .param(thread)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  Optional<Agreed.Wish> wish(Queue queue, UUID thread) {
    return sql.sql(
            "select from_at, until_at, state, missed from "
                + queue.schema()
                + ".callback where thread = ?")
        .param(thread)
        .query((row, number) -> wish(row, 1))
        .optional();
  }

  /// The calls that are promised, those that remind of a booked time, and those whose outcome
  /// nobody has said, the next one first. Of several calls of one conversation the latest counts:
  /// whoever called since knows more.
  List<CallDue> due(Queue queue, Instant now, int most) {
    String schema = queue.schema();
    return sql.sql(
            ("select t.id, coalesce(c.from_at, k.at), coalesce(c.until_at, k.at), coalesce(c.missed, 0), h.owner, k.id, k.staff, k.at, null::timestamptz"
                    + " from %1$s.thread t left join %1$s.callback c on c.thread = t.id and c.state = 'wished'"
                    + " left join %1$s.handling h on h.thread = t.id"
                    + " left join lateral (select l.* from (select k.id, k.staff, k.at, k.outcome from %1$s.call k"
                    + " where k.thread = t.id order by k.at desc limit 1) l where l.outcome is null) k on true"
                    + " where c.thread is not null or k.id is not null"
                    + " union all select n.thread, n.due_at, n.until_at, n.missed, h.owner, null, null, null, n.for_at from %1$s.time_reminder n"
                    + ReminderRows.STANDS
                    + " left join %1$s.handling h on h.thread = n.thread where n.state = 'to_call' and n.until_at > :now"
                    + " order by 2, 3, 1 limit :most")
                .formatted(schema))
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query((row, number) -> due(queue, row))
        .list();
  }

  private static CallDue due(Queue queue, ResultSet row) throws SQLException {
    UUID call = row.getObject(6, UUID.class);
    Timestamp reminds = row.getTimestamp(9);
    return new CallDue(
        new ThreadId(row.getObject(1, UUID.class)),
        queue,
        row.getTimestamp(2).toInstant(),
        row.getTimestamp(3).toInstant(),
        row.getInt(4),
        row.getObject(5, UUID.class),
        reminds == null ? null : reminds.toInstant(),
        call == null
            ? null
            : new Agreed.Call(
                call, row.getObject(7, UUID.class), row.getTimestamp(8).toInstant(), null));
  }

  void end(Queue queue, UUID thread, Agreed.State state, Instant at) {
    sql.sql(
            "update "
                + queue.schema()
                + ".callback set state = ?, ended_at = ?, version = version + 1"
                + " where thread = ? and state = 'wished'")
        .params(state.code(), Timestamp.from(at), thread)
        .update();
  }

  void missed(Queue queue, UUID thread) {
    sql.sql(
            "update "
                + queue.schema()
                + ".callback set missed = missed + 1, version = version + 1"
                + " where thread = ? and state = 'wished'")
        .param(thread)
        .update();
  }

  List<Agreed.Call> calls(Queue queue, UUID thread) {
    return sql.sql(
            "select id, staff, at, outcome from "
                + queue.schema()
                + ".call where thread = ? order by at desc")
        .param(thread)
        .query((row, number) ->
            new Agreed.Call(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                CallOutcome.of(Objects.requireNonNullElse(row.getString(4), "")).orElse(null)))
        .list();
  }

  void call(Queue queue, UUID id, UUID thread, UUID staff, Instant at) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".call (id, thread, at, staff) values (?, ?, ?, ?) on conflict (id) do nothing")
        .params(id, thread, Timestamp.from(at), staff)
        .update();
    touch(queue, thread);
  }

  void outcome(Queue queue, UUID id, CallOutcome outcome) {
    sql.sql("update " + queue.schema() + ".call set outcome = ? where id = ?")
        .params(outcome.code(), id)
        .update();
  }

  private void touch(Queue queue, UUID thread) {
    sql.sql("update " + queue.schema() + ".thread set version = version + 1 where id = ?")
        .param(thread)
        .update();
  }

  private static Agreed.Wish wish(ResultSet row, int first) throws SQLException {
    return new Agreed.Wish(
        row.getTimestamp(first).toInstant(),
        row.getTimestamp(first + 1).toInstant(),
        Agreed.State.valueOf(row.getString(first + 2).toUpperCase(Locale.ROOT)),
        row.getInt(first + 3));
  }
}
