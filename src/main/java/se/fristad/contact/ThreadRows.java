package se.fristad.contact;

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

/// The SQL of a conversation, where staff write in it.
@Component
class ThreadRows {
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
      Entrance entrance,
      boolean spoken) {}

  long pulse(Queue queue, UUID id) {
    return sql.sql("select version from " + queue.schema() + ".thread where id = ?")
        .param(id)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  List<UUID> remaining(Queue queue, Collection<UUID> ids) {
    return sql.sql("select id from " + queue.schema() + ".thread where id = any (?)")
        .param(ids.toArray(UUID[]::new))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Who has it, or else who answered last.
  Optional<UUID> owner(Queue queue, UUID id) {
    return sql.sql(
            "select coalesce(h.owner, t.answerer) from "
                + queue.schema()
                + ".thread t left join "
                + queue.schema()
                + ".handling h on h.thread = t.id"
                + " where t.id = ? and coalesce(h.owner, t.answerer) is not null")
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
            "select version, answered_at is not null, state = 'open', begun_at, language, counted, door,"
                + " exists (select from "
                + queue.schema()
                + ".handling h where h.thread = t.id and h.channel <> 'chat') from "
                + queue.schema()
                + ".thread t where id = ? for update")
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
              entrance(queue, row.getString(7)),
              row.getBoolean(8));
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

  /// Adds a message of ours that is no answer: who waits goes on waiting. The thread's row is
  /// locked.
  int tell(Queue queue, UUID id, UUID clientId, UUID author, Instant at, byte[] sealed) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".message (thread, seq, client_id, sender, author, at, sealed)"
                + " select id, last_seq + 1, ?, 'staff', ?, ?, ? from "
                + queue.schema()
                + ".thread where id = ?")
        .params(clientId, author, Timestamp.from(at), sealed, id)
        .update();
    return sql.sql(
            "update "
                + queue.schema()
                + ".thread set last_seq = last_seq + 1, last_from = 'staff', version = version + 1"
                + " where id = ? returning version")
        .param(id)
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

  /// The door by which somebody came; what an old row does not say follows from the queue.
  static Entrance entrance(Queue queue, String code) {
    return Entrance.of(code).orElseGet(() -> Entrance.of(queue));
  }

  /// Marks danger, or takes the mark away; the thread's row is locked. Returns the new version.
  int mark(Queue queue, UUID id, boolean danger) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".handling (thread, danger) values (?, ?) on conflict (thread) do update set danger = excluded.danger")
        .params(id, danger)
        .update();
    return written(queue, id);
  }

  /// Gives it to somebody; the thread's row is locked. Returns the new version.
  int give(Queue queue, UUID id, UUID staff, Instant at) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".handling (thread, owner, taken_at) values (?, ?, ?)"
                + " on conflict (thread) do update set owner = excluded.owner, taken_at = excluded.taken_at")
        .params(id, staff, Timestamp.from(at))
        .update();
    return written(queue, id);
  }

  /// Gives it to somebody when nobody has it; the thread's row is locked.
  void giveIfFree(Queue queue, UUID id, UUID staff, Instant at) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".handling as h (thread, owner, taken_at) values (?, ?, ?)"
                + " on conflict (thread) do update set owner = excluded.owner, taken_at = excluded.taken_at"
                + " where h.owner is null")
        .params(id, staff, Timestamp.from(at))
        .update();
  }

  /// Notes why a call became nothing more.
  void because(Queue queue, UUID id, ClosedBecause reason) {
    sql.sql("update " + queue.schema() + ".handling set closed_because = ? where thread = ?")
        .params(reason.code(), id)
        .update();
  }

  /// Whether the last of our messages is somebody's own.
  boolean wroteLast(Queue queue, UUID thread, UUID staff) {
    return sql.sql(
            "select coalesce((select author = ? from "
                + queue.schema()
                + ".message where thread = ? and sender = 'staff' order by seq desc limit 1), false)")
        .params(staff, thread)
        .query(Boolean.class)
        .single();
  }

  /// Notes that something about it was written, so that open pages look again.
  int written(Queue queue, UUID id) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".thread set version = version + 1 where id = ? returning version")
        .param(id)
        .query(Integer.class)
        .single();
  }
}
