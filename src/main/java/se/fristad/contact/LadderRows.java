package se.fristad.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the ladder and of what was promised.
@Component
class LadderRows {
  private static final int MOST = 500;

  private final JdbcClient sql;

  LadderRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// Somebody who waits.
  ///
  /// @param live whether a page of hers is open
  record Waits(UUID thread, Instant since, boolean live) {}

  record Due(UUID thread, Instant dueAt) {}

  /// What was promised.
  record Promise(UUID id, Instant dueAt) {}

  List<Waits> waiting(Queue queue, Instant now) {
    return sql.sql(
            "select t.id, t.waiting_since, exists (select from "
                + queue.schema()
                + ".visit v where v.thread = t.id and v.wrapped is not null and v.expires_at > ?) from "
                + queue.schema()
                + ".thread t where t.state = 'open' and t.waiting_since is not null order by t.waiting_since limit ?")
        .params(Timestamp.from(now), MOST)
        .query((row, number) ->
            new Waits(
                row.getObject(1, UUID.class), row.getTimestamp(2).toInstant(), row.getBoolean(3)))
        .list();
  }

  /// What should have been done by a moment: what we promised, and calls that she wished.
  List<Due> unkept(Queue queue, Instant by) {
    return sql.sql(
            "select thread, due_at from "
                + queue.schema()
                + ".promise where kind = 'callback' and kept_at is null and due_at <= :by"
                + " union all select thread, until_at from "
                + queue.schema()
                + ".callback where state = 'wished' and until_at <= :by order by 2 limit :most")
        .param("by", Timestamp.from(by))
        .param("most", MOST)
        .query(
            (row, number) -> new Due(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .list();
  }

  /// Those who did not come to their time, and of whom nobody has found out by a moment.
  List<Due> missing(Queue queue, Instant by) {
    return sql.sql(
            "select thread, due_at from "
                + queue.schema()
                + ".no_show where outcome is null and due_at <= :by order by due_at limit :most")
        .param("by", Timestamp.from(by))
        .param("most", MOST)
        .query(
            (row, number) -> new Due(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .list();
  }

  /// Takes a step; false when it was taken, or when she waits no more.
  boolean climb(Queue queue, UUID thread, Step step, Instant since, Instant at) {
    boolean taken =
        sql.sql(
                    "insert into "
                        + queue.schema()
                        + ".reminder (thread, step, since, at) select id, ?, ?, ? from "
                        + queue.schema()
                        + ".thread where id = ? on conflict do nothing")
                .params(step.code(), Timestamp.from(since), Timestamp.from(at), thread)
                .update()
            == 1;
    if (taken) {
      sql.sql("update " + queue.schema() + ".thread set version = version + 1 where id = ?")
          .param(thread)
          .update();
    }
    return taken;
  }

  boolean promise(
      Queue queue, UUID id, UUID thread, String kind, Instant due, UUID by, Instant at) {
    return sql.sql(
                "insert into "
                    + queue.schema()
                    + ".promise (id, thread, kind, due_at, made_by, made_at) values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
            .params(id, thread, kind, Timestamp.from(due), by, Timestamp.from(at))
            .update()
        == 1;
  }

  /// The promise to get in touch that is still to be kept, the nearest.
  Optional<Promise> unkept(Queue queue, UUID thread) {
    return sql.sql(
            "select id, due_at from "
                + queue.schema()
                + ".promise where thread = ? and kind = 'callback' and kept_at is null order by due_at limit 1")
        .param(thread)
        .query((row, number) ->
            new Promise(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .optional();
  }

  boolean keep(Queue queue, UUID promise, UUID thread, Instant at) {
    return sql.sql(
                "update "
                    + queue.schema()
                    + ".promise set kept_at = ? where id = ? and thread = ? and kept_at is null")
            .params(Timestamp.from(at), promise, thread)
            .update()
        == 1;
  }
}
