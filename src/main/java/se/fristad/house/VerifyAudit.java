package se.fristad.house;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.fristad.audit.Verification;
import se.fristad.vault.Side;

/// `./run verify-audit [--checkpoint FILE]`: checks the whole log against its public keys. Works
/// beside a running program.
final class VerifyAudit implements Command {
  @Override
  public String name() {
    return "verify-audit";
  }

  @Override
  public String help() {
    return "check that no line of the log was altered, added or removed [--checkpoint FILE]";
  }

  @Override
  public int run(Path directory, List<String> arguments) throws Exception {
    try (Database database = Database.of(directory);
        Connection connection =
            DriverManager.getConnection(
                database.url(), Side.LOG.login(), database.logins().password(Side.LOG.login()))) {
      return Verification.run(
          connection, database.keys(), checkpoint(arguments), Locale.getDefault(), System.out);
    }
  }

  private static @Nullable Path checkpoint(List<String> arguments) {
    int at = arguments.indexOf("--checkpoint");
    if (at < 0) {
      return null;
    }
    if (at + 1 >= arguments.size()) {
      throw new Refused(
          "Name the checkpoint file, as in: ./run verify-audit --checkpoint log-checkpoints.txt");
    }
    return Path.of(arguments.get(at + 1));
  }
}
