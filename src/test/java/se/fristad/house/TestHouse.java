package se.fristad.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Side;

/// A house for tests: raised once a JVM, with everything migrated and keys made; real PostgreSQL,
/// real logins.
public final class TestHouse {
  private static @Nullable TestHouse shared;
  private final House house;
  private @Nullable TestDatabase database;

  private TestHouse(House house) {
    this.house = house;
  }

  /// The house that all tests of this JVM share. Tests make what they need and never count on an
  /// empty table.
  public static synchronized TestHouse shared() {
    TestHouse there = shared;
    if (there == null) {
      there = raised(true);
      shared = there;
    }
    return there;
  }

  /// A house of a test's own, in a directory of its own. The test closes it.
  public static TestHouse raised(boolean demonstration) {
    try {
      Path directory = Files.createTempDirectory(houses(), "house");
      laid(directory, demonstration);
      TestHouse made = new TestHouse(House.raise(directory, demonstration, sentence -> {}));
      Runtime.getRuntime().addShutdownHook(new Thread(made::close, "test house"));
      return made;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Lays a house that was raised once and closed into a directory: all of its files, keys and
  /// passwords. It is made once for all tests of a build; making the tables anew takes ten times as
  /// long as copying them.
  static synchronized void laid(Path directory, boolean demonstration) throws IOException {
    Path model =
        houses()
            .resolve(
                "model-" + (demonstration ? "demonstration-" : "real-") + migrationsAsTheyAre());
    try (FileChannel channel =
            FileChannel.open(
                model.resolveSibling(model.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (!Files.exists(model.resolve("version"))) {
        try (House made = House.raise(model, demonstration, sentence -> {})) {
          easilyEntered(made);
        } catch (SQLException failed) {
          throw new IOException(failed);
        }
        // each copy looks for a port of its own
        Files.delete(model.resolve("pg").resolve("port"));
      }
    }
    copied(model, directory);
  }

  /// Proving a password to PostgreSQL takes 4,096 rounds of hashing on both sides, some fifteen
  /// times at each start. Against guessing 24 random bytes they add nothing; one is enough here.
  private static void easilyEntered(House house) throws SQLException {
    try (Connection owner = house.postgres().superuser("postgres");
        Statement statement = owner.createStatement()) {
      statement.execute("alter system set scram_iterations = 1");
      statement.execute("set scram_iterations = 1");
      statement.execute(
          "alter role "
              + EmbeddedPostgres.SUPERUSER
              + " password '"
              + house.postgres().superuserPassword()
              + "'");
    }
  }

  /// A model is of the migrations it was made by: other ones, another model.
  private static String migrationsAsTheyAre() throws IOException {
    CRC32 sum = new CRC32();
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "db", "migration"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sum.update(file.toString().getBytes(StandardCharsets.UTF_8));
        sum.update(Files.readAllBytes(file));
      }
    }
    return Long.toHexString(sum.getValue());
  }

  private static Path houses() throws IOException {
    return Files.createDirectories(Path.of("target", "houses"));
  }

  private static void copied(Path from, Path to) throws IOException {
    Process copy =
        new ProcessBuilder("cp", "-a", "--reflink=auto", from + "/.", to.toString())
            .inheritIO()
            .start();
    try {
      if (copy.waitFor() != 0) {
        throw new IOException("the house could not be copied to " + to);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /// The house itself.
  public House house() {
    return house;
  }

  /// The settings a node needs. Jobs do not go by themselves: a test calls their work.
  public Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>(house.settings());
    settings.put("fristad.jobs.start", "false");
    return settings;
  }

  /// The database's address, without a user.
  public String url() {
    return house.postgres().url(Migrations.DATABASE);
  }

  /// A connection as the login of a side.
  public Connection as(Side side) throws SQLException {
    return DriverManager.getConnection(url(), side.login(), house.logins().password(side.login()));
  }

  /// A connection as the one who owns the machine: for looking at, and for doing by hand what
  /// nobody may do.
  public Connection superuser() throws SQLException {
    return house.postgres().superuser(Migrations.DATABASE);
  }

  /// What stands in the tables and in the log, as the owner of the machine sees it.
  public synchronized TestDatabase database() {
    TestDatabase there = database;
    if (there == null) {
      there = new TestDatabase(this);
      database = there;
    }
    return there;
  }

  /// The data directory.
  public Path directory() {
    return house.data().root();
  }

  /// Stops it.
  public void close() {
    house.close();
  }
}
