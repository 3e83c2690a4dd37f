package se.fristad.casework;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;

/// The SQL of what she was told before a decision.
@StaffFace
@Component
class CommunicationRows {
  private static final String COLUMNS =
      """
      select id, investigation, sent_on, answer_by, answered_on, made_at, made_by, version, sealed
        from casework.communication
      """;

  private final JdbcClient sql;

  CommunicationRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param answerBy her last day to answer
  /// @param answeredOn when she did; null while she has not
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      UUID investigation,
      LocalDate sentOn,
      LocalDate answerBy,
      @Nullable LocalDate answeredOn,
      Instant madeAt,
      UUID madeBy,
      int version,
      byte[] sealed) {
    /// Whether she has answered, or her time for it has passed.
    boolean over(LocalDate today) {
      return answeredOn != null || today.isAfter(answerBy);
    }
  }

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.communication (id, file, investigation, sent_on, answer_by, made_at, made_by, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id,
            file,
            row.investigation,
            Date.valueOf(row.sentOn),
            Date.valueOf(row.answerBy),
            Timestamp.from(row.madeAt),
            row.madeBy,
            row.sealed)
        .update();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where file = ? and id = ?")
        .params(file, id)
        .query(CommunicationRows::row)
        .optional();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where file = ? order by sent_on desc, made_at desc")
        .param(file)
        .query(CommunicationRows::row)
        .list();
  }

  void answered(UUID id, LocalDate on, int version, byte[] sealed) {
    sql.sql(
            "update casework.communication set answered_on = ?, version = ?, sealed = ? where id = ?")
        .params(Date.valueOf(on), version, sealed, id)
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, LocalDate.class),
        row.getObject(4, LocalDate.class),
        row.getObject(5, LocalDate.class),
        row.getTimestamp(6).toInstant(),
        row.getObject(7, UUID.class),
        row.getInt(8),
        row.getBytes(9));
  }
}
