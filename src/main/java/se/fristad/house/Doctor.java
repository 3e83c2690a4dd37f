package se.fristad.house;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// `./run doctor`: looks at what a program can see of the machine, and says in sentences what is
/// not as it should be.
final class Doctor implements Command {
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String help() {
    return "look at the machine and the data and say what is not as it should be";
  }

  @Override
  public int run(Path directory, List<String> arguments) throws Exception {
    List<String> wrong = new ArrayList<>();
    Path root = directory.toAbsolutePath().normalize();
    try (Database database = Database.of(directory)) {
      files(root, wrong);
      swap(wrong);
      space(root, wrong);
      database(database, wrong);
      if (Files.exists(database.keys().resolve("master"))) {
        wrong.add(
            "The master key lies beside the keysets. In production put it elsewhere (a systemd credential or a TPM) and set FRISTAD_MASTER_KEY_FILE.");
      }
      backups(root, wrong);
    }
    System.out.println(
        "Not seen by this command: disk encryption, machine snapshots, and what the proxy in front logs. See docs/operations.md.");
    wrong.forEach(sentence -> System.out.println("- " + sentence));
    System.out.println(
        wrong.isEmpty()
            ? "All that was looked at is as it should be."
            : wrong.size() + " things to mend.");
    return wrong.isEmpty() ? 0 : 1;
  }

  private static void files(Path root, List<String> wrong) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("keys"))) {
      for (Path file : files.toList()) {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
          wrong.add("Other users may read " + file + ". Close it with: chmod go-rwx " + file);
        }
      }
    }
  }

  private static void swap(List<String> wrong) throws IOException {
    Path swaps = Path.of("/proc/swaps");
    if (Files.exists(swaps) && Files.readAllLines(swaps).size() > 1) {
      wrong.add(
          "The machine swaps to disk: what is in memory may lie there for years. Turn swap off, or encrypt it with a key that dies at restart.");
    }
  }

  private static void space(Path root, List<String> wrong) throws IOException {
    FileStore store = Files.getFileStore(root);
    long free = store.getUsableSpace() / (1024 * 1024);
    if (free < 2_048) {
      wrong.add("Only " + free + " MB are free where the data lie.");
    }
  }

  private static void database(Database database, List<String> wrong) throws SQLException {
    Instant before = Instant.now();
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), EmbeddedPostgres.SUPERUSER, database.superuserPassword());
        Statement statement = connection.createStatement()) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
          row.next();
          if (!row.getString(1).equals("on")) {
            wrong.add("PostgreSQL runs with " + setting + " off: acknowledged words can be lost.");
          }
        }
      }
      try (ResultSet row = statement.executeQuery("select access.chore_done('paper_copies')")) {
        row.next();
        if (!row.getBoolean(1)) {
          wrong.add(
              "Nobody has said that the two paper copies of the master key are made: ./run paper-copy, then the administrator's page");
        }
      }
      try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
        row.next();
        Duration apart = Duration.between(before, row.getTimestamp(1).toInstant()).abs();
        if (apart.compareTo(Duration.ofSeconds(5)) > 0) {
          wrong.add(
              "The clocks of the program and of the database differ by "
                  + apart.toSeconds()
                  + " seconds.");
        }
      }
    }
  }

  private static void backups(Path root, List<String> wrong) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("backups"))) {
      if (files.noneMatch(file -> file.getFileName().toString().startsWith("data-"))) {
        wrong.add("There is no backup in " + root.resolve("backups") + ". Make one: ./run backup");
      }
    }
  }
}
