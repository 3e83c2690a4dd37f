package se.fristad.contact.reception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.contact.Queue;

/// The SQL of calendars elsewhere.
@StaffFace
@Component
class FeedRows {
  private static final String COLUMNS =
      "select f.worker, w.staff, f.language, f.made_at, f.fetched_on, f.version from %1$s.feed f join %1$s.worker w on w.id = f.worker";

  private final JdbcClient sql;

  FeedRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// As whom somebody of ours receives.
  Optional<UUID> worker(Queue queue, UUID staff) {
    return sql.sql("select id from " + queue.schema() + ".worker where staff = ?")
        .param(staff)
        .query(UUID.class)
        .optional();
  }

  Optional<Feeds.Feed> of(Queue queue, UUID worker) {
    return sql.sql(COLUMNS.formatted(queue.schema()) + " where f.worker = ?")
        .param(worker)
        .query(FeedRows::feed)
        .optional();
  }

  Optional<Feeds.Feed> find(Queue queue, byte[] hash) {
    return sql.sql(COLUMNS.formatted(queue.schema()) + " where f.secret_hash = ?")
        .param(hash)
        .query(FeedRows::feed)
        .optional();
  }

  List<Feeds.Feed> all(Queue queue) {
    return sql.sql(COLUMNS.formatted(queue.schema()) + " order by f.made_at, f.worker")
        .query(FeedRows::feed)
        .list();
  }

  private static Feeds.Feed feed(ResultSet row, int number) throws SQLException {
    return new Feeds.Feed(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getTimestamp(4).toInstant(),
        row.getObject(5, LocalDate.class),
        row.getInt(6));
  }

  /// A new address; an older one of the same worker is no more. Its version: 1 when there was none.
  int keep(Queue queue, UUID worker, byte[] hash, String language, Instant now) {
    return sql.sql(
            "insert into "
                + queue.schema()
                + ".feed as f (worker, secret_hash, language, made_at) values (?, ?, ?, ?) on conflict (worker) do update"
                + " set secret_hash = excluded.secret_hash, language = excluded.language, made_at = excluded.made_at,"
                + " fetched_on = null, version = f.version + 1 returning version")
        .params(worker, hash, language, Timestamp.from(now))
        .query(Integer.class)
        .single();
  }

  boolean end(Queue queue, UUID worker) {
    return sql.sql("delete from " + queue.schema() + ".feed where worker = ?")
            .param(worker)
            .update()
        == 1;
  }

  /// That it was fetched on a day; once a day is enough to see that somebody still does.
  void fetched(Queue queue, UUID worker, LocalDate day) {
    sql.sql(
            "update "
                + queue.schema()
                + ".feed set fetched_on = ? where worker = ? and fetched_on is distinct from ?")
        .params(day, worker, day)
        .update();
  }

  List<FreeTimes.Span> taken(Queue queue, UUID worker, Instant from, Instant until) {
    return sql.sql(
            "select from_at, until_at from "
                + queue.schema()
                + ".meeting where worker = ? and state = 'booked' and until_at > ? and from_at < ? order by from_at")
        .params(worker, Timestamp.from(from), Timestamp.from(until))
        .query((row, number) ->
            new FreeTimes.Span(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
        .list();
  }
}
