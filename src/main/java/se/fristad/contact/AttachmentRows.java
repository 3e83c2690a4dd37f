package se.fristad.contact;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what she has sent, as staff see it.
@Component
class AttachmentRows {
  private final JdbcClient sql;

  AttachmentRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// A file, without what stands in it.
  record Row(UUID id, AttachmentKind kind, Instant at) {}

  /// The files of a conversation, the first one first.
  List<Row> of(Queue queue, UUID thread) {
    return sql.sql(
            "select id, kind, at from "
                + queue.schema()
                + ".attachment where thread = ? order by at, id")
        .param(thread)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                AttachmentKind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getTimestamp(3).toInstant()))
        .list();
  }

  Optional<byte[]> sealed(Queue queue, UUID thread, UUID id) {
    return sql.sql(
            "select sealed from " + queue.schema() + ".attachment where thread = ? and id = ?")
        .params(thread, id)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }
}
