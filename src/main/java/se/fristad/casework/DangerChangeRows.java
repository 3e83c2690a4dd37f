package se.fristad.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of what may have changed the danger.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class DangerChangeRows {
  private static final String COLUMNS =
      """
      select id, noted_by, noted_at, state, answered_by, answered_at, version, sealed
        from casework.danger_change
      """;

  private final JdbcClient sql;

  DangerChangeRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// How one stands.
  enum State {
    /// It asks for a new assessment.
    ASKS,
    /// One was made after it.
    ASSESSED,
    /// None was needed, and it is said why.
    DISMISSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      UUID notedBy,
      Instant notedAt,
      State state,
      @Nullable UUID answeredBy,
      @Nullable Instant answeredAt,
      int version,
      byte[] sealed) {
    boolean asks() {
      return state == State.ASKS;
    }
  }

  void insert(UUID file, Row row) {
    sql.sql(
            "insert into casework.danger_change (id, file, noted_by, noted_at, sealed) values (?, ?, ?, ?, ?)")
        .params(row.id, file, row.notedBy, Timestamp.from(row.notedAt), row.sealed)
        .update();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where file = ? order by noted_at desc, id")
        .param(file)
        .query(DangerChangeRows::row)
        .list();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where file = ? and id = ?")
        .params(file, id)
        .query(DangerChangeRows::row)
        .optional();
  }

  /// Whether any in a file asks.
  boolean asks(UUID file) {
    return sql.sql(
            "select exists (select from casework.danger_change where file = ? and state = 'asks')")
        .param(file)
        .query(Boolean.class)
        .single();
  }

  /// An assessment was made: it answers all that asked.
  void assessed(UUID file, UUID by, Instant at) {
    sql.sql(
            """
            update casework.danger_change set state = 'assessed', answered_by = ?, answered_at = ?
             where file = ? and state = 'asks'
            """)
        .params(by, Timestamp.from(at), file)
        .update();
  }

  void dismiss(UUID id, UUID by, Instant at, int version, byte[] sealed) {
    sql.sql(
            """
            update casework.danger_change
               set state = 'dismissed', answered_by = ?, answered_at = ?, version = ?, sealed = ?
             where id = ?
            """)
        .params(by, Timestamp.from(at), version, sealed, id)
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getTimestamp(3).toInstant(),
        State.of(row.getString(4)),
        row.getObject(5, UUID.class),
        FileRows.instant(row, "answered_at"),
        row.getInt(7),
        row.getBytes(8));
  }
}
