package se.fristad.casework;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Confidential;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of emergency hours.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class EmergencyRows {
  private final JdbcClient sql;

  EmergencyRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// An emergency hour in a file.
  ///
  /// @param role code of the role it was begun in
  /// @param reviewed null as long as the head has not looked at it
  /// @param reason why, in words
  record Row(
      UUID id,
      UUID staff,
      String role,
      Instant at,
      Instant until,
      @Nullable Instant reviewed,
      Confidential reason) {}

  /// Lets one ask after the other be counted, whatever node it came to: of many at once no more get
  /// through. Asks are few, and each is counted in a moment.
  void oneAtATime() {
    sql.sql("lock table casework.emergency in share row exclusive mode").update();
  }

  /// She asks: counted before it is known whether there is such a file, so that nobody finds out by
  /// asking again and again.
  void ask(UUID id, UUID staff, String role, Instant at, Instant until) {
    sql.sql("insert into casework.emergency (id, staff, role, at, until_at) values (?, ?, ?, ?, ?)")
        .params(id, staff, role, Timestamp.from(at), Timestamp.from(until))
        .update();
  }

  /// There is, and her hour in it begins.
  void begin(UUID id, UUID file, Instant at, Instant until, Instant due, byte[] sealed) {
    sql.sql(
            "update casework.emergency set file = ?, at = ?, until_at = ?, due_at = ?, sealed = ? where id = ?")
        .params(file, Timestamp.from(at), Timestamp.from(until), Timestamp.from(due), sealed, id)
        .update();
  }

  /// How many she has asked for since then, whether there was such a file or not.
  int since(UUID staff, Instant from) {
    return sql.sql("select count(*) from casework.emergency where staff = ? and at > ?")
        .params(staff, Timestamp.from(from))
        .query(Integer.class)
        .single();
  }

  /// The emergency hours in a file, the latest first.
  List<Row> of(Files.InHand hand) {
    return sql.sql(
            """
            select id, staff, role, at, until_at, reviewed_at, version, sealed
              from casework.emergency where file = ? order by at desc
            """)
        .param(hand.id())
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant(),
                FileRows.instant(row, "reviewed_at"),
                hand.openText(
                    row.getObject(1, UUID.class),
                    "emergency",
                    row.getInt("version"),
                    row.getBytes("sealed"))))
        .list();
  }

  /// The head has looked at it.
  ///
  /// @return false when somebody has before
  boolean review(UUID id, UUID file, String verdict, UUID by, Instant at) {
    return sql.sql(
                """
                update casework.emergency set verdict = ?, reviewed_by = ?, reviewed_at = ?, due_at = null
                 where id = ? and file = ? and reviewed_at is null
                """)
            .params(verdict, by, Timestamp.from(at), id, file)
            .update()
        > 0;
  }

  /// One that nobody has looked at within the working day.
  record Late(UUID id, UUID file) {}

  /// Takes those that are late, each once.
  List<Late> late(Instant now, int most) {
    return sql.sql(
            """
            update casework.emergency e set due_at = null
              from (select id from casework.emergency where due_at <= :now and file is not null
                     order by due_at limit :most for update skip locked) l
             where e.id = l.id returning e.id, e.file
            """)
        .param("now", Timestamp.from(now))
        .param("most", most, Types.INTEGER)
        .query(
            (row, number) -> new Late(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list();
  }
}
