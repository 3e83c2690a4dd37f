package se.fristad.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of `audit.line`.
final class LineRows {
  /// The columns that [#read] takes.
  static final String COLUMNS =
      """
      l.id, l.segment, l.xid::text AS xid, l.at, l.claimed_at, l.login, l.staff, l.organisation, l.role,
      l.act, l.kind, l.subject, l.purpose, l.outcome, l.ids, l.version, l.hash, l.mark
      """;

  private final JdbcClient jdbc;

  LineRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long append(Instant claimedAt, LogLine line, byte[] mark) {
    return jdbc.sql(
            """
            SELECT audit.append(:claimed_at, :staff, :organisation, :role, :act, :kind, :subject, :purpose,
                                :outcome, CAST(:ids AS uuid[]), :version, :hash, :mark)
            """)
        .param("claimed_at", claimedAt.atOffset(ZoneOffset.UTC))
        .param("staff", line.staff(), Types.OTHER)
        .param("organisation", line.organisation(), Types.VARCHAR)
        .param("role", line.role(), Types.VARCHAR)
        .param("act", line.act())
        .param("kind", line.kind())
        .param("subject", line.subject(), Types.OTHER)
        .param("purpose", line.purpose())
        .param("outcome", line.outcome().code())
        .param("ids", array(line.ids()))
        .param("version", line.version(), Types.INTEGER)
        .param("hash", line.hash(), Types.BINARY)
        .param("mark", mark)
        .query(Long.class)
        .single();
  }

  /// The lines of a segment whose transactions lie in `[from, to)`, in the order of their numbers.
  List<StoredLine> between(int segment, long from, long to) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                FROM audit.line l
                WHERE l.segment = :segment
                  AND l.xid >= CAST(:from AS xid8)
                  AND l.xid < CAST(:to AS xid8)
                ORDER BY l.id
                """)
        .param("segment", segment)
        .param("from", Long.toUnsignedString(from))
        .param("to", Long.toUnsignedString(to))
        .query((row, n) -> read(row))
        .list();
  }

  /// The number after the highest transaction of a segment; 0 when the segment has no line.
  long endOf(int segment) {
    return jdbc.sql(
            """
            SELECT l.xid::text FROM audit.line l WHERE l.segment = :segment ORDER BY l.xid DESC LIMIT 1
            """)
        .param("segment", segment)
        .query(String.class)
        .optional()
        .map(xid -> Long.parseUnsignedLong(xid) + 1)
        .orElse(0L);
  }

  static StoredLine read(ResultSet row) throws SQLException {
    return new StoredLine(
        row.getLong("id"),
        row.getInt("segment"),
        Long.parseUnsignedLong(row.getString("xid")),
        instant(row, "at"),
        instant(row, "claimed_at"),
        row.getString("login"),
        new LogLine(
            row.getObject("staff", UUID.class),
            row.getString("organisation"),
            row.getString("role"),
            row.getString("act"),
            row.getString("kind"),
            row.getObject("subject", UUID.class),
            row.getString("purpose"),
            Outcome.of(row.getString("outcome")),
            ids(row.getArray("ids")),
            version(row),
            row.getBytes("hash")),
        row.getBytes("mark"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static List<UUID> ids(Array array) throws SQLException {
    return Arrays.asList((UUID[]) array.getArray());
  }

  private static @Nullable Integer version(ResultSet row) throws SQLException {
    int version = row.getInt("version");
    return row.wasNull() ? null : version;
  }

  private static String array(List<UUID> ids) {
    StringBuilder text = new StringBuilder("{");
    for (UUID id : ids) {
      text.append(text.length() == 1 ? "" : ",").append(id);
    }
    return text.append('}').toString();
  }
}
