package se.fristad.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of `audit.seal` and `audit.segment`.
final class SealRows {
  /// What a segment begins with.
  ///
  /// @param horizon no line of the segment has a lower transaction
  @SuppressWarnings("ArrayRecordComponent")
  record SegmentRow(
      int number, Instant begunAt, long horizon, byte[] lastRoot, byte @Nullable [] signature) {}

  /// The end of the chain.
  @SuppressWarnings("ArrayRecordComponent")
  record Last(long number, int segment, long horizon, byte[] root, Instant at) {}

  /// The clock of the database and the oldest transaction that may still be running.
  record Horizon(long xid, Instant now) {}

  private final JdbcClient jdbc;

  SealRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  SegmentRow segment() {
    return jdbc.sql(
            """
            SELECT number, begun_at, horizon::text AS horizon, last_root, signature
            FROM audit.segment ORDER BY number DESC LIMIT 1
            """)
        .query((row, n) -> segment(row))
        .single();
  }

  Optional<Last> last() {
    return jdbc.sql(
            """
            SELECT number, segment, horizon::text AS horizon, root, at
            FROM audit.seal ORDER BY number DESC LIMIT 1
            """)
        .query((row, n) ->
            new Last(
                row.getLong("number"),
                row.getInt("segment"),
                Long.parseUnsignedLong(row.getString("horizon")),
                row.getBytes("root"),
                LineRows.instant(row, "at")))
        .optional();
  }

  /// Every transaction below it has ended and is seen by the next statement; one that runs late is
  /// at it or above and falls into a later batch.
  Horizon horizon() {
    return jdbc.sql(
            """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid, clock_timestamp() AS now
            """)
        .query((row, n) ->
            new Horizon(Long.parseUnsignedLong(row.getString("xid")), LineRows.instant(row, "now")))
        .single();
  }

  void add(Seal seal) {
    jdbc.sql(
            """
            INSERT INTO audit.seal (number, segment, horizon, ids, leaves, previous, root, signature, at)
            VALUES (:number, :segment, CAST(:horizon AS xid8), CAST(:ids AS bigint[]), CAST(:leaves AS bytea[]),
                    :previous, :root, :signature, :at)
            """)
        .param("number", seal.number())
        .param("segment", seal.segment())
        .param("horizon", Long.toUnsignedString(seal.horizon()))
        .param("ids", array(seal.leaves().stream().map(leaf -> Long.toString(leaf.id())).toList()))
        .param(
            "leaves",
            array(
                seal.leaves().stream()
                    .map(leaf -> "\"\\\\x" + HexFormat.of().formatHex(leaf.hash()) + "\"")
                    .toList()))
        .param("previous", seal.previous())
        .param("root", seal.root())
        .param("signature", seal.signature())
        .param("at", seal.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void add(SegmentRow segment) {
    jdbc.sql(
            """
            INSERT INTO audit.segment (number, begun_at, horizon, last_root, signature)
            VALUES (:number, :begun_at, CAST(:horizon AS xid8), :last_root, :signature)
            """)
        .param("number", segment.number())
        .param("begun_at", segment.begunAt().atOffset(ZoneOffset.UTC))
        .param("horizon", Long.toUnsignedString(segment.horizon()))
        .param("last_root", segment.lastRoot())
        .param("signature", segment.signature())
        .update();
  }

  /// How many lines the seals up to and with this one hold.
  long linesUpTo(long number) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(cardinality(ids)), 0) FROM audit.seal WHERE number <= :number
            """)
        .param("number", number)
        .query(Long.class)
        .single();
  }

  static SegmentRow segment(ResultSet row) throws SQLException {
    return new SegmentRow(
        row.getInt("number"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        Long.parseUnsignedLong(row.getString("horizon")),
        row.getBytes("last_root"),
        row.getBytes("signature"));
  }

  private static String array(List<String> elements) {
    return elements.stream().collect(Collectors.joining(",", "{", "}"));
  }
}
