package se.fristad.casework;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.casework.facts.NeedMet;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of follow-ups.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class FollowUpRows {
  private static final String COLUMNS =
      "select id, due_on, done_at, done_by, need_met, version, sealed, plan from casework.follow_up";

  private final JdbcClient sql;

  FollowUpRows(JdbcClient sql) {
    this.sql = sql;
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      LocalDate dueOn,
      @Nullable Instant doneAt,
      @Nullable UUID doneBy,
      @Nullable NeedMet needMet,
      int version,
      byte @Nullable [] sealed,
      @Nullable UUID plan) {}

  void insert(UUID id, UUID file, LocalDate due) {
    sql.sql("insert into casework.follow_up (id, file, due_on) values (?, ?, ?)")
        .params(id, file, Date.valueOf(due))
        .update();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where file = ? and id = ?")
        .params(file, id)
        .query(FollowUpRows::row)
        .optional();
  }

  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where file = ? order by due_on desc")
        .param(file)
        .query(FollowUpRows::row)
        .list();
  }

  /// @param plan the plan that was followed up with it; null when there was none
  void done(UUID id, NeedMet met, UUID by, Instant at, byte[] sealed, @Nullable UUID plan) {
    sql.sql(
            """
            update casework.follow_up set done_at = :at, done_by = :by, need_met = :met, sealed = :sealed, plan = :plan
             where id = :id
            """)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .param("met", met.code())
        .param("sealed", sealed)
        .param("plan", plan, Types.OTHER)
        .param("id", id)
        .update();
  }

  /// Whether something was granted that she has not been asked about since.
  boolean lacking(UUID file) {
    return sql.sql(
            """
            select exists (select from casework.support s where s.file = :file and not exists (
              select from casework.follow_up u where u.file = :file and u.done_at is not null
                 and cast(u.done_at at time zone 'Europe/Stockholm' as date) >= s.granted_on))
            """)
        .param("file", file)
        .query(Boolean.class)
        .single();
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    String met = row.getString(5);
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, LocalDate.class),
        FileRows.instant(row, "done_at"),
        row.getObject(4, UUID.class),
        met == null ? null : Codes.needMet(met),
        row.getInt(6),
        row.getBytes(7),
        row.getObject(8, UUID.class));
  }
}
