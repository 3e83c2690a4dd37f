package se.fristad.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The database of a data directory for a command: the one that a running program has started, or
/// else started for as long as this is open.
///
/// @param url of the database, without user
/// @param superuserPassword to copy everything with; commands that need it say so
/// @param logins of the sides
/// @param keys the key directory
/// @param started what must be stopped again; null when a running program owns it
record Database(
    String url, String superuserPassword, Logins logins, Path keys, @Nullable House started)
    implements AutoCloseable {
  /// @throws Refused when there are no data
  static Database of(Path directory) throws IOException {
    Path root = directory.toAbsolutePath().normalize();
    if (!Files.exists(root.resolve("version"))) {
      throw new Refused(
          "There are no data in "
              + root
              + ". Start the program first with ./run, or choose the directory with FRISTAD_DATA.");
    }
    Optional<Integer> port = runningPort(root);
    if (port.isPresent()) {
      String password = Files.readString(root.resolve("pg").resolve("superuser")).strip();
      return new Database(
          EmbeddedPostgres.url(port.get(), Migrations.DATABASE),
          password,
          Logins.in(root.resolve("keys")),
          root.resolve("keys"),
          null);
    }
    House house = House.raise(directory, true, System.out::println);
    return new Database(
        house.postgres().url(Migrations.DATABASE),
        house.postgres().superuserPassword(),
        house.logins(),
        house.data().keys(),
        house);
  }

  private static Optional<Integer> runningPort(Path root) throws IOException {
    Path file = root.resolve("pg").resolve("data").resolve("postmaster.pid");
    if (!Files.exists(file) || !DataDirectory.isHeld(root)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.size() < 4
        ? Optional.empty()
        : Optional.of(Integer.parseInt(lines.get(3).strip()));
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }
}
