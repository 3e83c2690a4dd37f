package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.outgoing.LetterOutcome;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of our letters.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class LetterRows {
  private final JdbcClient sql;

  LetterRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// A letter, its words as they are stored.
  ///
  /// @param outcome null as long as nobody has said
  @SuppressWarnings("ArrayRecordComponent")
  record Row(UUID id, UUID staff, Instant at, @Nullable LetterOutcome outcome, byte[] sealed) {}

  void insert(UUID file, Row row) {
    sql.sql("insert into casework.letter (id, file, at, staff, sealed) values (?, ?, ?, ?, ?)")
        .params(row.id, file, Timestamp.from(row.at), row.staff, row.sealed)
        .update();
  }

  void outcome(UUID id, LetterOutcome outcome) {
    sql.sql("update casework.letter set outcome = ? where id = ?")
        .params(outcome.code(), id)
        .update();
  }

  /// The letters of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(
            "select id, staff, at, outcome, sealed from casework.letter where file = ? order by at desc")
        .param(file)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                outcome(row.getString(4)),
                row.getBytes(5)))
        .list();
  }

  private static @Nullable LetterOutcome outcome(@Nullable String code) {
    return Arrays.stream(LetterOutcome.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElse(null);
  }
}
