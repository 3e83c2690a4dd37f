package se.fristad.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.WrappedKey;

/// The SQL of threads as staff see them.
@Component
class ThreadRows {
  private static final String COLUMNS =
      "id, language, begun_at, waiting_since, last_seq, answered_at is not null, returns, state = 'open', door";
  private final JdbcClient sql;

  ThreadRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Said(
      int seq,
      UUID clientId,
      boolean fromPerson,
      @Nullable UUID author,
      Instant at,
      byte[] sealed) {}

  record Locked(
      int version,
      boolean answered,
      boolean open,
      Instant begunAt,
      String language,
      boolean counted,
      Entrance entrance) {}

  /// Those who wait first, the longest waiting on top; then those whose turn it is, the latest on
  /// top.
  List<Waiting> open(Queue queue, int most) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from "
                + queue.schema()
                + ".thread where state = 'open'"
                + " order by waiting_since nulls last, begun_at desc limit ?")
        .param(most)
        .query((row, number) -> waiting(queue, row))
        .list();
  }

  /// The conversations of a page of the closed ones, the latest on top.
  List<Waiting> closed(Queue queue, int most, int from) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from "
                + queue.schema()
                + ".thread where state = 'closed'"
                + " order by closed_at desc limit ? offset ?")
        .params(most, from)
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

  long pulse(Queue queue, UUID id) {
    return sql.sql("select version from " + queue.schema() + ".thread where id = ?")
        .param(id)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  int closedCount(Queue queue) {
    return sql.sql("select count(*) from " + queue.schema() + ".thread where state = 'closed'")
        .query(Integer.class)
        .single();
  }

  Optional<Waiting> find(Queue queue, UUID id) {
    return sql.sql("select " + COLUMNS + " from " + queue.schema() + ".thread where id = ?")
        .param(id)
        .query((row, number) -> waiting(queue, row))
        .optional();
  }

  List<UUID> remaining(Queue queue, Collection<UUID> ids) {
    return sql.sql("select id from " + queue.schema() + ".thread where id = any (?)")
        .param(ids.toArray(UUID[]::new))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  Optional<UUID> answerer(Queue queue, UUID id) {
    return sql.sql(
            "select answerer from "
                + queue.schema()
                + ".thread where id = ? and answerer is not null")
        .param(id)
        .query(UUID.class)
        .optional();
  }

  List<Said> said(Queue queue, UUID id) {
    return sql.sql(
            "select seq, client_id, sender, author, at, sealed from "
                + queue.schema()
                + ".message where thread = ? order by seq")
        .param(id)
        .query((row, number) -> {
          Timestamp at = row.getTimestamp(5);
          return new Said(
              row.getInt(1),
              row.getObject(2, UUID.class),
              "person".equals(row.getString(3)),
              row.getObject(4, UUID.class),
              at.toInstant(),
              row.getBytes(6));
        })
        .list();
  }

  Optional<WrappedKey> key(Queue queue, UUID id) {
    return sql.sql("select kek, wrapped from " + queue.schema() + ".data_key where id = ?")
        .param(id)
        .query((row, number) -> new WrappedKey(row.getString(1), row.getBytes(2)))
        .optional();
  }

  Optional<Locked> lock(Queue queue, UUID id) {
    return sql.sql(
            "select version, answered_at is not null, state = 'open', begun_at, language, counted, door from "
                + queue.schema()
                + ".thread where id = ? for update")
        .param(id)
        .query((row, number) -> {
          Timestamp begun = row.getTimestamp(4);
          return new Locked(
              row.getInt(1),
              row.getBoolean(2),
              row.getBoolean(3),
              begun.toInstant(),
              row.getString(5),
              row.getBoolean(6),
              entrance(queue, row.getString(7)));
        })
        .optional();
  }

  /// Notes that the figures know of a conversation; its row is locked.
  void counted(Queue queue, UUID id) {
    sql.sql("update " + queue.schema() + ".thread set counted = true where id = ?")
        .param(id)
        .update();
  }

  /// The place of a message sent before under the same id.
  Optional<Integer> placeOf(Queue queue, UUID id, UUID clientId) {
    return sql.sql(
            "select seq from " + queue.schema() + ".message where thread = ? and client_id = ?")
        .params(id, clientId)
        .query(Integer.class)
        .optional();
  }

  /// Adds an answer; the thread's row is locked. Returns the new version.
  int answer(Queue queue, UUID id, UUID clientId, UUID author, Instant at, byte[] sealed) {
    Timestamp time = Timestamp.from(at);
    sql.sql(
            "insert into "
                + queue.schema()
                + ".message (thread, seq, client_id, sender, author, at, sealed)"
                + " select id, last_seq + 1, ?, 'staff', ?, ?, ? from "
                + queue.schema()
                + ".thread where id = ?")
        .params(clientId, author, time, sealed, id)
        .update();
    return sql.sql(
            "update "
                + queue.schema()
                + ".thread set last_seq = last_seq + 1, last_from = 'staff', waiting_since = null,"
                + " answered_at = coalesce(answered_at, ?), answerer = ?, state = 'open', closed_at = null, version = version + 1"
                + " where id = ? returning version")
        .params(time, author, id)
        .query(Integer.class)
        .single();
  }

  int close(Queue queue, UUID id, Instant at) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".thread set state = 'closed', closed_at = ?, waiting_since = null, version = version + 1"
                + " where id = ? returning version")
        .params(Timestamp.from(at), id)
        .query(Integer.class)
        .single();
  }

  private static Waiting waiting(Queue queue, ResultSet row) throws SQLException {
    Timestamp begun = row.getTimestamp(3);
    Timestamp since = row.getTimestamp(4);
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
        entrance(queue, row.getString(9)));
  }

  private static Entrance entrance(Queue queue, String code) {
    return Entrance.of(code).orElseGet(() -> Entrance.of(queue));
  }
}
