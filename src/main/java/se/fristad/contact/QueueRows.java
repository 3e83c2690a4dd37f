package se.fristad.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.contact.facts.Channel;

/// The SQL of a queue: the rows of the inbox, and what shows that one of them has changed.
@Component
class QueueRows {
  private static final String COLUMNS =
      "select t.id, coalesce(h.language, t.language), t.begun_at, t.waiting_since, t.last_seq,"
          + " t.answered_at is not null, t.returns, t.state = 'open', coalesce(h.channel, 'chat'), h.about,"
          + " coalesce(h.danger, false), h.owner, t.door,";
  private final JdbcClient sql;

  QueueRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// Those who wait first, the longest waiting on top; then those whose turn it is, the latest on
  /// top.
  List<Waiting> open(Queue queue, Sieve sieve, UUID viewer, int most) {
    return sql.sql(
            columns(queue)
                + " where t.state = 'open'"
                + notHidden(queue)
                + " and (:channel = '' or coalesce(h.channel, 'chat') = :channel)"
                + " and (:language = '' or coalesce(h.language, t.language) = :language)"
                + " and (:about = '' or h.about = :about or (h.about is null and t.door = :door)) and (not :danger or h.danger)"
                + " and (:owner = 'all' or (:owner = 'mine' and h.owner = :viewer) or (:owner = 'nobody' and h.owner is null))"
                + " order by "
                + sieve.order()
                + " limit :most")
        .param("channel", sieve.channel())
        .param("language", sieve.language())
        .param("about", sieve.about())
        .param(
            "door", About.of(sieve.about()).flatMap(About::entrance).map(Entrance::code).orElse(""))
        .param("danger", sieve.danger())
        .param("owner", sieve.owner().code())
        .param("viewer", viewer)
        .param("most", most)
        .query((row, number) -> waiting(queue, row))
        .list();
  }

  /// Without the conversations of people whom the viewer knows: left out before anything is counted
  /// or paged.
  private static String notHidden(Queue queue) {
    return " and not exists (select from "
        + queue.schema()
        + ".conflict known where known.thread = t.id and known.staff = :viewer)";
  }

  private static String columns(Queue queue) {
    String schema = queue.schema();
    return COLUMNS
        + " (select r.step from "
        + schema
        + ".reminder r where r.thread = t.id and (r.since = t.waiting_since or (r.step = 'callback' and exists (select from "
        + schema
        + ".promise p where p.thread = t.id and p.due_at = r.since and p.kept_at is null union all select from "
        + schema
        + ".callback c where c.thread = t.id and c.until_at = r.since and c.state = 'wished'))"
        + " or (r.step = 'no_show' and exists (select from "
        + schema
        + ".no_show n where n.thread = t.id and n.due_at = r.since and n.outcome is null)))"
        + " order by r.at desc, r.step desc limit 1),"
        + " (select min(p.due_at) from "
        + schema
        + ".promise p where p.thread = t.id and p.kind = 'callback' and p.kept_at is null) from "
        + schema
        + ".thread t left join "
        + queue.schema()
        + ".handling h on h.thread = t.id";
  }

  /// How many are there for a viewer.
  int openCount(Queue queue, UUID viewer) {
    return sql.sql(
            "select count(*) from "
                + queue.schema()
                + ".thread t where state = 'open'"
                + notHidden(queue))
        .param("viewer", viewer)
        .query(Integer.class)
        .single();
  }

  /// The conversations of a page of the closed ones, the latest on top.
  List<Waiting> closed(Queue queue, UUID viewer, int most, int from) {
    return sql.sql(
            columns(queue)
                + " where t.state = 'closed'"
                + notHidden(queue)
                + " order by t.closed_at desc limit :most offset :from")
        .param("viewer", viewer)
        .param("most", most)
        .param("from", from)
        .query((row, number) -> waiting(queue, row))
        .list();
  }

  /// Changes with every write in an open thread, and with every thread that opens or closes.
  long pulse(Queue queue) {
    return sql.sql(
            "select count(*) * 1000003 + coalesce(sum(version), 0) from "
                + queue.schema()
                + ".thread where state = 'open'")
        .query(Long.class)
        .single();
  }

  int closedCount(Queue queue, UUID viewer) {
    return sql.sql(
            "select count(*) from "
                + queue.schema()
                + ".thread t where state = 'closed'"
                + notHidden(queue))
        .param("viewer", viewer)
        .query(Integer.class)
        .single();
  }

  Optional<Waiting> find(Queue queue, UUID id) {
    return sql.sql(columns(queue) + " where t.id = ?")
        .param(id)
        .query((row, number) -> waiting(queue, row))
        .optional();
  }

  private static Waiting waiting(Queue queue, ResultSet row) throws SQLException {
    Timestamp begun = row.getTimestamp(3);
    Timestamp since = row.getTimestamp(4);
    String reached = row.getString(14);
    Timestamp promised = row.getTimestamp(15);
    return new Waiting(
        new ThreadId(row.getObject(1, UUID.class)),
        queue,
        row.getString(2),
        begun.toInstant(),
        since == null ? null : since.toInstant(),
        row.getInt(5),
        row.getBoolean(6),
        row.getBoolean(7),
        row.getBoolean(8),
        ThreadRows.entrance(queue, row.getString(13)),
        handling(row),
        reached == null ? null : Step.of(reached),
        promised == null ? null : promised.toInstant());
  }

  private static Handling handling(ResultSet row) throws SQLException {
    String about = row.getString(10);
    return new Handling(
        Channel.valueOf(row.getString(9).toUpperCase(Locale.ROOT)),
        about == null ? null : About.of(about).orElse(null),
        row.getBoolean(11),
        row.getObject(12, UUID.class));
  }
}
