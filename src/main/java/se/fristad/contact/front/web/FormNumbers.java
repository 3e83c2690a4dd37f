package se.fristad.contact.front.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The number in each form: the time it was written, signed under a key that all public nodes of
/// the installation share. It tells our forms from foreign ones where the browser does not say, and
/// old forms from new.
final class FormNumbers {
  /// Where the browser does not tell where a post comes from, only a form this young is ours.
  static final Duration YOUNG = Duration.ofMinutes(10);

  /// A form older than this is shown again with its text instead of being taken.
  static final Duration OLDEST = Duration.ofDays(1);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SIGNED = 16;
  private final SecretKeySpec key;
  private final Clock clock;

  FormNumbers(byte[] key, Clock clock) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.clock = clock;
  }

  /// A number for a form written now; always 43 characters.
  String fresh() {
    byte[] salt = new byte[8];
    RANDOM.nextBytes(salt);
    byte[] signed =
        ByteBuffer.allocate(SIGNED).putLong(clock.instant().getEpochSecond()).put(salt).array();
    byte[] whole = ByteBuffer.allocate(32).put(signed).put(mac(signed)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /// How old the form is; empty when the number is not ours.
  Optional<Duration> age(String number) {
    if (number.length() != 43) {
      return Optional.empty();
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(number);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
    byte[] signed = Arrays.copyOf(whole, SIGNED);
    if (!MessageDigest.isEqual(mac(signed), Arrays.copyOfRange(whole, SIGNED, whole.length))) {
      return Optional.empty();
    }
    Instant written = Instant.ofEpochSecond(ByteBuffer.wrap(signed).getLong());
    return Optional.of(Duration.between(written, clock.instant()));
  }

  private byte[] mac(byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(signed), 16);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC is part of every JDK", impossible);
    }
  }
}
