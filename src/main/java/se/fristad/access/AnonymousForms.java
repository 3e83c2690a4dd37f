package se.fristad.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.vault.StaffKeys;

/// The number in forms of those who are not logged in, for browsers that do not say where a post
/// comes from (`Sec-Fetch-Site`): signed by us, good for ten to twenty minutes, on every node.
@StaffFace
@Component
final class AnonymousForms {
  private static final long SLOT = 600;
  private final StaffKeys keys;
  private final Clock clock;

  AnonymousForms(StaffKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  String number() {
    return number(clock.instant().getEpochSecond() / SLOT);
  }

  boolean accepts(@Nullable String number) {
    if (number == null) {
      return false;
    }
    long slot = clock.instant().getEpochSecond() / SLOT;
    byte[] given = number.getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, number(slot).getBytes(StandardCharsets.UTF_8))
        | MessageDigest.isEqual(given, number(slot - 1).getBytes(StandardCharsets.UTF_8));
  }

  private String number(long slot) {
    return Secrets.base64(keys.index("anonymous-form", Long.toString(slot)));
  }
}
