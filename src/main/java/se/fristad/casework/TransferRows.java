package se.fristad.casework;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.law.Deadlines;

/// The SQL of matters that are to be moved from one municipality to another.
@StaffFace
@Component
class TransferRows {
  private static final String COLUMNS =
      """
      select id, direction, municipality, asked_on, answered_on, answer, applied_on, tried_on, tried,
             made_at, made_by, version, sealed
        from casework.transfer
      """;

  private final JdbcClient sql;

  TransferRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// Which way it goes.
  enum Direction {
    /// We ask another municipality to take it over.
    AWAY,
    /// Another municipality asks us.
    HERE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param askedOn when it was sent, or reached us
  /// @param answer whether who was asked takes it over; null while nobody has answered
  /// @param appliedOn when whoever asked turned to IVO
  /// @param tried whether IVO has moved it; null while it has not decided
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      Direction direction,
      String municipality,
      LocalDate askedOn,
      @Nullable LocalDate answeredOn,
      @Nullable Boolean answer,
      @Nullable LocalDate appliedOn,
      @Nullable LocalDate triedOn,
      @Nullable Boolean tried,
      Instant madeAt,
      UUID madeBy,
      int version,
      byte[] sealed) {
    /// Whether somebody still waits for something.
    boolean open() {
      return tried == null && !Boolean.TRUE.equals(answer);
    }

    /// Whether whoever asked may turn to IVO: the answer was no, or the month for it has passed (29
    /// kap. 11 § SoL).
    boolean mayBeTried(LocalDate today) {
      return appliedOn == null
          && tried == null
          && (Boolean.FALSE.equals(answer) || answer == null && silent(today));
    }

    /// Whether the month in which an answer is to come has passed without one.
    boolean silent(LocalDate today) {
      return answer == null && today.isAfter(Deadlines.transferAnswered(askedOn).legal());
    }
  }

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.transfer (id, file, direction, municipality, asked_on, made_at, made_by, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id,
            file,
            row.direction.code(),
            row.municipality,
            Date.valueOf(row.askedOn),
            Timestamp.from(row.madeAt),
            row.madeBy,
            row.sealed)
        .update();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where file = ? and id = ?")
        .params(file, id)
        .query(TransferRows::row)
        .optional();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where file = ? order by asked_on desc, made_at desc")
        .param(file)
        .query(TransferRows::row)
        .list();
  }

  /// Writes what has changed.
  void update(Row row) {
    sql.sql(
            """
            update casework.transfer set answered_on = :answered, answer = :answer, applied_on = :applied,
                   tried_on = :tried_on, tried = :tried, version = :version, sealed = :sealed
             where id = :id
            """)
        .param("id", row.id)
        .param("answered", date(row.answeredOn), Types.DATE)
        .param("answer", row.answer == null ? null : row.answer ? "yes" : "no", Types.VARCHAR)
        .param("applied", date(row.appliedOn), Types.DATE)
        .param("tried_on", date(row.triedOn), Types.DATE)
        .param("tried", row.tried == null ? null : row.tried ? "moved" : "stays", Types.VARCHAR)
        .param("version", row.version)
        .param("sealed", row.sealed)
        .update();
  }

  private static @Nullable Date date(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    String answer = row.getString("answer");
    String tried = row.getString("tried");
    return new Row(
        row.getObject("id", UUID.class),
        Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
        row.getString("municipality"),
        row.getObject("asked_on", LocalDate.class),
        row.getObject("answered_on", LocalDate.class),
        answer == null ? null : answer.equals("yes"),
        row.getObject("applied_on", LocalDate.class),
        row.getObject("tried_on", LocalDate.class),
        tried == null ? null : tried.equals("moved"),
        row.getTimestamp("made_at").toInstant(),
        row.getObject("made_by", UUID.class),
        row.getInt("version"),
        row.getBytes("sealed"));
  }
}
