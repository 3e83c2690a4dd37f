package se.fristad.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import se.fristad.vault.SecretFiles;
import se.fristad.vault.Side;

/// The database logins and their passwords: one a side, and the owner that only migrations use. In
/// `keys/logins`, 0600.
///
/// @param passwords by login name
record Logins(Map<String, String> passwords) {
  /// Owns everything, is used by migrations only and is absent from running nodes.
  public static final String OWNER = "f_owner";

  public Logins {
    passwords = Map.copyOf(passwords);
  }

  /// Reads the passwords, drawing those that are missing.
  static Logins in(Path keys) {
    Path file = keys.resolve("logins");
    Properties lines = new Properties();
    try {
      if (Files.exists(file)) {
        lines.load(new StringReader(Files.readString(file)));
      }
      Map<String, String> passwords = new TreeMap<>();
      for (Side side : Side.values()) {
        passwords.put(
            side.login(), lines.getProperty(side.login(), EmbeddedPostgres.randomPassword()));
      }
      if (!lines.equals(passwords)) {
        Properties anew = new Properties();
        anew.putAll(passwords);
        StringWriter text = new StringWriter();
        anew.store(text, null);
        SecretFiles.write(file, text.toString().getBytes(StandardCharsets.US_ASCII));
      }
      return new Logins(passwords);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The password of a login.
  public String password(String login) {
    String password = passwords.get(login);
    if (password == null) {
      throw new IllegalArgumentException("no such login");
    }
    return password;
  }

  @Override
  public String toString() {
    return "[logins]";
  }
}
