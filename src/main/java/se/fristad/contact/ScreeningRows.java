package se.fristad.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what was told of danger.
@Component
class ScreeningRows {
  private final JdbcClient sql;

  ScreeningRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Sealed(UUID id, int version, UUID author, Instant at, byte[] sealed) {}

  /// All versions of a conversation, the latest first.
  List<Sealed> of(Queue queue, UUID thread) {
    return sql.sql(
            "select id, version, author, at, sealed from "
                + queue.schema()
                + ".screening where thread = ? order by version desc")
        .param(thread)
        .query((row, number) ->
            new Sealed(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getObject(3, UUID.class),
                row.getTimestamp(4).toInstant(),
                row.getBytes(5)))
        .list();
  }

  /// What somebody has begun to write.
  record Begun(UUID id, int seen, Instant at, int version, byte[] sealed) {}

  Optional<Begun> begun(Queue queue, UUID thread, UUID author) {
    return sql.sql(
            "select id, seen, at, version, sealed from "
                + queue.schema()
                + ".screening_draft where thread = ? and author = ?")
        .params(thread, author)
        .query((row, number) ->
            new Begun(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                row.getInt(4),
                row.getBytes(5)))
        .optional();
  }

  /// Whether somebody else has begun; nothing of what.
  boolean hasBegun(Queue queue, UUID thread, UUID butFor) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".screening_draft where thread = ? and author <> ?)")
        .params(thread, butFor)
        .query(Boolean.class)
        .single();
  }

  /// Keeps what somebody has begun; the thread's row is locked.
  void begin(Queue queue, UUID thread, UUID author, Begun one) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".screening_draft (thread, author, id, seen, at, version, sealed) values (?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (thread, author) do update set seen = excluded.seen, at = excluded.at, version = excluded.version,"
                + " sealed = excluded.sealed")
        .params(
            thread,
            author,
            one.id(),
            one.seen(),
            Timestamp.from(one.at()),
            one.version(),
            one.sealed())
        .update();
  }

  boolean drop(Queue queue, UUID thread, UUID author) {
    return sql.sql(
                "delete from "
                    + queue.schema()
                    + ".screening_draft where thread = ? and author = ?")
            .params(thread, author)
            .update()
        == 1;
  }

  /// Adds a version; the thread's row is locked.
  void keep(Queue queue, UUID thread, Sealed one) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".screening (id, thread, version, author, at, sealed) values (?, ?, ?, ?, ?, ?)")
        .params(
            one.id(), thread, one.version(), one.author(), Timestamp.from(one.at()), one.sealed())
        .update();
  }
}
