package se.fristad.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.fristad.demonstration.YearMaker;

/// An invented year that was broken off, by a kill as a rule, is wiped at the next start: what is
/// half made cannot be told from what is made twice. Only ever a demonstration.
final class HalfMade {
  private HalfMade() {}

  /// Wipes the database when its year was broken off.
  static void wipe(DataDirectory data, EmbeddedPostgres postgres, Consumer<String> say) {
    Path mark = data.root().resolve(YearMaker.MARK);
    try {
      if (!data.demonstration()
          || !Files.exists(mark)
          || !Files.readString(mark).strip().equals(YearMaker.MAKING)) {
        return;
      }
      say.accept("The invented year was broken off last time. It is made anew.");
      try (Connection connection = postgres.superuser("postgres");
          Statement statement = connection.createStatement()) {
        statement.execute("drop database if exists " + Migrations.DATABASE + " with (force)");
        statement.execute(
            """
            do $$
            declare one name;
            begin
              for one in select rolname from pg_roles where rolname ~ '^[dfm]_' loop
                execute format('drop owned by %I', one);
                execute format('drop role %I', one);
              end loop;
            end $$
            """);
      }
      for (Path checkpoint : checkpoints(data)) {
        Files.delete(checkpoint);
      }
      Files.delete(mark);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new Refused("The invented year could not be wiped (" + failed.getSQLState() + ").");
    }
  }

  private static List<Path> checkpoints(DataDirectory data) throws IOException {
    try (Stream<Path> files = Files.walk(data.checkpoints())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
