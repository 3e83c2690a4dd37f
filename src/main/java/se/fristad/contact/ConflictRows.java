package se.fristad.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
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
}
