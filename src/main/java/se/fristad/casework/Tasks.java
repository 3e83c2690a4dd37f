package se.fristad.casework;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.law.Deadline;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// What is due in a file, when, and whose it is. Written in the transaction of the step that makes
/// it due or does it.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class Tasks {
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private final JdbcClient sql;

  Tasks(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param legal the limit, when it is later than the goal
  record Task(
      UUID id,
      UUID file,
      TaskKind kind,
      @Nullable UUID record,
      Instant due,
      Instant legal,
      @Nullable UUID staff,
      @Nullable Instant doneAt) {}

  /// The end of a day: something due that day is late when the next one begins.
  static Instant endOf(LocalDate day) {
    return day.atTime(LAST_MINUTE).atZone(Files.HERE).toInstant();
  }

  /// Something is due for a member of staff.
  void add(UUID file, TaskKind kind, @Nullable UUID record, LocalDate due, UUID staff) {
    add(file, kind, record, endOf(due), endOf(due), staff, null);
  }

  /// Something is due for whoever has a role.
  void addFor(Role role, UUID file, TaskKind kind, @Nullable UUID record, LocalDate due) {
    add(file, kind, record, endOf(due), endOf(due), null, role);
  }

  void add(
      UUID file,
      TaskKind kind,
      @Nullable UUID record,
      Instant due,
      Instant legal,
      @Nullable UUID staff,
      @Nullable Role role) {
    sql.sql(
            """
            insert into casework.task (id, file, kind, record, duty, rule, due_at, legal_at, staff, role)
            values (:id, :file, :kind, :record, :duty, :rule, :due, :legal, :staff, :role)
            """)
        .param("id", UUID.randomUUID())
        .param("file", file)
        .param("kind", kind.code())
        .param("record", record, Types.OTHER)
        .param("duty", kind.duty())
        .param("rule", kind.rule().key())
        .param("due", Timestamp.from(due))
        .param("legal", Timestamp.from(legal))
        .param("staff", staff, Types.OTHER)
        .param("role", role == null ? null : role.code(), Types.VARCHAR)
        .update();
  }

  /// One task of the kind stands in the file, due by this day: what stood there for another day is
  /// moved.
  void keepDue(UUID file, TaskKind kind, LocalDate due, UUID staff) {
    int moved =
        sql.sql(
                """
                update casework.task set due_at = :due, legal_at = :due
                 where file = :file and kind = :kind and done_at is null
                """)
            .param("due", Timestamp.from(endOf(due)))
            .param("file", file)
            .param("kind", kind.code())
            .update();
    if (moved == 0) {
      add(file, kind, null, due, staff);
    }
  }

  /// It is done: every task of these kinds in the file, or the one about the record.
  void done(UUID file, @Nullable UUID record, UUID by, Instant at, TaskKind... kinds) {
    sql.sql(
            """
            update casework.task set done_at = :at, done_by = :by
             where file = :file and kind = any(:kinds) and done_at is null
               and (cast(:record as uuid) is null or record = :record)
            """)
        .param("file", file)
        .param("record", record, Types.OTHER)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param(
            "kinds",
            java.util.Arrays.stream(kinds).map(TaskKind::code).toArray(String[]::new),
            Types.ARRAY)
        .update();
  }

  /// Something is due by a day of the law, with its limit.
  void add(UUID file, TaskKind kind, @Nullable UUID record, Deadline due, UUID staff) {
    add(file, kind, record, endOf(due.strict()), endOf(due.legal()), staff, null);
  }

  /// There is more time for it, until a fixed day.
  void prolong(UUID file, UUID record, TaskKind kind, LocalDate until) {
    sql.sql(
            """
            update casework.task set due_at = :until, legal_at = :until
             where file = :file and record = :record and kind = :kind and done_at is null
            """)
        .param("until", Timestamp.from(endOf(until)))
        .param("file", file)
        .param("record", record)
        .param("kind", kind.code())
        .update();
  }

  /// Its goal moves to a later day; the limit of the law does not, and the goal not beyond it.
  void moveGoal(UUID file, UUID record, TaskKind kind, LocalDate goal) {
    sql.sql(
            """
            update casework.task set due_at = least(:goal, legal_at)
             where file = :file and record = :record and kind = :kind and done_at is null
            """)
        .param("goal", Timestamp.from(endOf(goal)))
        .param("file", file)
        .param("record", record)
        .param("kind", kind.code())
        .update();
  }

  /// The limit that stands for it; empty when it is not due any more.
  Optional<LocalDate> limit(UUID file, UUID record, TaskKind kind) {
    return sql.sql(
            """
            select legal_at from casework.task
             where file = ? and record = ? and kind = ? and done_at is null
            """)
        .params(file, record, kind.code())
        .query((row, number) -> LocalDate.ofInstant(row.getTimestamp(1).toInstant(), Files.HERE))
        .optional();
  }

  /// What was waited for is asked for, today: one task, however often it has been asked before.
  void askFor(UUID file, UUID record, LocalDate today, UUID staff) {
    int turned =
        sql.sql(
                """
                update casework.task set kind = :ask, due_at = :due, legal_at = :due
                 where file = :file and record = :record and kind in (:await, :ask) and done_at is null
                """)
            .param("ask", TaskKind.ASK_FOR_RECEIPT.code())
            .param("await", TaskKind.AWAIT_RECEIPT.code())
            .param("due", Timestamp.from(endOf(today)))
            .param("file", file)
            .param("record", record)
            .update();
    if (turned == 0) {
      add(file, TaskKind.ASK_FOR_RECEIPT, record, today, staff);
    }
  }

  /// Nothing is due in the file any more.
  void allDone(UUID file, UUID by, Instant at) {
    sql.sql("update casework.task set done_at = ?, done_by = ? where file = ? and done_at is null")
        .params(Timestamp.from(at), by, file)
        .update();
  }

  /// What stands against closing the file.
  List<TaskKind> duties(UUID file) {
    return sql.sql(
            """
            select distinct kind from casework.task where file = ? and duty and done_at is null
             order by kind
            """)
        .param(file)
        .query((row, number) -> TaskKind.of(row.getString(1)))
        .list();
  }

  /// Everything due in the file that a role may know of, the nearest first. What is due for the
  /// head only, as that somebody has another file, a caseworker does not see.
  List<Task> open(UUID file, Role viewer) {
    return sql.sql(
            """
            select id, file, kind, record, due_at, legal_at, staff, done_at
              from casework.task where file = ? and done_at is null and (role is null or role = ?)
             order by due_at
            """)
        .params(file, viewer.code())
        .query((row, number) ->
            new Task(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                TaskKind.of(row.getString(3)),
                row.getObject(4, UUID.class),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant(),
                row.getObject(7, UUID.class),
                FileRows.instant(row, "done_at")))
        .list();
  }

  /// Somebody else takes over what was hers.
  void handOver(UUID file, UUID from, UUID to) {
    sql.sql("update casework.task set staff = ? where file = ? and staff = ? and done_at is null")
        .params(to, file, from)
        .update();
  }
}
