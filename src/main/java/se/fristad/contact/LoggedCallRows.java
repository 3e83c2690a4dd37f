package se.fristad.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.WrappedKey;

/// The SQL of a call or a visit, which is a conversation that was held by voice.
@Component
class LoggedCallRows {
  private final JdbcClient sql;

  LoggedCallRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// Logs a call or a walk-in: it is answered where it was taken, and waits for nobody. False when
  /// it is there already.
  boolean log(
      Queue queue,
      UUID id,
      UUID staff,
      Instant at,
      Calls.Call call,
      WrappedKey key,
      byte[] sealed) {
    String schema = queue.schema();
    Timestamp time = Timestamp.from(at);
    int begun =
        sql.sql(
                "insert into "
                    + schema
                    + ".thread (id, language, begun_at, last_seq, last_from, answered_at, answerer)"
                    + " values (?, 'sv', ?, 1, 'staff', ?, ?) on conflict (id) do nothing")
            .params(id, time, time, staff)
            .update();
    if (begun == 0) {
      return false;
    }
    sql.sql("insert into " + schema + ".data_key (id, kek, wrapped) values (?, ?, ?)")
        .params(id, key.kek(), key.bytes())
        .update();
    sql.sql(
            "insert into "
                + schema
                + ".message (thread, seq, client_id, sender, author, at, sealed) values (?, 1, ?, 'staff', ?, ?, ?)")
        .params(id, id, staff, time, sealed)
        .update();
    sql.sql(
            "insert into "
                + schema
                + ".handling (thread, channel, about, language, danger, owner, taken_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            call.channel().code(),
            call.about().code(),
            call.language(),
            call.danger(),
            staff,
            time)
        .update();
    return true;
  }

  /// Whether a contact is a call that somebody logged herself, under the same id.
  boolean isOwn(Queue queue, UUID id, UUID staff) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".message where thread = ? and client_id = ? and author = ?)")
        .params(id, id, staff)
        .query(Boolean.class)
        .single();
  }
}
