package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of who of us knows somebody with a file.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class FileConflictRows {
  private final JdbcClient sql;

  FileConflictRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// Somebody for whom a file is not there.
  ///
  /// @param mark whether her own mark says so: kin or neighbour
  record Row(UUID staff, Instant at, boolean mark) {}

  void declare(UUID file, UUID staff, Instant at, UUID by) {
    sql.sql(
            "insert into casework.conflict (file, staff, at, declared_by) values (?, ?, ?, ?) on conflict do nothing")
        .params(file, staff, Timestamp.from(at), by)
        .update();
  }

  /// Her own mark says so.
  void met(UUID file, UUID staff, Instant at) {
    sql.sql(
            "insert into casework.conflict (file, staff, at, declared_by, by_mark) values (?, ?, ?, ?, true) on conflict do nothing")
        .params(file, staff, Timestamp.from(at), staff)
        .update();
  }

  boolean declared(UUID file, UUID staff) {
    return sql.sql("select exists (select from casework.conflict where file = ? and staff = ?)")
        .params(file, staff)
        .query(Boolean.class)
        .single();
  }

  /// For whom a file is not there, the first one first.
  List<Row> of(UUID file) {
    return sql.sql(
            "select staff, at, by_mark from casework.conflict where file = ? order by at, staff")
        .param(file)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class), row.getTimestamp(2).toInstant(), row.getBoolean(3)))
        .list();
  }

  /// Takes it away.
  ///
  /// @return when it had been said
  Optional<Instant> withdraw(UUID file, UUID staff) {
    return sql.sql("delete from casework.conflict where file = ? and staff = ? returning at")
        .params(file, staff)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  void lifted(
      UUID id, UUID file, UUID staff, Instant declared, Instant at, UUID by, byte[] sealed) {
    sql.sql(
            "insert into casework.conflict_lifted (id, file, staff, declared_at, lifted_at, lifted_by, sealed) values (?, ?, ?, ?, ?, ?, ?)")
        .params(id, file, staff, Timestamp.from(declared), Timestamp.from(at), by, sealed)
        .update();
  }
}
