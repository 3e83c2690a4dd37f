package se.fristad.contact.lobby;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.contact.Queue;

/// The SQL of those who did not come.
@Component
class NoShowRows {
  private static final int MOST = 200;

  /// A time that nobody ticked for so long is not looked at any more.
  private static final Duration OLDEST = Duration.ofDays(7);

  private final JdbcClient sql;

  NoShowRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// A time to which she has not come.
  record Missed(UUID meeting, UUID thread, Instant from) {}

  /// The times here that began so long ago that she counts as not come: nobody has ticked anything,
  /// or that she is late as long ago.
  List<Missed> missed(Queue queue, Duration missed, Instant now) {
    String schema = queue.schema();
    return sql.sql(
            "select m.id, m.thread, m.from_at from "
                + schema
                + ".meeting m left join "
                + schema
                + ".arrival a on a.meeting = m.id where m.state = 'booked' and m.way = 'on_site' and m.thread is not null"
                + " and m.from_at <= :before and m.from_at > :oldest"
                + " and (a.meeting is null or (a.state = 'late' and coalesce(a.at, m.from_at) <= :before))"
                + " and not exists (select from "
                + schema
                + ".no_show n where n.meeting = m.id) order by m.from_at limit :most")
        .param("before", Timestamp.from(now.minus(missed)))
        .param("oldest", Timestamp.from(now.minus(OLDEST)))
        .param("most", MOST)
        .query((row, number) ->
            new Missed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant()))
        .list();
  }

  boolean isDanger(Queue queue, UUID thread) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".handling where thread = ? and danger)")
        .param(thread)
        .query(Boolean.class)
        .single();
  }

  boolean begin(Queue queue, UUID meeting, UUID thread, Instant now, Instant due) {
    return sql.sql(
                "insert into "
                    + queue.schema()
                    + ".no_show (meeting, thread, found_at, due_at) values (?, ?, ?, ?) on conflict do nothing")
            .params(meeting, thread, Timestamp.from(now), Timestamp.from(due))
            .update()
        == 1;
  }

  /// Ends it; false when it was ended before, or never begun.
  boolean end(Queue queue, UUID meeting, NoShow.Outcome outcome, UUID by, Instant now) {
    return sql.sql(
                "update "
                    + queue.schema()
                    + ".no_show set outcome = ?, ended_by = ?, ended_at = ?, version = version + 1 where meeting = ? and outcome is null")
            .params(outcome.code(), by, Timestamp.from(now), meeting)
            .update()
        == 1;
  }

  /// The tick was taken back: there is nothing to find out.
  void forget(Queue queue, UUID meeting) {
    sql.sql("delete from " + queue.schema() + ".no_show where meeting = ? and outcome is null")
        .param(meeting)
        .update();
  }

  private static final String COLUMNS =
      "select n.meeting, n.thread, m.from_at, n.found_at, n.due_at, coalesce(h.danger, false), coalesce(h.channel, 'chat') <> 'chat', h.owner,"
          + " n.outcome, n.ended_at, t.language from %1$s.no_show n join %1$s.meeting m on m.id = n.meeting"
          + " join %1$s.thread t on t.id = n.thread left join %1$s.handling h on h.thread = n.thread";

  /// Those of whom nobody has found out, the most urgent first; without those whom the viewer
  /// knows.
  List<NoShow> open(Queue queue, UUID viewer) {
    return sql.sql(
            COLUMNS.formatted(queue.schema())
                + " where n.outcome is null and not exists (select from "
                + queue.schema()
                + ".conflict c where c.thread = n.thread and c.staff = ?) order by n.due_at, n.meeting limit ?")
        .params(viewer, MOST)
        .query(NoShowRows::noShow)
        .list();
  }

  /// Those of a conversation, the latest first.
  List<NoShow> of(Queue queue, UUID thread) {
    return sql.sql(
            COLUMNS.formatted(queue.schema()) + " where n.thread = ? order by m.from_at desc")
        .param(thread)
        .query(NoShowRows::noShow)
        .list();
  }

  Optional<NoShow> find(Queue queue, UUID meeting) {
    return sql.sql(COLUMNS.formatted(queue.schema()) + " where n.meeting = ?")
        .param(meeting)
        .query(NoShowRows::noShow)
        .optional();
  }

  private static NoShow noShow(ResultSet row, int number) throws SQLException {
    String outcome = row.getString(9);
    Timestamp ended = row.getTimestamp(10);
    return new NoShow(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getTimestamp(3).toInstant(),
        row.getTimestamp(4).toInstant(),
        row.getTimestamp(5).toInstant(),
        row.getBoolean(6),
        row.getBoolean(7),
        row.getString(11),
        row.getObject(8, UUID.class),
        outcome == null ? null : NoShow.Outcome.of(outcome).orElseThrow(),
        ended == null ? null : ended.toInstant());
  }
}
