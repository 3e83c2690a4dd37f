package se.fristad.house;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import se.fristad.vault.Side;

/// Builds and renews the database: the roles by the superuser, everything else by `f_owner`, one
/// folder a module.
///
/// A folder may be run for several schemas: the tables of threads stand once on each side that has
/// a door.
final class Migrations {
  static final String DATABASE = "fristad";

  /// In the order in which they are run: what stands below needs what stands above.
  private static final List<Unit> UNITS =
      List.of(
          new Unit("audit", "audit", Map.of()),
          new Unit("access", "access", Map.of()),
          new Unit("centre", "centre", Map.of()),
          new Unit(
              "contact",
              "contact",
              Map.of(
                  "door", "door", "login", "f_support", "role", "m_contact", "definer", "d_door")),
          new Unit(
              "contact",
              "contact_perpetrator",
              Map.of(
                  "door",
                  "door_perpetrator",
                  "login",
                  "f_perpetrator",
                  "role",
                  "m_contact_perpetrator",
                  "definer",
                  "d_door_perpetrator")),
          // the same side as contact: the same roles, tables and functions of its own
          new Unit(
              "contact",
              "contact_professional",
              Map.of(
                  "door",
                  "door_professional",
                  "login",
                  "f_support",
                  "role",
                  "m_contact",
                  "definer",
                  "d_door")),
          new Unit("intake", "intake", Map.of()),
          new Unit("casework", "casework", Map.of()),
          new Unit("statistics", "statistics", Map.of()),
          events(Side.SUPPORT),
          events(Side.SHELTER),
          events(Side.PERPETRATOR),
          events(Side.CONFERENCE),
          new Unit("timer", "timer", Map.of()));

  private record Unit(String folder, String schema, Map<String, String> placeholders) {
    boolean isThere() {
      return Migrations.class.getResource("/db/migration/" + folder) != null;
    }
  }

  private final String url;
  private final String adminUrl;
  private final String superuserPassword;
  private final Logins logins;
  private final String ownerPassword = EmbeddedPostgres.randomPassword();

  private final boolean demonstration;

  /// @param demonstration whether the data are a demonstration
  Migrations(EmbeddedPostgres postgres, Logins logins, boolean demonstration) {
    this.demonstration = demonstration;
    this.url = postgres.url(DATABASE);
    this.adminUrl = postgres.url("postgres");
    this.superuserPassword = postgres.superuserPassword();
    this.logins = logins;
  }

  private static Unit events(Side side) {
    return new Unit("events", "events_" + side.code(), Map.of("login", side.login()));
  }

  /// Runs what has not been run.
  ///
  /// @return how many migrations were run
  /// @throws Refused when the data were made by a newer version
  int migrate() {
    establishLogins();
    try {
      return migrateAll();
    } finally {
      shutOwner();
    }
  }

  private int migrateAll() {
    int done;
    try (HikariDataSource superuser = pool(EmbeddedPostgres.SUPERUSER, superuserPassword)) {
      done = run(new Unit("house", "house", Map.of()), superuser);
    }
    try (HikariDataSource owner = pool(Logins.OWNER, ownerPassword)) {
      for (Unit unit : UNITS) {
        if (unit.isThere()) {
          done += run(unit, owner);
        }
      }
    }
    return done;
  }

  /// Every folder over the same few connections: proving a password to PostgreSQL takes 4,096
  /// rounds of hashing, and folder by folder with connections of its own that was a third of a
  /// start.
  private HikariDataSource pool(String user, String password) {
    HikariConfig settings = new HikariConfig();
    settings.setPoolName("migrations as " + user);
    settings.setJdbcUrl(url);
    settings.setUsername(user);
    settings.setPassword(password);
    settings.setMinimumIdle(0);
    settings.setMaximumPoolSize(4);
    return new HikariDataSource(settings);
  }

  private int run(Unit unit, DataSource login) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(login)
            .locations("classpath:db/migration/" + unit.folder)
            .defaultSchema(unit.schema)
            .schemas(unit.schema)
            .createSchemas(true)
            .placeholders(placeholders(unit))
            .ignoreMigrationPatterns(new String[0])
            .cleanDisabled(true)
            .loggers("slf4j")
            .load();
    try {
      boolean newer =
          List.of(flyway.info().all()).stream()
              .anyMatch(one ->
                  one.getState() == MigrationState.FUTURE_SUCCESS
                      || one.getState() == MigrationState.FUTURE_FAILED);
      if (newer) {
        throw new Refused(
            "The data were made by a newer version of Fristad. Start that version, or restore an older backup into an empty data directory.");
      }
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayException failed) {
      throw new Refused(
          "The database could not be brought to this version ("
              + unit.folder
              + "): "
              + failed.getMessage());
    }
  }

  private Map<String, String> placeholders(Unit unit) {
    Map<String, String> all = new java.util.TreeMap<>(unit.placeholders);
    all.put("schema", unit.schema);
    all.put(
        "moment",
        demonstration
            ? "coalesce(nullif(current_setting('fristad.moment', true), '')::timestamptz, clock_timestamp())"
            : "clock_timestamp()");
    return all;
  }

  private void shutOwner() {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + Logins.OWNER + " nologin password null");
    } catch (SQLException failed) {
      throw new Refused("The owner's login could not be shut (" + failed.getSQLState() + ").");
    }
  }

  private Connection superuser() throws SQLException {
    return java.sql.DriverManager.getConnection(
        adminUrl, EmbeddedPostgres.SUPERUSER, superuserPassword);
  }

  private void establishLogins() {
    Map<String, String> passwords = new java.util.TreeMap<>(logins.passwords());
    passwords.put(Logins.OWNER, ownerPassword);
    try (Connection connection =
            java.sql.DriverManager.getConnection(
                adminUrl, EmbeddedPostgres.SUPERUSER, superuserPassword);
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> login : passwords.entrySet()) {
        boolean exists;
        try (var found =
            statement.executeQuery(
                "select from pg_roles where rolname = '" + login.getKey() + "'")) {
          exists = found.next();
        }
        statement.execute(
            (exists ? "alter" : "create")
                + " role "
                + login.getKey()
                + " login nosuperuser nocreatedb nocreaterole noreplication password '"
                + login.getValue()
                + "'");
      }
      boolean exists;
      try (var found =
          statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
        exists = found.next();
      }
      if (!exists) {
        statement.execute("create database " + DATABASE + " owner " + Logins.OWNER);
        statement.execute("revoke all on database postgres from public");
        statement.execute("revoke all on database template1 from public");
      }
    } catch (SQLException failed) {
      throw new Refused("The database's logins could not be made (" + failed.getSQLState() + ").");
    }
  }
}
