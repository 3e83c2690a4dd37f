package se.fristad.casework;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of risk assessments. None is ever changed.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class AssessmentRows {
  private static final String COLUMNS =
      """
      select id, instrument, instrument_version, level, unknowns, made_by, made_at, valid_until, sealed
        from casework.assessment where file = ? order by made_at desc
      """;

  private final JdbcClient sql;

  AssessmentRows(JdbcClient sql) {
    this.sql = sql;
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      String instrument,
      String version,
      String level,
      int unknowns,
      UUID madeBy,
      Instant madeAt,
      LocalDate validUntil,
      byte[] sealed) {
    boolean expired(LocalDate today) {
      return today.isAfter(validUntil);
    }
  }

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.assessment
              (id, file, instrument, instrument_version, level, unknowns, made_by, made_at, valid_until, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id,
            file,
            row.instrument,
            row.version,
            row.level,
            row.unknowns,
            row.madeBy,
            Timestamp.from(row.madeAt),
            Date.valueOf(row.validUntil),
            row.sealed)
        .update();
    sql.sql("update casework.file set risk = ?, risk_until = ? where id = ?")
        .params(row.level, Date.valueOf(row.validUntil), file)
        .update();
  }

  Optional<Row> latest(UUID file) {
    return sql.sql(COLUMNS + " limit 1").param(file).query(AssessmentRows::row).optional();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS).param(file).query(AssessmentRows::row).list();
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getObject(6, UUID.class),
        row.getTimestamp(7).toInstant(),
        row.getDate(8).toLocalDate(),
        row.getBytes(9));
  }
}
