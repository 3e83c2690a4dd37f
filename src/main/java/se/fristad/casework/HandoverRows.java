package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of handovers.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class HandoverRows {
  private final JdbcClient sql;

  HandoverRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// How a file was handed over.
  ///
  /// @param received null as long as whoever has got it has not said that she has read it
  /// @param words what was gone through, what is left, what must be known first
  record Handover(
      UUID id, UUID from, UUID to, Instant at, UUID by, @Nullable Instant received, Words words) {}

  void insert(UUID id, UUID file, UUID from, UUID to, Instant at, UUID by, byte[] sealed) {
    sql.sql(
            "insert into casework.handover (id, file, from_staff, to_staff, at, by, sealed) values (?, ?, ?, ?, ?, ?, ?)")
        .params(id, file, from, to, Timestamp.from(at), by, sealed)
        .update();
  }

  /// @return false when it is not hers, or she has said so before
  boolean receive(UUID id, UUID file, UUID staff, Instant at) {
    return sql.sql(
                "update casework.handover set received_at = ? where id = ? and file = ? and to_staff = ? and received_at is null")
            .params(Timestamp.from(at), id, file, staff)
            .update()
        > 0;
  }

  /// The handovers of a file, the latest first.
  List<Handover> of(Files.InHand hand) {
    return sql.sql(
            "select id, from_staff, to_staff, at, by, received_at, sealed from casework.handover where file = ? order by at desc")
        .param(hand.id())
        .query((row, number) ->
            new Handover(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getTimestamp(4).toInstant(),
                row.getObject(5, UUID.class),
                FileRows.instant(row, "received_at"),
                hand.open(row.getObject(1, UUID.class), "handover", 1, row.getBytes(7))))
        .list();
  }
}
