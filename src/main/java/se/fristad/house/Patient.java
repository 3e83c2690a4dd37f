package se.fristad.house;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// Opens connections, and knocks again for three seconds while the database stands up.
///
/// The pool itself waits longer after each refusal, up to five seconds: an answer written the
/// moment the database stood again would come that much later to the page that waits for it.
final class Patient extends PGSimpleDataSource {
  private static final long serialVersionUID = 1L;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  /// @param url of the database, without user
  Patient(String url, String login, String password) {
    setUrl(url);
    setUser(login);
    setPassword(password);
    setApplicationName("fristad");
  }

  @Override
  public Connection getConnection(@Nullable String login, @Nullable String password)
      throws SQLException {
    long until = System.nanoTime() + PATIENCE;
    while (true) {
      try {
        return super.getConnection(login, password);
      } catch (SQLException refused) {
        if (!standsUp(refused)
            || System.nanoTime() > until
            || Thread.currentThread().isInterrupted()) {
          throw refused;
        }
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  /// Nobody answers (class 08), or it starts up, recovers or shuts down (57P03, 57P02, 57P01).
  private static boolean standsUp(SQLException refused) {
    String state = refused.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P0"));
  }
}
