package se.fristad.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The master key for a start with a person present: it lies in `keys/master.sealed` under a
/// passphrase (Argon2id, RFC 9106: 256 MiB, four passes, some two seconds), so that nothing on the
/// disk opens anything by itself.
///
/// The opened key stays in memory as long as the program runs: keysets are read anew every minute,
/// and nobody can be asked each time.
public final class Passphrase implements MasterKey {
  /// Shorter ones are refused. Nothing else is demanded: length is what counts.
  public static final int SHORTEST = 16;

  static final Strength SLOW = new Strength(256 * 1024, 4, 1);
  private static final String SCHEME = "1";
  private static final String PURPOSE = "fristad/master/v1";

  private final byte[] key;

  private Passphrase(byte[] key) {
    this.key = key;
  }

  /// Where the sealed master key lies.
  public static Path file(Path keys) {
    return keys.resolve("master.sealed");
  }

  /// Seals a master key under a passphrase, in the place of an older one. It is the same key: what
  /// it opens, and the paper copies, stay good.
  public static void seal(Path keys, MasterKey master, Confidential passphrase) {
    seal(keys, master, passphrase, SLOW);
  }

  static void seal(Path keys, MasterKey master, Confidential passphrase, Strength strength) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    try (DataKey above = derived(passphrase, salt, strength);
        DataKey opened = master.open()) {
      String line =
          String.join(
              " ",
              SCHEME,
              HexFormat.of().formatHex(salt),
              Base64.getEncoder().encodeToString(above.wrap(opened, PURPOSE)));
      SecretFiles.write(file(keys), (line + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  /// Opens what [#seal] made; empty when it is not the passphrase, or the file was altered.
  public static Optional<Passphrase> open(Path keys, Confidential passphrase) {
    return open(keys, passphrase, SLOW);
  }

  static Optional<Passphrase> open(Path keys, Confidential passphrase, Strength strength) {
    List<String> parts =
        List.of(
            new String(SecretFiles.read(file(keys)), StandardCharsets.US_ASCII)
                .strip()
                .split(" ", 3));
    if (parts.size() != 3 || !parts.getFirst().equals(SCHEME)) {
      throw new Tampered();
    }
    try (DataKey above = derived(passphrase, HexFormat.of().parseHex(parts.get(1)), strength);
        DataKey opened = above.unwrap(Base64.getDecoder().decode(parts.get(2)), PURPOSE)) {
      return Optional.of(new Passphrase(opened.bytes().clone()));
    } catch (Tampered notThese) {
      return Optional.empty();
    }
  }

  /// The same words typed on another keyboard, or with another program, are the same.
  private static DataKey derived(Confidential passphrase, byte[] salt, Strength strength) {
    byte[] secret =
        Normalizer.normalize(passphrase.reveal().strip(), Normalizer.Form.NFKC)
            .getBytes(StandardCharsets.UTF_8);
    try {
      return DataKey.of(strength.hash(secret, salt, null, 32));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  @Override
  public DataKey open() {
    return DataKey.of(key.clone());
  }

  @Override
  public String toString() {
    return "[master key]";
  }
}
