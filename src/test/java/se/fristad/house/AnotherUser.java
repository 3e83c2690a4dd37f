package se.fristad.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/// Starts the embedded database as whoever runs it, twice, and says what it saw.
final class AnotherUser {
  private AnotherUser() {}

  /// @param arguments the directory for the database
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, System.out::println);
        Connection connection = postgres.superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept as select 7 as n");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, System.out::println);
        Connection connection = postgres.superuser("postgres");
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select n, current_setting('fsync') from kept")) {
      row.next();
      System.out.println(
          Files.getOwner(home.resolve("data"))
              + " kept "
              + row.getInt(1)
              + " fsync "
              + row.getString(2));
    }
  }
}
