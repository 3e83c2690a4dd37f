package se.fristad.house;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import se.fristad.centre.Moment;
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

  /// And the public face: each waits for the disk with the one commit of its message, and those who
  /// wait together are written together.
  static final int MOST_IN_FRONT = 12;

  private final Map<Side, HikariDataSource> pools = new EnumMap<>(Side.class);
  private final Clock clock = Moment.clock(Clock.systemUTC());
  private final boolean demonstration;

  /// The connections that were last told an invented day's time.
  private final Set<PGConnection> moved =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /// @param url of the database, without user
  /// @param passwords of the sides this node serves; of no other
  /// @param demonstration whether the data are a demonstration: the doors of such data believe the
  ///   time of an invented day
  Wall(String url, Map<Side, String> passwords, boolean demonstration) {
    this.demonstration = demonstration;
    passwords.forEach((side, password) -> pools.put(side, pool(url, side, password)));
    setTargetDataSources(new HashMap<>(pools));
    setLenientFallback(false);
    afterPropertiesSet();
  }

  private static HikariDataSource pool(String url, Side side, String password) {
    HikariConfig settings = new HikariConfig();
    settings.setPoolName(side.login());
    settings.setDataSource(new Patient(url, side.login(), password));
    settings.setMaximumPoolSize(side == Side.FRONT ? MOST_IN_FRONT : MOST);
    settings.setMinimumIdle(1);
    settings.setConnectionTimeout(8_000);
    settings.setInitializationFailTimeout(-1);
    return new HikariDataSource(settings);
  }

  @Override
  protected Object determineCurrentLookupKey() {
    Side side = Sides.current();
    if (!pools.containsKey(side)) {
      throw new IllegalStateException("this node does not serve the side " + side.code());
    }
    return side;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    if (demonstration && Sides.current() == Side.FRONT && tells(connection)) {
      try (PreparedStatement moment =
          connection.prepareStatement("select set_config('fristad.moment', ?, false)")) {
        moment.setString(1, Moment.isBound() ? clock.instant().toString() : "");
        moment.execute();
      } catch (SQLException failed) {
        connection.close();
        throw failed;
      }
    }
    return connection;
  }

  /// Whether the time must be told: an invented day's own, or that it is over. Else the question
  /// would be asked before every other.
  private boolean tells(Connection connection) throws SQLException {
    PGConnection itself = connection.unwrap(PGConnection.class);
    if (Moment.isBound()) {
      moved.add(itself);
      return true;
    }
    return moved.remove(itself);
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
}
