package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;

/// The SQL of working notes. Every question names the writer: nobody else's is ever found.
@StaffFace
@Component
class WorkingNoteRows {
  private final JdbcClient sql;

  WorkingNoteRows(JdbcClient sql) {
    this.sql = sql;
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(UUID id, Instant madeAt, Instant changedAt, int version, byte[] sealed) {}

  void insert(UUID file, UUID writer, Row row) {
    sql.sql(
            """
            insert into casework.working_note (id, file, made_by, made_at, changed_at, version, sealed)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id,
            file,
            writer,
            Timestamp.from(row.madeAt),
            Timestamp.from(row.changedAt),
            row.version,
            row.sealed)
        .update();
  }

  void update(UUID file, UUID writer, Row row) {
    sql.sql(
            """
            update casework.working_note set changed_at = ?, version = ?, sealed = ?
             where id = ? and file = ? and made_by = ?
            """)
        .params(Timestamp.from(row.changedAt), row.version, row.sealed, row.id, file, writer)
        .update();
  }

  void delete(UUID file, UUID writer, UUID id) {
    sql.sql("delete from casework.working_note where id = ? and file = ? and made_by = ?")
        .params(id, file, writer)
        .update();
  }

  Optional<Row> find(UUID file, UUID writer, UUID id) {
    return of(file, writer).stream().filter(row -> row.id.equals(id)).findFirst();
  }

  /// Her own working notes in a file, the latest first.
  List<Row> of(UUID file, UUID writer) {
    return sql.sql(
            """
            select id, made_at, changed_at, version, sealed from casework.working_note
             where file = ? and made_by = ? order by changed_at desc, id
            """)
        .params(file, writer)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                row.getTimestamp(3).toInstant(),
                row.getInt(4),
                row.getBytes(5)))
        .list();
  }
}
