package se.fristad.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.fristad.vault.Sides;

/// The one way into the log for the program.
@Component
public class AuditLog {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final LineRows rows;
  private final ObjectProvider<LineKey> key;
  private final Clock clock;

  AuditLog(JdbcClient jdbc, ObjectProvider<LineKey> key, Clock clock) {
    this.rows = new LineRows(jdbc);
    this.key = key;
    this.clock = clock;
  }

  /// Writes a line in the transaction that is open on the running side: what is done and the line
  /// about it come together or not at all.
  ///
  /// @return the line's number
  /// @throws IllegalStateException when no transaction is open, or this node has no key to mark
  ///   lines
  public long append(LogLine line) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a line of the log needs the transaction of its act");
    }
    Instant claimedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    byte[] mark = StoredLine.mark(key.getObject(), nonce, claimedAt, Sides.current().login(), line);
    return rows.append(claimedAt, line, mark);
  }
}
