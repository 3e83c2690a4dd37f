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
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of plans and of what is to be done by them.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class PlanRows {
  private static final String COLUMNS =
      """
      select id, number, made_by, made_at, review_on, state, ended_at, ended_by, version, sealed
        from casework.plan
      """;

  private static final String ACTIONS =
      """
      select a.id, a.plan, a.goal, a.place, a.staff, a.due_on, a.standing, a.said_by, a.said_at, a.version, a.sealed
        from casework.plan_action a
      """;

  private final JdbcClient sql;

  PlanRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// How a plan stands.
  enum State {
    /// It is the one that holds.
    STANDS,
    /// Another has taken its place.
    REPLACED,
    /// It is closed.
    CLOSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// @param number from 1, within the file
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      int number,
      UUID madeBy,
      Instant madeAt,
      LocalDate reviewOn,
      State state,
      @Nullable Instant endedAt,
      @Nullable UUID endedBy,
      int version,
      byte[] sealed) {
    boolean stands() {
      return state == State.STANDS;
    }
  }

  /// Something that is to be done.
  ///
  /// @param staff which of us does it; null when somebody else does
  @SuppressWarnings("ArrayRecordComponent")
  record Action(
      UUID id,
      UUID plan,
      int goal,
      int place,
      @Nullable UUID staff,
      LocalDate dueOn,
      Plan.Standing standing,
      UUID saidBy,
      Instant saidAt,
      int version,
      byte[] sealed) {}

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.plan (id, file, number, made_by, made_at, review_on, sealed)
            values (:id, :file, :number, :by, :at, :review, :sealed)
            """)
        .param("id", row.id)
        .param("file", file)
        .param("number", row.number)
        .param("by", row.madeBy)
        .param("at", Timestamp.from(row.madeAt))
        .param("review", Date.valueOf(row.reviewOn))
        .param("sealed", row.sealed)
        .update();
  }

  void insert(UUID file, Action action) {
    sql.sql(
            """
            insert into casework.plan_action
              (id, file, plan, goal, place, staff, due_on, standing, said_by, said_at, sealed)
            values (:id, :file, :plan, :goal, :place, :staff, :due, :standing, :by, :at, :sealed)
            """)
        .param("id", action.id)
        .param("file", file)
        .param("plan", action.plan)
        .param("goal", action.goal)
        .param("place", action.place)
        .param("staff", action.staff, Types.OTHER)
        .param("due", Date.valueOf(action.dueOn))
        .param("standing", action.standing.code())
        .param("by", action.saidBy)
        .param("at", Timestamp.from(action.saidAt))
        .param("sealed", action.sealed)
        .update();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where file = ? order by number desc")
        .param(file)
        .query(PlanRows::row)
        .list();
  }

  /// The one that stands.
  Optional<Row> standing(UUID file) {
    return sql.sql(COLUMNS + " where file = ? and state = 'stands'")
        .param(file)
        .query(PlanRows::row)
        .optional();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where file = ? and id = ?")
        .params(file, id)
        .query(PlanRows::row)
        .optional();
  }

  /// What is to be done by every plan of a file, in the order of the goals.
  List<Action> actionsOf(UUID file) {
    return sql.sql(ACTIONS + " where a.file = ? order by a.plan, a.goal, a.place")
        .param(file)
        .query(PlanRows::action)
        .list();
  }

  /// … by the one.
  List<Action> actions(UUID plan) {
    return sql.sql(ACTIONS + " where a.plan = ? order by a.goal, a.place")
        .param(plan)
        .query(PlanRows::action)
        .list();
  }

  /// One that is to be done by the plan that stands.
  Optional<Action> action(UUID file, UUID id) {
    return sql.sql(
            ACTIONS
                + " join casework.plan p on p.id = a.plan where a.file = ? and a.id = ? and p.state = 'stands'")
        .params(file, id)
        .query(PlanRows::action)
        .optional();
  }

  void say(UUID id, Plan.Standing standing, UUID by, Instant at, int version, byte[] sealed) {
    sql.sql(
            """
            update casework.plan_action set standing = ?, said_by = ?, said_at = ?, version = ?, sealed = ?
             where id = ?
            """)
        .params(standing.code(), by, Timestamp.from(at), version, sealed, id)
        .update();
  }

  void review(UUID id, LocalDate on) {
    sql.sql("update casework.plan set review_on = ? where id = ?")
        .params(Date.valueOf(on), id)
        .update();
  }

  void end(UUID id, State state, UUID by, Instant at, int version, byte[] sealed) {
    sql.sql(
            """
            update casework.plan set state = ?, ended_by = ?, ended_at = ?, version = ?, sealed = ?
             where id = ?
            """)
        .params(state.code(), by, Timestamp.from(at), version, sealed, id)
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getInt(2),
        row.getObject(3, UUID.class),
        row.getTimestamp(4).toInstant(),
        row.getObject(5, LocalDate.class),
        State.of(row.getString(6)),
        FileRows.instant(row, "ended_at"),
        row.getObject(8, UUID.class),
        row.getInt(9),
        row.getBytes(10));
  }

  private static Action action(ResultSet row, int number) throws SQLException {
    return new Action(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getInt(3),
        row.getInt(4),
        row.getObject(5, UUID.class),
        row.getObject(6, LocalDate.class),
        Plan.Standing.of(row.getString(7)),
        row.getObject(8, UUID.class),
        row.getTimestamp(9).toInstant(),
        row.getInt(10),
        row.getBytes(11));
  }
}
