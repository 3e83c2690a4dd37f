package se.fristad.contact.front;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Listens for wakes on one connection and hands out what is new; looks every two seconds in any
/// case. A broken connection is made anew.
@PublicOnly
@Component
class Listening implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final int NET_MILLIS = 2_000;
  private static final int PAUSE_MILLIS = 100;
  private static final Duration DEAD_EVERY = Duration.ofSeconds(10);
  private static final Duration TELL_EVERY = Duration.ofSeconds(1);
  private final DataSource database;
  private final OpenPages pages;
  private volatile @Nullable Thread thread;

  Listening(DataSource database, OpenPages pages) {
    this.database = database;
    this.pages = pages;
  }

  @Override
  public void start() {
    // it must be named before it runs: it runs as long as it is the one named
    Thread listening =
        Thread.ofPlatform()
            .name("listening")
            .daemon()
            .unstarted(() -> Sides.run(Side.FRONT, this::listen));
    thread = listening;
    listening.start();
  }

  private void listen() {
    while (thread == Thread.currentThread()) {
      try {
        listenOnce();
      } catch (SQLException | RuntimeException broken) {
        LOG.info("listening broke off ({}) and begins again", broken.getClass().getSimpleName());
        pause();
      }
    }
  }

  private void listenOnce() throws SQLException {
    Connection connection = DataSourceUtils.getConnection(database);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen fristad_wake");
      PGConnection postgres = connection.unwrap(PGConnection.class);
      long deadAt = System.nanoTime();
      long toldAt = deadAt - TELL_EVERY.toNanos();
      // what was written before the line stood was rung for nobody: the first look does not wait
      boolean first = true;
      while (thread == Thread.currentThread()) {
        if (!first) {
          postgres.getNotifications(NET_MILLIS);
        }
        first = false;
        if (pages.count() > 0) {
          pages.deliverAll();
          if (System.nanoTime() - toldAt > TELL_EVERY.toNanos()) {
            toldAt = System.nanoTime();
            pages.tellAll();
          }
          if (System.nanoTime() - deadAt > DEAD_EVERY.toNanos()) {
            deadAt = System.nanoTime();
            pages.endDead();
          }
        }
      }
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    Thread listening = thread;
    thread = null;
    if (listening != null) {
      listening.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
