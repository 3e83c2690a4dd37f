package se.fristad.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of who of us knows the person an intake is about.
@Component
class IntakeConflictRows {
  private final JdbcClient sql;

  IntakeConflictRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// Somebody for whom an intake is not there.
  record Row(UUID staff, Instant at) {}

  /// One that was lifted, its reason as it is stored.
  @SuppressWarnings("ArrayRecordComponent")
  record Lifted(UUID id, UUID staff, Instant at, UUID by, byte[] sealed) {}

  boolean declared(UUID intake, UUID staff) {
    return sql.sql("select exists (select from intake.conflict where intake = ? and staff = ?)")
        .params(intake, staff)
        .query(Boolean.class)
        .single();
  }

  void declare(UUID intake, UUID staff, Instant at, UUID by) {
    sql.sql(
            "insert into intake.conflict (intake, staff, at, declared_by) values (?, ?, ?, ?) on conflict do nothing")
        .params(intake, staff, Timestamp.from(at), by)
        .update();
  }

  /// For whom an intake is not there, the first one first.
  List<Row> of(UUID intake) {
    return sql.sql("select staff, at from intake.conflict where intake = ? order by at, staff")
        .param(intake)
        .query(
            (row, number) -> new Row(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .list();
  }

  /// The intakes that are not there for a member of staff.
  Set<UUID> notFor(UUID staff) {
    return Set.copyOf(
        sql.sql("select intake from intake.conflict where staff = ?")
            .param(staff)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list());
  }

  /// The conversations out of which those intakes came.
  List<UUID> threadsNotFor(UUID staff) {
    return sql.sql(
            "select distinct i.thread from intake.conflict c join intake.intake i on i.id = c.intake where c.staff = ? and i.thread is not null")
        .param(staff)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Who knows her, of all intakes that came out of a conversation.
  List<UUID> ofThread(UUID thread) {
    return sql.sql(
            "select distinct c.staff from intake.conflict c join intake.intake i on i.id = c.intake where i.thread = ?")
        .param(thread)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  Optional<Instant> withdraw(UUID intake, UUID staff) {
    return sql.sql("delete from intake.conflict where intake = ? and staff = ? returning at")
        .params(intake, staff)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  void lifted(
      UUID id, UUID intake, UUID staff, Instant declared, Instant at, UUID by, byte[] sealed) {
    sql.sql(
            "insert into intake.conflict_lifted (id, intake, staff, declared_at, lifted_at, lifted_by, sealed) values (?, ?, ?, ?, ?, ?, ?)")
        .params(id, intake, staff, Timestamp.from(declared), Timestamp.from(at), by, sealed)
        .update();
  }

  /// Those that were lifted, the first one first.
  List<Lifted> liftedOf(UUID intake) {
    return sql.sql(
            "select id, staff, lifted_at, lifted_by, sealed from intake.conflict_lifted where intake = ? order by lifted_at")
        .param(intake)
        .query((row, number) ->
            new Lifted(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getObject(4, UUID.class),
                row.getBytes(5)))
        .list();
  }
}
