package se.fristad.house;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.KeyTurning;

/// `./run backup [DIRECTORY]`: two files of one moment, beside a running program.
///
/// `data-….zip` holds everything but keys and may be kept as long as the law wants. `keys-….zip`
/// holds the wrapped keys and the keyset files (themselves sealed under the master key, which is in
/// neither); exports older than seven days are deleted here, and must be deleted wherever they were
/// copied: that is what makes destruction true.
final class BackUp implements Command {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String help() {
    return "copy data and keys, apart, to DIRECTORY (default: backups in the data directory)";
  }

  @Override
  public int run(Path directory, List<String> arguments) throws Exception {
    Path root = directory.toAbsolutePath().normalize();
    Path to = arguments.isEmpty() ? root.resolve("backups") : Path.of(arguments.getFirst());
    try (Database database = Database.of(directory)) {
      Made made = make(database, to, Instant.now());
      System.out.println("Data: " + made.data());
      System.out.println(
          "Keys: "
              + made.keys()
              + "  (delete every copy of it after "
              + KeyTurning.LIFE.toDays()
              + " days; never keep it beside the data)");
      return 0;
    }
  }

  /// The two files.
  record Made(Path data, Path keys) {}

  static Made make(Database database, Path to, Instant now) throws IOException, SQLException {
    DataDirectory.makePrivate(to);
    String kind = Files.readString(database.keys().resolveSibling("version"));
    Path data = to.resolve("data-" + STAMP.format(now) + ".zip");
    Path keys = to.resolve("keys-" + STAMP.format(now) + ".zip");
    try (Connection connection =
        DriverManager.getConnection(
            database.url(), EmbeddedPostgres.SUPERUSER, database.superuserPassword())) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set transaction isolation level repeatable read read only");
      }
      List<Copies.Table> tables = Copies.tables(connection);
      write(
          kind,
          connection,
          data,
          tables.stream().filter(table -> !table.holdsKeys()).toList(),
          null);
      write(
          kind,
          connection,
          keys,
          tables.stream().filter(Copies.Table::holdsKeys).toList(),
          database.keys());
      connection.rollback();
    }
    prune(to, now);
    return new Made(data, keys);
  }

  private static void write(
      String kind,
      Connection connection,
      Path file,
      List<Copies.Table> tables,
      @Nullable Path keyFiles)
      throws IOException, SQLException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(beside);
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(beside);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("version"));
      zip.write(kind.getBytes(StandardCharsets.US_ASCII));
      for (Copies.Table table : tables) {
        zip.putNextEntry(new ZipEntry(table.file()));
        zip.write((Copies.columns(connection, table) + "\n").getBytes(StandardCharsets.UTF_8));
        Copies.out(connection, table, zip);
      }
      if (keyFiles != null) {
        for (Path key : keyFiles(keyFiles)) {
          zip.putNextEntry(new ZipEntry("keys/" + keyFiles.relativize(key)));
          Files.copy(key, zip);
        }
      }
    }
    Files.move(beside, file);
  }

  /// Every file of the key directory but the master key itself, sealed or not, and the logins'
  /// passwords, which are drawn anew.
  private static List<Path> keyFiles(Path keys) throws IOException {
    try (Stream<Path> files = Files.walk(keys)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file ->
              !List.of("master", "master.sealed", "logins").contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static void prune(Path to, Instant now) throws IOException {
    String oldest = "keys-" + STAMP.format(now.minus(KeyTurning.LIFE)) + ".zip";
    try (Stream<Path> files = Files.list(to)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches("keys-\\d{8}T\\d{6}Z\\.zip") && name.compareTo(oldest) < 0) {
          Files.delete(file);
        }
      }
    }
  }
}
