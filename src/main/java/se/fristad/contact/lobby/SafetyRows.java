package se.fristad.contact.lobby;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.contact.Queue;
import se.fristad.vault.WrappedKey;

/// The SQL of safety notes.
@Component
class SafetyRows {
  private final JdbcClient sql;

  SafetyRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// A note as it is stored.
  @SuppressWarnings("ArrayRecordComponent")
  record Stored(SafetyNote note, byte @Nullable [] sealed, @Nullable WrappedKey key) {
    @Override
    public String toString() {
      return "[safety note]";
    }
  }

  boolean write(
      Queue queue,
      UUID id,
      UUID guest,
      UUID receiver,
      Set<Danger> dangers,
      UUID author,
      Instant now,
      byte @Nullable [] sealed,
      @Nullable WrappedKey key) {
    boolean written =
        sql.sql(
                    "insert into "
                        + queue.schema()
                        + ".safety_note (id, guest, receiver, choices, author, at, sealed) values (?, ?, ?, ?::text[], ?, ?, ?) on conflict (id) do nothing")
                .params(
                    Arrays.asList(
                        id,
                        guest,
                        receiver,
                        dangers.stream().sorted().map(Danger::code).toArray(String[]::new),
                        author,
                        Timestamp.from(now),
                        sealed))
                .update()
            == 1;
    if (written && key != null) {
      sql.sql("insert into " + queue.schema() + ".safety_key (id, kek, wrapped) values (?, ?, ?)")
          .params(id, key.kek(), key.bytes())
          .update();
    }
    return written;
  }

  private static final String COLUMNS =
      "select n.id, n.guest, l.sign, n.receiver, n.choices, n.author, n.at, n.read_at, n.sealed, k.kek, k.wrapped from %1$s.safety_note n"
          + " join %1$s.lobby l on l.id = n.guest left join %1$s.safety_key k on k.id = n.id";

  Optional<Stored> find(Queue queue, UUID id) {
    return sql.sql(COLUMNS.formatted(queue.schema()) + " where n.id = ?")
        .param(id)
        .query(SafetyRows::stored)
        .optional();
  }

  /// What was written about somebody, the latest first; without the words.
  List<SafetyNote> of(Queue queue, UUID guest) {
    return sql.sql(COLUMNS.formatted(queue.schema()) + " where n.guest = ? order by n.at desc")
        .param(guest)
        .query((row, number) -> stored(row, number).note())
        .list();
  }

  /// What nobody has read yet, the oldest first; without the words.
  List<SafetyNote> unread(Queue queue) {
    return sql.sql(
            COLUMNS.formatted(queue.schema())
                + " where n.read_at is null and l.left_at is null order by n.at, n.id")
        .query((row, number) -> stored(row, number).note())
        .list();
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    Timestamp read = row.getTimestamp(8);
    String kek = row.getString(10);
    return new Stored(
        new SafetyNote(
            row.getObject(1, UUID.class),
            row.getObject(2, UUID.class),
            Sign.of(row.getString(3)).orElseThrow(),
            row.getObject(4, UUID.class),
            Arrays.stream((String[]) row.getArray(5).getArray())
                .map(code -> Danger.of(code).orElseThrow())
                .toList(),
            row.getObject(6, UUID.class),
            row.getTimestamp(7).toInstant(),
            null,
            read == null ? null : read.toInstant()),
        row.getBytes(9),
        kek == null ? null : new WrappedKey(kek, row.getBytes(11)));
  }

  /// Whether somebody wrote a note or is the one for whom it is.
  boolean isOf(Queue queue, UUID id, UUID staff) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".safety_note where id = ? and (receiver = ? or author = ?))")
        .params(id, staff, staff)
        .query(Boolean.class)
        .single();
  }

  /// The receiver has read it; false when she had, or it is another's.
  boolean read(Queue queue, UUID id, UUID receiver, Instant now) {
    return sql.sql(
                "update "
                    + queue.schema()
                    + ".safety_note set read_at = ?, version = version + 1 where id = ? and receiver = ? and read_at is null")
            .params(Timestamp.from(now), id, receiver)
            .update()
        == 1;
  }
}
