package se.fristad.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Turning the keys, nightly and per side: what was destroyed becomes unreadable in every copy.
///
/// A new wrapping key is made each night and a new queue pair each week; every living data key is
/// wrapped anew; wrapping keys older than [#LIFE] and queue pairs replaced for a day are erased
/// from the keyset. An old backup holds a destroyed record's key only under a wrapping key that is
/// gone. So what the person is told is true: deleted now, unreadable in every copy after
/// [#PROMISE].
public final class KeyTurning {
  /// How long a wrapping key lives ("R").
  public static final Duration LIFE = Duration.ofDays(7);

  /// After this no copy of a destroyed record can be read: R and a day.
  public static final Duration PROMISE = LIFE.plusDays(1);

  private static final Duration NIGHTLY = Duration.ofHours(20);
  private static final int BATCH = 500;
  private final Keyring ring;
  private final Path keys;
  private final JdbcClient sql;
  private final Clock clock;
  private final List<KeyTable> tables;

  KeyTurning(Keyring ring, Path keys, JdbcClient sql, Clock clock, List<KeyTable> tables) {
    this.ring = ring;
    this.keys = keys;
    this.sql = sql;
    this.clock = clock;
    this.tables = List.copyOf(tables);
  }

  /// What a turn did.
  ///
  /// @param rewrapped data keys wrapped anew
  /// @param erased keys removed from the keyset
  public record Turned(int rewrapped, int erased) {}

  /// Turns the keys of the running side. Safe to repeat and to break off: a key is erased only when
  /// no row names it.
  public synchronized Turned turn() {
    Side side = Sides.current();
    Instant now = clock.instant();
    Keyset keyset = ring.of(side.code());
    if (keyset.newest(Keyset.Kind.WRAP).made().plus(NIGHTLY).isBefore(now)) {
      keyset = keyset.with(Keyset.random(Keyset.Kind.WRAP, now));
      ring.replace(keyset);
    }
    for (Letterbox box : Letterbox.of(side)) {
      if (keyset.has(box.kind()) && !keyset.newest(box.kind()).made().plus(LIFE).isAfter(now)) {
        Keyset.Entry pair = QueuePair.entry(box.kind(), now);
        keyset = keyset.with(pair);
        ring.replace(keyset);
        QueueKeys.publish(keys, box, pair);
      }
    }
    String newest = keyset.newest(Keyset.Kind.WRAP).id();
    int rewrapped = 0;
    Set<String> named = new HashSet<>();
    for (KeyTable table : tables) {
      if (table.side() == side) {
        rewrapped += rewrap(table, newest);
        named.addAll(
            sql.sql("select distinct kek from " + table.table()).query(String.class).list());
      }
    }
    Keyset current = keyset;
    List<Keyset.Entry> erased =
        current.entries().stream()
            .filter(entry -> entry.kind() != Keyset.Kind.INDEX)
            .filter(entry -> isSpent(entry, current.newest(entry.kind()), now))
            .filter(entry -> !named.contains(entry.id()))
            .toList();
    if (!erased.isEmpty()) {
      ring.replace(current.without(erased));
    }
    return new Turned(rewrapped, erased.size());
  }

  private int rewrap(KeyTable table, String newest) {
    int done = 0;
    UUID after = new UUID(0, 0);
    while (true) {
      List<Row> rows =
          sql.sql(
                  "select id, kek, wrapped from "
                      + table.table()
                      + " where kek <> ? and id > ? order by id limit "
                      + BATCH)
              .params(newest, after)
              .query((row, number) ->
                  new Row(
                      row.getObject(1, UUID.class),
                      new WrappedKey(row.getString(2), row.getBytes(3))))
              .list();
      if (rows.isEmpty()) {
        return done;
      }
      for (Row row : rows) {
        try (DataKey key = ring.unwrap(table.side().code(), row.id, row.wrapped)) {
          WrappedKey anew = ring.wrap(table.side().code(), row.id, key);
          done +=
              sql.sql(
                      "update "
                          + table.table()
                          + " set kek = ?, wrapped = ? where id = ? and kek = ?")
                  .params(anew.kek(), anew.bytes(), row.id, row.wrapped.kek())
                  .update();
        }
        after = row.id;
      }
    }
  }

  /// A wrapping key is spent after [#LIFE]; a queue pair a day after its successor was published,
  /// so that a thread sealed to it at that moment has been wrapped anew.
  private static boolean isSpent(Keyset.Entry entry, Keyset.Entry newest, Instant now) {
    Instant end =
        entry.kind().isPair() ? newest.made().plus(PROMISE.minus(LIFE)) : entry.made().plus(LIFE);
    return !entry.equals(newest) && !end.isAfter(now);
  }

  private record Row(UUID id, WrappedKey wrapped) {}
}
