package se.fristad.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.fristad.vault.Argon2;
import se.fristad.vault.Confidential;
import se.fristad.vault.Strength;

/// A word by which somebody proves that it is she: kept as Argon2id with a salt of its own, and
/// said of only whether it agrees. Nobody of us can read it, and so nobody can be made to tell it.
@Component
public class CodeWords {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT = 16;
  private static final int LENGTH = 32;
  private final Argon2 argon2;
  private final Strength strength;

  CodeWords(Argon2 argon2, Strength strength) {
    this.argon2 = argon2;
    this.strength = strength;
  }

  /// The word as it is kept; empty when too many wait for the same.
  public Optional<String> kept(Argon2.Lane lane, Confidential word) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    return hash(lane, word, salt)
        .map(hash -> HexFormat.of().formatHex(salt) + HexFormat.of().formatHex(hash));
  }

  /// Whether a word that somebody says is the one that is kept; empty when too many wait.
  public Optional<Boolean> agrees(Argon2.Lane lane, String kept, Confidential said) {
    byte[] both = HexFormat.of().parseHex(kept);
    return hash(lane, said, Arrays.copyOf(both, SALT))
        .map(hash -> MessageDigest.isEqual(hash, Arrays.copyOfRange(both, SALT, both.length)));
  }

  private Optional<byte[]> hash(Argon2.Lane lane, Confidential word, byte[] salt) {
    byte[] secret = folded(word).getBytes(StandardCharsets.UTF_8);
    try {
      return argon2.derive(lane, strength, secret, salt, null, LENGTH);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /// As people say a word: neither case nor spaces nor a full stop count.
  private static String folded(Confidential word) {
    return Normalizer.normalize(word.reveal(), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
        .strip();
  }
}
