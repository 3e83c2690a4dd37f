package se.fristad.vault;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/// The cost of an Argon2id v1.3 derivation (RFC 9106).
///
/// @param kibibytes memory in KiB
/// @param passes iterations
/// @param lanes parallelism
public record Strength(int kibibytes, int passes, int lanes) {
  /// What phrases and passwords cost at least: 64 MiB, three passes, one lane. Measured at 230 ms
  /// on the machines we have.
  public static final Strength STANDARD = new Strength(64 * 1024, 3, 1);

  byte[] hash(byte[] secret, byte[] salt, byte @Nullable [] pepper, int length) {
    byte[] out = new byte[length];
    prepared(salt, pepper).generateBytes(secret, out);
    return out;
  }

  /// One derivation with its memory, which it wipes after each use. For one thread.
  Argon2BytesGenerator prepared(byte[] salt, byte @Nullable [] pepper) {
    Argon2Parameters.Builder parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt);
    if (pepper != null) {
      parameters.withSecret(pepper);
    }
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters.build());
    return generator;
  }
}
