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

/// The SQL of matters that take long.
@StaffFace
@Component
class InTimeRows {
  private final JdbcClient sql;

  InTimeRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param answer null while it is not answered
  @SuppressWarnings("ArrayRecordComponent")
  record Request(
      UUID id,
      UUID investigation,
      LocalDate receivedOn,
      @Nullable String answer,
      int version,
      byte[] sealed) {}

  void notice(
      UUID id,
      UUID file,
      UUID investigation,
      LocalDate told,
      LocalDate expected,
      Instant now,
      UUID by,
      byte[] sealed) {
    sql.sql(
            """
            insert into casework.delay_notice (id, file, investigation, told_on, expected_on, made_at, made_by, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            file,
            investigation,
            Date.valueOf(told),
            Date.valueOf(expected),
            Timestamp.from(now),
            by,
            sealed)
        .update();
  }

  void request(
      UUID id,
      UUID file,
      UUID investigation,
      LocalDate received,
      Instant now,
      UUID by,
      byte[] sealed) {
    sql.sql(
            """
            insert into casework.decision_request (id, file, investigation, received_on, made_at, made_by, sealed)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(id, file, investigation, Date.valueOf(received), Timestamp.from(now), by, sealed)
        .update();
  }

  /// Her requests in a file, the latest first.
  List<Request> of(UUID file) {
    return sql.sql(
            """
            select id, investigation, received_on, answer, version, sealed
              from casework.decision_request where file = ? order by received_on desc
            """)
        .param(file)
        .query(InTimeRows::row)
        .list();
  }

  Optional<Request> find(UUID file, UUID id) {
    return of(file).stream().filter(row -> row.id().equals(id)).findFirst();
  }

  void answered(UUID id, String answer, LocalDate on, UUID by, int version, byte[] sealed) {
    sql.sql(
            """
            update casework.decision_request set answer = ?, answered_on = ?, answered_by = ?, version = ?, sealed = ?
             where id = ?
            """)
        .params(answer, Date.valueOf(on), by, version, sealed, id)
        .update();
  }

  private static Request row(ResultSet row, int number) throws SQLException {
    return new Request(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, LocalDate.class),
        row.getString(4),
        row.getInt(5),
        row.getBytes(6));
  }

  /// What somebody has not done in time.
  ///
  /// @param staff null for what is the head's
  /// @param late the goal has passed
  /// @param passed of these, the limit of the law has
  /// @param soon due within a week
  /// @param oldest the goal that passed first; null when none has
  record Overdue(
      @Nullable UUID staff, int late, int passed, int soon, @Nullable LocalDate oldest) {}

  /// By person, who is latest first.
  List<Overdue> overdue(Instant now, Instant soon) {
    return sql.sql(
            """
            select t.staff, count(*) filter (where t.due_at < :now) as late,
                   count(*) filter (where t.legal_at < :now) as passed,
                   count(*) filter (where t.due_at >= :now) as soon,
                   min(t.due_at) filter (where t.due_at < :now) as oldest
              from casework.task t join casework.file f on f.id = t.file
             where t.done_at is null and t.due_at < :soon
             group by t.staff order by passed desc, late desc, oldest nulls last
            """)
        .param("now", Timestamp.from(now))
        .param("soon", Timestamp.from(soon))
        .query((row, number) -> {
          Instant oldest = FileRows.instant(row, "oldest");
          return new Overdue(
              row.getObject("staff", UUID.class),
              row.getInt("late"),
              row.getInt("passed"),
              row.getInt("soon"),
              oldest == null ? null : LocalDate.ofInstant(oldest, Files.HERE));
        })
        .list();
  }
}
