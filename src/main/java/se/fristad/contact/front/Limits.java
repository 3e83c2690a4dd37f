package se.fristad.contact.front;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// How often one neighbourhood of the net may do a thing. Over the limit it goes slower, and never
/// shut: the one who needs us may sit behind the same address as the one who disturbs.
///
/// 65,536 counters in memory, found by an HMAC of the neighbourhood (/24 or /56) under a key that
/// lives ten minutes; then key and counters are thrown away. Many neighbourhoods share a counter,
/// so that a counter says nothing about anyone. No address is kept, logged, stored or measured here
/// or anywhere else.
@PublicOnly
@Component
public class Limits {
  private static final int COUNTERS = 65_536;
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int LONGEST_PAUSE_SECONDS = 5;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Clock clock;
  private volatile Window window;

  Limits(Clock clock) {
    this.clock = clock;
    this.window = Window.from(clock.instant());
  }

  /// The limits, each in ten minutes, with its reason.
  public enum Limit {
    /// A school, a library, a reception centre have one address: new threads from all of it, with
    /// room to spare.
    BEGIN(30),
    /// Somebody who writes line by line sends six a minute; two do so at once.
    SAY(120),
    /// Without a script an answer is looked for by hand; a page that has lost its stream looks
    /// every four seconds.
    LOOK(600),
    /// Each costs Argon2 (0.2 s, 64 MiB); one person needs one, and perhaps new ones.
    WORDS(20),
    /// Each costs Argon2 and is a guess at 44 bits: ten in ten minutes is sixty an hour, and one
    /// person mistypes five times.
    RETURN(10);

    private final int free;

    Limit(int free) {
      this.free = free;
    }

    /// How many pass without a pause.
    public int free() {
      return free;
    }
  }

  private record Window(Instant ends, SecretKeySpec key, AtomicIntegerArray counters) {
    static Window from(Instant now) {
      byte[] key = new byte[32];
      RANDOM.nextBytes(key);
      return new Window(
          now.plus(WINDOW), new SecretKeySpec(key, "HmacSHA256"), new AtomicIntegerArray(COUNTERS));
    }

    int counter(Limit limit, byte[] neighbourhood) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(limit.name().getBytes(StandardCharsets.US_ASCII));
        byte[] place = mac.doFinal(neighbourhood);
        return (place[0] & 0xff) << 8 | (place[1] & 0xff);
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("HMAC is part of every JDK", impossible);
      }
    }
  }

  /// Counts one, and answers how long this one waits: nothing within the limit, then one second
  /// more for each, five at most.
  ///
  /// @param address the other end as the server knows it; forgotten before this returns
  public Duration pause(Limit limit, String address) {
    Window now = window;
    if (!clock.instant().isBefore(now.ends())) {
      now = Window.from(clock.instant());
      window = now;
    }
    int over =
        now.counters().incrementAndGet(now.counter(limit, neighbourhood(address))) - limit.free();
    return Duration.ofSeconds(Math.clamp(over, 0, LONGEST_PAUSE_SECONDS));
  }

  static byte[] neighbourhood(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address.replaceAll("[\\[\\]]|%.*$", ""));
      return Arrays.copyOf(parsed.getAddress(), parsed instanceof Inet4Address ? 3 : 7);
    } catch (IllegalArgumentException none) {
      return new byte[0];
    }
  }
}
