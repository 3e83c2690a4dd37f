package se.fristad.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/// Another user of the same machine, who tries the port and the files. Uses nothing of ours.
final class Stranger {
  private Stranger() {}

  /// Prints one line an attempt, `refused …` or `LET IN …`.
  ///
  /// @param arguments the database's address and the data directory
  public static void main(String[] arguments) {
    for (String user : List.of("postgres", "f_owner", "f_support", "f_front", "nobody", "root")) {
      for (String password : List.of("", user, "postgres", "password")) {
        Properties login = new Properties();
        login.setProperty("user", user);
        if (!password.isEmpty()) {
          login.setProperty("password", password);
        }
        for (String database : List.of("fristad", "postgres", "template1")) {
          try {
            DriverManager.getConnection(arguments[0] + database, login).close();
            System.out.println("LET IN " + user + " to " + database);
          } catch (SQLException refused) {
            System.out.println("refused " + refused.getSQLState());
          }
        }
      }
    }
    for (String file :
        List.of(
            "", "version", "keys/logins", "keys/master", "pg", "pg/superuser", "pg/log", "tmp")) {
      Path path = Path.of(arguments[1], file);
      try {
        if (Files.isDirectory(path)) {
          Files.list(path).close();
        } else {
          Files.readAllBytes(path);
        }
        System.out.println("LET IN " + path);
      } catch (IOException refused) {
        System.out.println("refused " + refused.getClass().getSimpleName());
      }
    }
  }
}
