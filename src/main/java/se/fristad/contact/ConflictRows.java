package se.fristad.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of who of us knows somebody who writes.
@Component
class ConflictRows {
  private final JdbcClient sql;

  ConflictRows(JdbcClient sql) {
    this.sql = sql;
  }

  boolean declared(Queue queue, UUID thread, UUID staff) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".conflict where thread = ? and staff = ?)")
        .params(thread, staff)
        .query(Boolean.class)
        .single();
  }

  /// The conversations that are not there for a member of staff.
  Set<UUID> of(Queue queue, UUID staff) {
    return Set.copyOf(
        sql.sql("select thread from " + queue.schema() + ".conflict where staff = ?")
            .param(staff)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list());
  }

  void declare(Queue queue, UUID thread, UUID staff, Instant at) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".conflict (thread, staff, at) values (?, ?, ?) on conflict do nothing")
        .params(thread, staff, Timestamp.from(at))
        .update();
  }

  /// Who has said so of a conversation, the first one first.
  List<Conflicts.Declared> in(Queue queue, UUID thread) {
    return sql.sql(
            "select staff, at from " + queue.schema() + ".conflict where thread = ? order by at")
        .param(thread)
        .query((row, number) ->
            new Conflicts.Declared(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .list();
  }

  /// Takes it away.
  ///
  /// @return when it had been said; empty when nobody had said so
  Optional<Instant> withdraw(Queue queue, UUID thread, UUID staff) {
    return sql.sql(
            "delete from "
                + queue.schema()
                + ".conflict where thread = ? and staff = ? returning at")
        .params(thread, staff)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /// Keeps that it was lifted.
  void lifted(
      Queue queue,
      UUID id,
      UUID thread,
      UUID staff,
      Instant declared,
      UUID by,
      Instant at,
      byte[] sealed) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".conflict_lifted (id, thread, staff, declared_at, lifted_at, lifted_by, sealed) values (?, ?, ?, ?, ?, ?, ?)")
        .params(id, thread, staff, Timestamp.from(declared), Timestamp.from(at), by, sealed)
        .update();
  }

  /// One that was lifted, its reason as it is stored.
  @SuppressWarnings("ArrayRecordComponent")
  record Lifted(UUID id, UUID staff, Instant declared, Instant at, UUID by, byte[] sealed) {}

  /// Those that were lifted of a conversation, the first one first.
  List<Lifted> liftedIn(Queue queue, UUID thread) {
    return sql.sql(
            "select id, staff, declared_at, lifted_at, lifted_by, sealed from "
                + queue.schema()
                + ".conflict_lifted where thread = ? order by lifted_at")
        .param(thread)
        .query((row, number) ->
            new Lifted(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getTimestamp(4).toInstant(),
                row.getObject(5, UUID.class),
                row.getBytes(6)))
        .list();
  }
}
