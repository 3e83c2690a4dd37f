package se.fristad.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what those who answer keep among themselves: notes, and the names they sign with.
@Component
class DeskRows {
  private final JdbcClient sql;

  DeskRows(JdbcClient sql) {
    this.sql = sql;
  }

  record SealedNote(UUID id, boolean handover, UUID author, Instant at, byte[] sealed) {}

  List<SealedNote> notes(Queue queue, UUID thread) {
    return sql.sql(
            "select id, kind = 'handover', author, at, sealed from "
                + queue.schema()
                + ".note where thread = ? order by at, id")
        .param(thread)
        .query((row, number) ->
            new SealedNote(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                row.getObject(3, UUID.class),
                row.getTimestamp(4).toInstant(),
                row.getBytes(5)))
        .list();
  }

  /// Keeps a note; the thread's row is locked. False when it is there already.
  boolean note(
      Queue queue, UUID id, UUID thread, boolean handover, UUID author, Instant at, byte[] sealed) {
    return sql.sql(
                "insert into "
                    + queue.schema()
                    + ".note (id, thread, kind, author, at, sealed) values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
            .params(id, thread, handover ? "handover" : "note", author, Timestamp.from(at), sealed)
            .update()
        == 1;
  }

  Optional<String> alias(Queue queue, UUID staff) {
    return sql.sql("select signature from " + queue.schema() + ".alias where staff = ?")
        .param(staff)
        .query(String.class)
        .optional();
  }

  void alias(Queue queue, UUID staff, @Nullable String name) {
    if (name == null) {
      sql.sql("delete from " + queue.schema() + ".alias where staff = ?").param(staff).update();
    } else {
      sql.sql(
              "insert into "
                  + queue.schema()
                  + ".alias (staff, signature) values (?, ?) on conflict (staff) do update set signature = excluded.signature")
          .params(staff, name)
          .update();
    }
  }
}
