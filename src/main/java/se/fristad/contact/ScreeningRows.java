package se.fristad.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
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
