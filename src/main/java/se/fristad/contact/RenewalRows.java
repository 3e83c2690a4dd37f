package se.fristad.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of lost words, as staff meet them. Her answer and the words themselves are nowhere in
/// it.
@Component
class RenewalRows {
  private static final String COLUMNS =
      "select id, thread, fresh, state, asked_by, asked_at, confirmed_by, lapses_at from ";
  private final JdbcClient sql;

  RenewalRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Question(int version, int tries, byte[] sealed) {}

  /// The conversations to which words lead, the latest first.
  ///
  /// @param from the first moment, and `until` the last, in which something was written there
  List<NewWords.Candidate> candidates(Queue queue, Instant from, Instant until, int most) {
    String schema = queue.schema();
    return sql.sql(
            "select t.id, t.begun_at, coalesce((select max(m.at) from "
                + schema
                + ".message m where m.thread = t.id), t.begun_at) as last_at, t.state = 'open',"
                + " exists (select from "
                + schema
                + ".recognition r where r.thread = t.id) from "
                + schema
                + ".thread t where exists (select from "
                + schema
                + ".phrase p where p.thread = t.id)"
                + " and ((t.begun_at >= :from and t.begun_at < :until) or exists (select from "
                + schema
                + ".message m where m.thread = t.id and m.sender = 'person' and m.at >= :from and m.at < :until))"
                + " order by last_at desc limit :most")
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .param("most", most)
        .query((row, number) ->
            new NewWords.Candidate(
                new ThreadId(row.getObject(1, UUID.class)),
                row.getTimestamp(2).toInstant(),
                row.getTimestamp(3).toInstant(),
                row.getBoolean(4),
                row.getBoolean(5)))
        .list();
  }

  Optional<Question> question(Queue queue, UUID thread) {
    return sql.sql(
            "select version, tries, sealed from "
                + queue.schema()
                + ".recognition where thread = ?")
        .param(thread)
        .query((row, number) -> new Question(row.getInt(1), row.getInt(2), row.getBytes(3)))
        .optional();
  }

  void tried(Queue queue, UUID thread) {
    sql.sql("update " + queue.schema() + ".recognition set tries = tries + 1 where thread = ?")
        .param(thread)
        .update();
  }

  boolean hasWords(Queue queue, UUID thread) {
    return exists(
        "select exists (select from " + queue.schema() + ".phrase where thread = ?)", thread);
  }

  /// Whether words that were replaced still lead back.
  boolean hasFormerWords(Queue queue, UUID thread, Instant now) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".phrase where thread = ? and ends_at > ?)")
        .params(thread, Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  /// Whether somebody has the page of a conversation open.
  boolean isOpen(Queue queue, UUID thread, Instant now) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".visit where thread = ? and wrapped is not null and not faded and expires_at > ?)")
        .params(thread, Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  private boolean exists(String question, UUID thread) {
    return sql.sql(question).param(thread).query(Boolean.class).single();
  }

  /// The latest wish for new words to a conversation.
  Optional<Renewal> latestOf(Queue queue, UUID thread) {
    return sql.sql(
            COLUMNS
                + queue.schema()
                + ".renewal where thread = ? order by asked_at desc, id limit 1")
        .param(thread)
        .query(RenewalRows::renewal)
        .optional();
  }

  /// The latest wish for new words that was made in a conversation.
  Optional<Renewal> latestIn(Queue queue, UUID fresh) {
    return sql.sql(
            COLUMNS
                + queue.schema()
                + ".renewal where fresh = ? order by asked_at desc, id limit 1")
        .param(fresh)
        .query(RenewalRows::renewal)
        .optional();
  }

  Optional<Renewal> lock(Queue queue, UUID id) {
    return sql.sql(COLUMNS + queue.schema() + ".renewal where id = ? for update")
        .param(id)
        .query(RenewalRows::renewal)
        .optional();
  }

  private static Renewal renewal(ResultSet row, int number) throws SQLException {
    UUID fresh = row.getObject(3, UUID.class);
    return new Renewal(
        row.getObject(1, UUID.class),
        new ThreadId(row.getObject(2, UUID.class)),
        fresh == null ? null : new ThreadId(fresh),
        Renewal.State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getObject(5, UUID.class),
        row.getTimestamp(6).toInstant(),
        row.getObject(7, UUID.class),
        row.getTimestamp(8).toInstant());
  }

  /// What runs no more makes way for the next.
  void lapse(Queue queue, UUID thread, Instant now) {
    sql.sql(
            "update "
                + queue.schema()
                + ".renewal set state = 'lapsed', ended_at = :now"
                + " where thread = :thread and state in ('asked', 'agreed', 'confirmed') and lapses_at <= :now")
        .param("now", Timestamp.from(now))
        .param("thread", thread)
        .update();
  }

  /// Notes a wish, or what has become of the one that runs in the same new conversation. The old
  /// thread's row is locked.
  void ask(
      Queue queue,
      UUID id,
      UUID thread,
      UUID fresh,
      boolean agreed,
      UUID staff,
      Instant now,
      Instant lapses,
      int keepsDays) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".renewal (id, thread, fresh, state, asked_by, asked_at, lapses_at, keeps_days) values (?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (thread) where state in ('asked', 'agreed', 'confirmed') do update"
                + " set id = excluded.id, fresh = excluded.fresh, state = excluded.state, asked_by = excluded.asked_by, asked_at = excluded.asked_at, lapses_at = excluded.lapses_at")
        .params(
            id,
            thread,
            fresh,
            agreed ? "agreed" : "asked",
            staff,
            Timestamp.from(now),
            Timestamp.from(lapses),
            keepsDays)
        .update();
  }

  void confirm(Queue queue, UUID id, UUID staff, Instant lapses, byte[] wrapped) {
    sql.sql(
            "update "
                + queue.schema()
                + ".renewal set state = 'confirmed', confirmed_by = ?, lapses_at = ? where id = ?")
        .params(staff, Timestamp.from(lapses), id)
        .update();
    sql.sql("insert into " + queue.schema() + ".renewal_key (renewal, wrapped) values (?, ?)")
        .params(id, wrapped)
        .update();
  }
}
