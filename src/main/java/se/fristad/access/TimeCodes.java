package se.fristad.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// The six digits of an authenticator app (TOTP, RFC 6238: HMAC-SHA1, 30 seconds).
///
/// The step before and the step after count too, since clocks differ; a step that was used is never
/// taken again, nor one before it.
final class TimeCodes {
  static final int SECONDS = 30;
  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();

  /// The step whose code was typed, or empty. Every step is computed, whatever was typed.
  ///
  /// @param lastUsed the last step that was accepted, or a negative number
  OptionalLong step(byte[] secret, String typed, Instant now, long lastUsed) {
    byte[] digits = typed.replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8);
    long current = Math.floorDiv(now.getEpochSecond(), (long) SECONDS);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - 1; step <= current + 1; step++) {
      byte[] expected = code(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(expected, digits) && step > lastUsed) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /// The code of a step, six digits.
  String code(byte[] secret, long step) {
    try {
      int code =
          generator.generateOneTimePassword(
              new SecretKeySpec(secret, generator.getAlgorithm()),
              Instant.ofEpochSecond(step * SECONDS));
      return String.format(Locale.ROOT, "%06d", code);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("any bytes are a key of HMAC", impossible);
    }
  }
}
