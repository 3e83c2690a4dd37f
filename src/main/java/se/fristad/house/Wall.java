package se.fristad.house;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The wall in the database, as the program meets it: one pool a side, one way to a connection, and
/// never two sides in one transaction.
///
/// No side is bound: no connection. A transaction of one side is open and another side asks: no
/// connection either.
final class Wall extends AbstractRoutingDataSource implements AutoCloseable {
  /// Connections a side may hold on one node.
  static final int MOST = 6;

  private static final String OPEN_SIDE = Wall.class.getName() + ".side";
  private final Map<Side, HikariDataSource> pools = new EnumMap<>(Side.class);

  /// @param url of the database, without user
  /// @param passwords of the sides this node serves; of no other
  Wall(String url, Map<Side, String> passwords) {
    passwords.forEach((side, password) -> pools.put(side, pool(url, side, password)));
    setTargetDataSources(new HashMap<>(pools));
    setLenientFallback(false);
    afterPropertiesSet();
  }

  private static HikariDataSource pool(String url, Side side, String password) {
    HikariConfig settings = new HikariConfig();
    settings.setPoolName(side.login());
    settings.setJdbcUrl(url);
    settings.setUsername(side.login());
    settings.setPassword(password);
    settings.setMaximumPoolSize(MOST);
    settings.setMinimumIdle(1);
    settings.setConnectionTimeout(8_000);
    settings.setInitializationFailTimeout(-1);
    settings.addDataSourceProperty("ApplicationName", "fristad");
    return new HikariDataSource(settings);
  }

  @Override
  protected Object determineCurrentLookupKey() {
    Side side = Sides.current();
    Object open = TransactionSynchronizationManager.getResource(OPEN_SIDE);
    if (open != null && open != side) {
      throw new TwoSides();
    }
    if (!pools.containsKey(side)) {
      throw new IllegalStateException("this node does not serve the side " + side.code());
    }
    return side;
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLException("logins are a side's own");
  }

  /// The pool of one side, for the timer's own table.
  HikariDataSource pool(Side side) {
    HikariDataSource pool = pools.get(side);
    if (pool == null) {
      throw new IllegalStateException("this node does not serve the side " + side.code());
    }
    return pool;
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
  }

  /// Code inside a transaction of one side asked for another.
  static final class TwoSides extends IllegalStateException {
    private static final long serialVersionUID = 1;

    TwoSides() {
      super("a transaction of one side may not reach another");
    }
  }

  /// Transactions that remember their side.
  static final class Transactions extends DataSourceTransactionManager {
    private static final long serialVersionUID = 1;

    Transactions(Wall wall) {
      super(wall);
    }

    @Override
    protected Object doGetTransaction() {
      Object open = TransactionSynchronizationManager.getResource(OPEN_SIDE);
      if (open != null && open != Sides.current()) {
        throw new TwoSides();
      }
      return super.doGetTransaction();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
      super.doBegin(transaction, definition);
      TransactionSynchronizationManager.bindResource(OPEN_SIDE, Sides.current());
    }

    @Override
    protected Object doSuspend(Object transaction) {
      Object suspended = super.doSuspend(transaction);
      return new Suspended(suspended, TransactionSynchronizationManager.unbindResource(OPEN_SIDE));
    }

    @Override
    protected void doResume(
        @org.jspecify.annotations.Nullable Object transaction, Object suspended) {
      Suspended both = (Suspended) suspended;
      super.doResume(transaction, both.resources);
      TransactionSynchronizationManager.bindResource(OPEN_SIDE, both.side);
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
      TransactionSynchronizationManager.unbindResourceIfPossible(OPEN_SIDE);
      super.doCleanupAfterCompletion(transaction);
    }

    private record Suspended(Object resources, Object side) {}
  }
}
