package se.fristad.contact;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.retention.Holdings;
import se.fristad.retention.Period;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Threads die a day after they were closed, or after thirty days in which nobody has written. A
/// thread leaves counters, never a row; but where something was promised the way back stands,
/// without a word, until the day after.
@Component
class ThreadHoldings implements Holdings {
  private final JdbcClient sql;
  private final ThreadRows rows;
  private final Counted counted;
  private final Clock clock;

  ThreadHoldings(JdbcClient sql, ThreadRows rows, Counted counted, Clock clock) {
    this.sql = sql;
    this.rows = rows;
    this.counted = counted;
    this.clock = clock;
  }

  @Override
  public String module() {
    return "contact";
  }

  @Override
  public String kind() {
    return ThreadRule.KIND;
  }

  @Override
  public List<Side> sides() {
    return List.of(Queue.values()).stream().map(Queue::side).toList();
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    String schema = Queue.of(Sides.current()).schema();
    return sql.sql(
            "select t.id from "
                + schema
                + ".thread t where ((t.state = 'closed' and t.closed_at <= ?)"
                + " or not exists (select from "
                + schema
                + ".message m where m.thread = t.id and m.at > ?))"
                // what was promised keeps it as a stub: it is due while words are left in it
                + " and (not "
                + promised(schema)
                + " or exists (select from "
                + schema
                + ".message m where m.thread = t.id))"
                + " order by t.begun_at limit ?")
        .params(
            Timestamp.from(now.minus(Period.THREAD_CLOSED.length())),
            Timestamp.from(now.minus(Period.THREAD_SILENT.length())),
            Timestamp.from(now.minus(Period.PROMISE.length())),
            most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  @Override
  public void destroy(UUID id) {
    Queue queue = Queue.of(Sides.current());
    String schema = queue.schema();
    rows.lock(queue, id).ifPresent(locked -> counted.once(queue, id, locked));
    sql.sql("update " + schema + ".visit set wrapped = null where thread = ?").param(id).update();
    boolean stub =
        sql.sql(
                "select exists (select from "
                    + schema
                    + ".thread t where t.id = ? and "
                    + promised(schema)
                    + ")")
            .params(id, Timestamp.from(clock.instant().minus(Period.PROMISE.length())))
            .query(Boolean.class)
            .single();
    if (stub) {
      sql.sql("delete from " + schema + ".message where thread = ?").param(id).update();
      sql.sql("delete from " + schema + ".note where thread = ?").param(id).update();
      sql.sql("delete from " + schema + ".invitation where thread = ?").param(id).update();
      sql.sql(
              "update "
                  + schema
                  + ".thread set state = 'closed', closed_at = coalesce(closed_at, ?), waiting_since = null, version = version + 1 where id = ?")
          .params(Timestamp.from(clock.instant()), id)
          .update();
    } else {
      sql.sql("delete from " + schema + ".thread where id = ?").param(id).update();
    }
  }

  /// Whether something is promised in a conversation that is not a day past.
  private static String promised(String schema) {
    return "exists (select from "
        + schema
        + ".promise p where p.thread = t.id and p.kept_at is null and p.due_at > ?)";
  }
}
