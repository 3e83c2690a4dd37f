package se.fristad.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import se.fristad.vault.Sides;

/// Many lines at once, each by the log's own way in and with a node's own mark: as [AuditLog]
/// appends one, in one way there and back.
public final class ManyLines {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final LineKey key;

  /// With the key of a node.
  public ManyLines(ApplicationContext node) {
    this.key = node.getBean(LineKey.class);
  }

  /// A line and when the program says it was.
  public record Said(Instant at, LogLine line) {}

  private interface Part {
    @Nullable Object of(Said said);
  }

  private interface Bytes {
    byte @Nullable [] of(Said said);
  }

  /// Appends them in their order, in the transaction of the connection, as the running side.
  public void append(Connection connection, List<Said> lines) throws SQLException {
    String login = Sides.current().login();
    List<Said> said =
        lines.stream()
            .map(one -> new Said(one.at().truncatedTo(ChronoUnit.MICROS), one.line()))
            .toList();
    try (PreparedStatement append =
        connection.prepareStatement(
            """
            select count(audit.append(at, staff, organisation, role, act, kind, subject, purpose, outcome,
                                      array[]::uuid[], version, hash, mark))
              from (select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                      as l (at, staff, organisation, role, act, kind, subject, purpose, outcome, version, hash, mark, place)
                     order by place) lines
            """)) {
      set(connection, append, 1, "timestamptz", said, one -> Timestamp.from(one.at()));
      set(connection, append, 2, "uuid", said, one -> one.line().staff());
      set(connection, append, 3, "text", said, one -> one.line().organisation());
      set(connection, append, 4, "text", said, one -> one.line().role());
      set(connection, append, 5, "text", said, one -> one.line().act());
      set(connection, append, 6, "text", said, one -> one.line().kind());
      set(connection, append, 7, "uuid", said, one -> one.line().subject());
      set(connection, append, 8, "text", said, one -> one.line().purpose());
      set(connection, append, 9, "text", said, one -> one.line().outcome().code());
      set(connection, append, 10, "int4", said, one -> one.line().version());
      setBytes(connection, append, 11, said, one -> one.line().hash());
      setBytes(connection, append, 12, said, one -> mark(login, one));
      append.executeQuery().close();
    }
  }

  private byte[] mark(String login, Said one) {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    return StoredLine.mark(key, nonce, one.at(), login, one.line());
  }

  private static void set(
      Connection connection,
      PreparedStatement append,
      int place,
      String type,
      List<Said> said,
      Part value)
      throws SQLException {
    append.setArray(place, connection.createArrayOf(type, said.stream().map(value::of).toArray()));
  }

  private static void setBytes(
      Connection connection, PreparedStatement append, int place, List<Said> said, Bytes value)
      throws SQLException {
    append.setArray(
        place,
        connection.createArrayOf("bytea", said.stream().map(value::of).toArray(byte[][]::new)));
  }
}
