package se.fristad.casework;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of appeals.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class AppealRows {
  private static final String COLUMNS =
      """
      select id, decision, received_on, late, state, handled_at, handled_by, version, sealed, excused, reconsidered
        from casework.appeal
      """;

  private final JdbcClient sql;

  AppealRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// How far it has come.
  enum State {
    /// It came too late; a draft of the dismissal waits for somebody with a mandate.
    DISMISSAL_DRAFT,
    /// It was dismissed.
    DISMISSED,
    /// It came in time and is to go to the court.
    TO_HAND_OVER,
    /// It has gone.
    HANDED_OVER;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      UUID decision,
      LocalDate receivedOn,
      boolean late,
      State state,
      @Nullable Instant handledAt,
      @Nullable UUID handledBy,
      int version,
      byte[] sealed,
      @Nullable String excused,
      @Nullable String reconsidered) {
    /// Late, and to be dismissed: nothing excuses it.
    boolean tooLate() {
      return late && excused == null;
    }
  }

  boolean ofDecision(UUID decision) {
    return sql.sql("select exists (select from casework.appeal where decision = ?)")
        .param(decision)
        .query(Boolean.class)
        .single();
  }

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.appeal (id, file, decision, received_on, late, state, sealed)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id,
            file,
            row.decision,
            Date.valueOf(row.receivedOn),
            row.late,
            row.state.code(),
            row.sealed)
        .update();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where file = ? and id = ?")
        .params(file, id)
        .query(AppealRows::row)
        .optional();
  }

  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where file = ? order by received_on desc")
        .param(file)
        .query(AppealRows::row)
        .list();
  }

  void handled(UUID id, State state, UUID by, Instant at, int version, byte[] sealed) {
    sql.sql(
            """
            update casework.appeal set state = ?, handled_by = ?, handled_at = ?, version = ?, sealed = ?
             where id = ?
            """)
        .params(state.code(), by, Timestamp.from(at), version, sealed, id)
        .update();
  }

  /// It is tried though it came late.
  void excuse(UUID id, Road.Excuse excuse, int version, byte[] sealed) {
    sql.sql(
            """
            update casework.appeal set excused = ?, state = 'to_hand_over', version = ?, sealed = ?
             where id = ?
            """)
        .params(excuse.code(), version, sealed, id)
        .update();
  }

  /// What the reconsidering came to.
  void reconsidered(UUID id, boolean changed) {
    sql.sql("update casework.appeal set reconsidered = ? where id = ?")
        .params(changed ? "changed" : "unchanged", id)
        .update();
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, LocalDate.class),
        row.getBoolean(4),
        State.valueOf(row.getString(5).toUpperCase(java.util.Locale.ROOT)),
        FileRows.instant(row, "handled_at"),
        row.getObject(7, UUID.class),
        row.getInt(8),
        row.getBytes(9),
        row.getString(10),
        row.getString(11));
  }
}
