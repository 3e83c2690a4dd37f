package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of those around somebody.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class LinkRows {
  private final JdbcClient sql;

  LinkRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// Somebody around her; who it is stands in the sealed part.
  ///
  /// @param ended null while it holds
  @SuppressWarnings("ArrayRecordComponent")
  record Row(UUID id, Instant at, UUID by, @Nullable Instant ended, int version, byte[] sealed) {}

  void insert(UUID file, Row row) {
    sql.sql(
            "insert into casework.link (id, file, made_at, made_by, version, sealed) values (?, ?, ?, ?, ?, ?)")
        .params(row.id, file, Timestamp.from(row.at), row.by, row.version, row.sealed)
        .update();
  }

  void reseal(UUID id, int version, byte[] sealed) {
    sql.sql("update casework.link set version = ?, sealed = ? where id = ?")
        .params(version, sealed, id)
        .update();
  }

  void end(UUID id, Instant at, int version, byte[] sealed) {
    sql.sql("update casework.link set ended_at = ?, version = ?, sealed = ? where id = ?")
        .params(Timestamp.from(at), version, sealed, id)
        .update();
  }

  /// Those of a file, as they were written down.
  List<Row> of(UUID file) {
    return sql.sql(
            "select id, made_at, made_by, ended_at, version, sealed from casework.link where file = ? order by made_at, id")
        .param(file)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                row.getObject(3, UUID.class),
                FileRows.instant(row, "ended_at"),
                row.getInt(5),
                row.getBytes(6)))
        .list();
  }
}
