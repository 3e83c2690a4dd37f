package se.fristad.contact;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fristad.retention.Holdings;
import se.fristad.retention.Period;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Threads die a day after they were closed, or after thirty days in which nobody has written. A
/// thread leaves counters, never a row; but where something was promised the way back stands,
/// without a word, until the day after.
class ThreadHoldings implements Holdings {
  private final String kind;
  private final JdbcClient sql;
  private final ThreadRows rows;
  private final Counted counted;
  private final Clock clock;

  /// @param kind the kind of file that these threads are
  ThreadHoldings(String kind, JdbcClient sql, ThreadRows rows, Counted counted, Clock clock) {
    this.kind = kind;
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
    return kind;
  }

  @Override
  public List<Side> sides() {
    return List.of(Queue.values()).stream()
        .filter(queue -> queue.kind().equals(kind))
        .map(Queue::side)
        .toList();
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    String schema = Queue.of(Sides.current(), kind).schema();
    return sql.sql(
            "select t.id from "
                + schema
                + ".thread t where ((t.state = 'closed' and t.closed_at <= :closed)"
                + " or not exists (select from "
                + schema
                + ".message m where m.thread = t.id and m.at > :silent))"
                // what was promised lives on without its words, until the day after
                + " and (not "
                + promised(schema)
                + " or exists (select from "
                + schema
                + ".message m where m.thread = t.id))"
                + " order by t.begun_at limit :most")
        .param("closed", Timestamp.from(now.minus(Period.THREAD_CLOSED.length())))
        .param("silent", Timestamp.from(now.minus(Period.THREAD_SILENT.length())))
        .param("alive", Timestamp.from(now.minus(Period.PROMISE_KEPT.length())))
        .param("most", most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  @Override
  public void destroy(UUID id) {
    Queue queue = Queue.of(Sides.current(), kind);
    String schema = queue.schema();
    Instant now = clock.instant();
    rows.lock(queue, id).ifPresent(locked -> counted.once(queue, id, locked));
    boolean promised =
        sql.sql(
                "select exists (select from "
                    + schema
                    + ".thread t where t.id = :id and "
                    + promised(schema)
                    + ")")
            .param("id", id)
            .param("alive", Timestamp.from(now.minus(Period.PROMISE_KEPT.length())))
            .query(Boolean.class)
            .single();
    if (promised) {
      for (String words :
          List.of(
              "message",
              "note",
              "invitation",
              "attachment",
              "recognition",
              "consultation_words",
              "screening",
              "screening_draft")) {
        sql.sql("delete from " + schema + "." + words + " where thread = ?").param(id).update();
      }
      sql.sql(
              "update "
                  + schema
                  + ".thread set waiting_since = null, version = version + 1 where id = ?")
          .param(id)
          .update();
      return;
    }
    sql.sql("update " + schema + ".visit set wrapped = null where thread = ?").param(id).update();
    sql.sql("delete from " + schema + ".thread where id = ?").param(id).update();
  }

  /// A call that she wished and that was not made, something that we promised, or a time that she
  /// has with us; until the day after. And as long as nobody has found out why she did not come.
  private static String promised(String schema) {
    return "(exists (select from "
        + schema
        + ".callback c where c.thread = t.id and c.state = 'wished' and c.until_at > :alive)"
        + " or exists (select from "
        + schema
        + ".promise p where p.thread = t.id and p.kept_at is null and p.due_at > :alive)"
        + " or exists (select from "
        + schema
        + ".meeting b where b.state = 'booked' and b.until_at > :alive and (b.thread = t.id or exists (select from "
        + schema
        + ".seat s where s.meeting = b.id and s.thread = t.id)))"
        + " or exists (select from "
        + schema
        + ".no_show n where n.thread = t.id and n.outcome is null))";
  }
}
