package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of notes. None is ever changed.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class NoteRows {
  private final JdbcClient sql;

  NoteRows(JdbcClient sql) {
    this.sql = sql;
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(UUID id, UUID madeBy, Instant madeAt, byte[] sealed) {}

  void insert(UUID file, Row row) {
    sql.sql("insert into casework.note (id, file, made_by, made_at, sealed) values (?, ?, ?, ?, ?)")
        .params(row.id, file, row.madeBy, Timestamp.from(row.madeAt), row.sealed)
        .update();
  }

  /// The notes of a file, the latest first.
  List<Row> of(UUID file, int most) {
    return sql.sql(
            "select id, made_by, made_at, sealed from casework.note where file = ? order by made_at desc limit ?")
        .params(file, most)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getBytes(4)))
        .list();
  }
}
