package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.outgoing.CallOutcome;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of our calls.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class CallRows {
  private final JdbcClient sql;

  CallRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// A call.
  ///
  /// @param outcome null as long as nobody has said
  record Row(UUID id, UUID staff, Instant at, @Nullable CallOutcome outcome) {}

  void insert(UUID file, UUID id, UUID staff, Instant at) {
    sql.sql("insert into casework.call (id, file, at, staff) values (?, ?, ?, ?)")
        .params(id, file, Timestamp.from(at), staff)
        .update();
  }

  void outcome(UUID id, CallOutcome outcome) {
    sql.sql("update casework.call set outcome = ? where id = ?")
        .params(outcome.code(), id)
        .update();
  }

  /// The calls of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(
            "select id, staff, at, outcome from casework.call where file = ? order by at desc")
        .param(file)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                CallOutcome.of(Objects.requireNonNullElse(row.getString(4), "")).orElse(null)))
        .list();
  }
}
