package se.fristad.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.jspecify.annotations.Nullable;

/// From four words to a lookup and a key.
///
/// Argon2id over the words with a fixed salt of the installation and a pepper as secret input, 64
/// bytes, then HKDF. The `lookup` is stored and found; the `key` wraps the thread's data key and is
/// stored nowhere. Salt and pepper lie on the public node's disk (`keys/phrase`, 0600), never in
/// the database: a stolen database cannot be searched for words.
public final class PhraseKeys {
  /// The number of the scheme, stored with each phrase.
  public static final int SCHEME = 1;

  private static final int SLOW_ENOUGH_MILLIS = 150;
  private final Argon2 argon2;
  private final Strength strength;
  private final byte[] salt;
  private final byte[] pepper;
  private final ThreadLocal<SoftReference<@Nullable Argon2BytesGenerator>> memory =
      ThreadLocal.withInitial(() -> new SoftReference<>(null));

  PhraseKeys(Argon2 argon2, Strength strength, Path keys) {
    this.argon2 = argon2;
    List<String> parts =
        List.of(
            new String(SecretFiles.read(file(keys)), StandardCharsets.US_ASCII)
                .strip()
                .split(" ", 3));
    this.strength = new Strength(strength.kibibytes(), Integer.parseInt(parts.get(0)), 1);
    this.salt = HexFormat.of().parseHex(parts.get(1));
    this.pepper = HexFormat.of().parseHex(parts.get(2));
  }

  /// What the words gave.
  public sealed interface Derived {
    /// @param lookup 32 bytes, stored and searched
    /// @param key wraps and unwraps the thread's data key; the caller closes it
    @SuppressWarnings("ArrayRecordComponent")
    record Ready(byte[] lookup, DataKey key) implements Derived {}

    /// Too many ask at once.
    record Busy() implements Derived {}
  }

  /// Derives lookup and key from words that are already normalised. Wrong and unknown words cost
  /// the same.
  public Derived derive(Confidential words) {
    byte[] secret = words.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      return argon2
          .derive(
              Argon2.Lane.PUBLIC,
              () -> {
                byte[] root = new byte[64];
                prepared().generateBytes(secret, root);
                return root;
              })
          .<Derived>map(PhraseKeys::split)
          .orElseGet(Derived.Busy::new);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /// A key for another purpose that all public nodes of the installation share: 32 bytes out of the
  /// pepper.
  ///
  /// @param purpose says what the key is for, and makes it unlike every other
  public byte[] derived(String purpose) {
    try {
      return Hkdf.computeHkdf(
          "HmacSha256", pepper, salt, purpose.getBytes(StandardCharsets.UTF_8), 32);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HKDF is part of every JDK", impossible);
    }
  }

  /// 64 MiB that are used again by the next who asks: made anew for each, the collector moves them
  /// about, and every page of a node in a flood waits for that. Given back when memory is short.
  private Argon2BytesGenerator prepared() {
    Argon2BytesGenerator ready = memory.get().get();
    if (ready == null) {
      ready = strength.prepared(salt, pepper);
      memory.set(new SoftReference<>(ready));
    }
    return ready;
  }

  private static Derived split(byte[] root) {
    try {
      byte[] lookup =
          Hkdf.computeHkdf(
              "HmacSha256",
              root,
              new byte[0],
              "fristad/phrase/lookup".getBytes(StandardCharsets.UTF_8),
              32);
      return new Derived.Ready(lookup, DataKey.derived(root, "fristad/phrase/key"));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HKDF is part of every JDK", impossible);
    } finally {
      Arrays.fill(root, (byte) 0);
    }
  }

  /// Makes salt and pepper for a new installation and raises the passes until one derivation takes
  /// 150 ms on this machine.
  static void prepare(Path keys) {
    SecureRandom random = new SecureRandom();
    byte[] salt = new byte[16];
    byte[] pepper = new byte[32];
    random.nextBytes(salt);
    random.nextBytes(pepper);
    int passes = Strength.STANDARD.passes();
    new Strength(Strength.STANDARD.kibibytes(), passes, 1).hash(salt, salt, pepper, 64);
    while (passes < 32) {
      long began = System.nanoTime();
      new Strength(Strength.STANDARD.kibibytes(), passes, 1).hash(salt, salt, pepper, 64);
      if ((System.nanoTime() - began) / 1_000_000 >= SLOW_ENOUGH_MILLIS) {
        break;
      }
      passes++;
    }
    String line =
        passes
            + " "
            + HexFormat.of().formatHex(salt)
            + " "
            + HexFormat.of().formatHex(pepper)
            + "\n";
    SecretFiles.write(file(keys), line.getBytes(StandardCharsets.US_ASCII));
  }

  static Path file(Path keys) {
    return keys.resolve("phrase");
  }
}
