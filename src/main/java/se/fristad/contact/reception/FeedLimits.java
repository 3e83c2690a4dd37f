package se.fristad.contact.reception;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;

/// How often calendars elsewhere may fetch.
///
/// | what | in ten minutes | why |
/// | --- | --- | --- |
/// | one address, right or wrong | 20 | calendars ask every five minutes at the most; she may have three devices |
/// | addresses that nobody has, together | 300 | a secret of 256 bits is not guessed; this is for the database's sake |
///
/// When the second is reached, only addresses that were good before are looked up. Kept in memory,
/// by the hash of the secret and not by who asks. The counts are thrown away every ten minutes;
/// which addresses were good stays until one of them is not, or the node ends.
@StaffFace
@Component
final class FeedLimits {
  static final int EACH = 20;
  static final int UNKNOWN = 300;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<ByteBuffer, Integer> asked = new HashMap<>();
  private final Set<ByteBuffer> good = new HashSet<>();
  private Instant ends = Instant.MIN;
  private int unknown;

  FeedLimits(Clock clock) {
    this.clock = clock;
  }

  /// Whether an address may be looked up now.
  synchronized boolean mayAsk(byte[] hash) {
    Instant now = clock.instant();
    if (!now.isBefore(ends) || ends.isAfter(now.plus(WINDOW))) {
      asked.clear();
      unknown = 0;
      ends = now.plus(WINDOW);
    }
    ByteBuffer address = ByteBuffer.wrap(hash);
    if (unknown >= UNKNOWN && !good.contains(address)) {
      return false;
    }
    return asked.merge(address, 1, Integer::sum) <= EACH;
  }

  /// Nobody has this address, or not any more.
  synchronized void unknown(byte[] hash) {
    unknown++;
    good.remove(ByteBuffer.wrap(hash));
  }

  /// Somebody has this address.
  synchronized void known(byte[] hash) {
    good.add(ByteBuffer.wrap(hash));
  }
}
