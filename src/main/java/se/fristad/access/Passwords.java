package se.fristad.access;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.fristad.vault.Argon2;
import se.fristad.vault.Confidential;
import se.fristad.vault.Strength;

/// What is stored of a password: Argon2id (RFC 9106), 64 MiB, three passes, one lane, with a salt
/// of its own. The scheme is stored with it so that it can be made stronger.
@StaffFace
@Component
final class Passwords {
  static final String SCHEME = "argon2id.v13.m65536.t3.p1";

  /// Shorter ones are refused. Nothing else is demanded: length is what counts.
  static final int SHORTEST = 12;

  static final int LONGEST = 200;
  private final Argon2 argon2;
  private final Strength strength;

  Passwords(Argon2 argon2, Strength strength) {
    this.argon2 = argon2;
    this.strength = strength;
  }

  /// The 32 bytes, or empty when too many wait.
  Optional<byte[]> hash(Confidential password, byte[] salt) {
    byte[] secret = password.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      return argon2.derive(Argon2.Lane.STAFF, strength, secret, salt, null, 32);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
