package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;

/// The SQL of files that were opened again.
@StaffFace
@Component
class ReopeningRows {
  private final JdbcClient sql;

  ReopeningRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param closedAt when the file had been closed
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      Instant closedAt,
      UUID closedBy,
      Instant madeAt,
      UUID madeBy,
      Road.Reopening.Why why,
      byte[] sealed) {}

  /// Opens a closed file, and keeps when and by whom it had been closed.
  void reopen(UUID file, Row row, int sealedVersion, byte[] sealedFile) {
    sql.sql(
            """
            insert into casework.reopening (id, file, closed_at, closed_by, made_at, made_by, why, sealed)
            select ?, f.id, f.closed_at, f.closed_by, ?, ?, ?, ? from casework.file f where f.id = ? and f.state = 'closed'
            """)
        .params(row.id, Timestamp.from(row.madeAt), row.madeBy, row.why.code(), row.sealed, file)
        .update();
    sql.sql(
            """
            update casework.file set state = 'open', closed_at = null, closed_by = null, sealed_version = ?, sealed = ?
             where id = ?
            """)
        .params(sealedVersion, sealedFile, file)
        .update();
  }

  /// Who closed a file that is closed.
  UUID closedBy(UUID file) {
    return sql.sql("select closed_by from casework.file where id = ?")
        .param(file)
        .query((row, number) -> row.getObject(1, UUID.class))
        .single();
  }

  /// All of a file, the first first.
  List<Row> of(UUID file) {
    return sql.sql(
            """
            select id, closed_at, closed_by, made_at, made_by, why, sealed
              from casework.reopening where file = ? order by made_at, id
            """)
        .param(file)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                row.getObject(3, UUID.class),
                row.getTimestamp(4).toInstant(),
                row.getObject(5, UUID.class),
                Road.Reopening.Why.of(row.getString(6)),
                row.getBytes(7)))
        .list();
  }
}
