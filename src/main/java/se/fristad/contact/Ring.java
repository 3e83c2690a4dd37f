package se.fristad.contact;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Rings by `NOTIFY` without a payload: after the commit, on a connection of its own, at most once
/// in ten milliseconds. A notification inside the commit would halve the number of messages that
/// PostgreSQL takes.
@Component
class Ring implements Wake {
  /// The channel on which pages listen.
  static final String CHANNEL = "fristad_wake";

  private static final Logger LOG = LoggerFactory.getLogger(Ring.class);
  private static final long PAUSE_MILLIS = 10;
  private final JdbcClient sql;
  private final AtomicReference<@Nullable Thread> ringing = new AtomicReference<>();

  Ring(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void ring() {
    Side side = Sides.current();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              soon(side);
            }
          });
    } else {
      soon(side);
    }
  }

  private void soon(Side side) {
    Thread ringer =
        Thread.ofVirtual().name("wake").unstarted(() -> Sides.run(side, this::notifyOnce));
    if (ringing.compareAndSet(null, ringer)) {
      ringer.start();
    }
  }

  private void notifyOnce() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      ringing.set(null);
    }
    try {
      sql.sql("notify " + CHANNEL).update();
    } catch (DataAccessException unheard) {
      LOG.info(
          "a wake was not heard ({}); the next look finds what is new",
          unheard.getClass().getSimpleName());
    }
  }
}
