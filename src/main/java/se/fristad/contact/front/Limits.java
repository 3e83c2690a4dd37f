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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// How often one neighbourhood of the net may do a thing, and how much of us it may hold at once.
///
/// Over the limit it goes slower, and never shut: the one who needs us may sit behind the same
/// address as the one who disturbs. Those who are over stand in one line per neighbourhood, a gap
/// apart. If each waited by itself, a thousand at once would all pass after the same five seconds,
/// and an inbox could be filled in a minute. Who would wait longer than the line is long is told to
/// try again and keeps what she typed.
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

  /// Below the idle time after which a server or a proxy gives a silent connection up.
  private static final Duration LONGEST_LINE = Duration.ofSeconds(20);

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
    BEGIN(30, Duration.ofSeconds(3)),
    /// Somebody who writes line by line sends six a minute; two do so at once. Booking a time costs
    /// no more than a line.
    SAY(120, Duration.ofSeconds(1)),
    /// Without a script an answer is looked for by hand; a page that has lost its stream looks
    /// every four seconds.
    LOOK(600, Duration.ofMillis(200)),
    /// Every four seconds while somebody writes: two at once, and what is over is dropped.
    TYPING(300, Duration.ofSeconds(1)),
    /// Each costs Argon2 (0.2 s, 64 MiB); one person needs one, and perhaps new ones.
    WORDS(20, Duration.ofSeconds(3)),
    /// Each costs Argon2 and is a guess at 44 bits: ten in ten minutes is sixty an hour, and one
    /// person mistypes five times.
    RETURN(10, Duration.ofSeconds(3));

    private final int free;
    private final Duration gap;

    Limit(int free, Duration gap) {
      this.free = free;
      this.gap = gap;
    }

    /// How many pass without a pause.
    public int free() {
      return free;
    }
  }

  /// What one neighbourhood may hold at once, each with its reason.
  public enum Room {
    /// Posts that are being answered or stand in a line: a school's worth, and a bound for what
    /// slow readers can make us keep in memory.
    ACT(200),
    /// Open pages with a stream; more of them ask every four seconds instead.
    STREAM(400),
    /// Files on their way in: half of what a node takes at once, so that one neighbourhood that
    /// sends slowly leaves room for the others.
    FILE(2);

    private final int most;

    Room(int most) {
      this.most = most;
    }

    /// How many fit.
    public int most() {
      return most;
    }
  }

  /// Somebody in a room; closing it lets the next one in.
  public interface Inside extends AutoCloseable {
    @Override
    void close();
  }

  private record Window(
      Instant ends,
      SecretKeySpec key,
      AtomicIntegerArray counters,
      AtomicLongArray lines,
      AtomicIntegerArray rooms) {
    static Window from(Instant now) {
      byte[] key = new byte[32];
      RANDOM.nextBytes(key);
      return new Window(
          now.plus(WINDOW),
          new SecretKeySpec(key, "HmacSHA256"),
          new AtomicIntegerArray(COUNTERS),
          new AtomicLongArray(COUNTERS),
          new AtomicIntegerArray(COUNTERS));
    }

    int counter(Enum<?> what, byte[] neighbourhood) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(what.name().getBytes(StandardCharsets.US_ASCII));
        byte[] place = mac.doFinal(neighbourhood);
        return (place[0] & 0xff) << 8 | (place[1] & 0xff);
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("HMAC is part of every JDK", impossible);
      }
    }
  }

  /// Counts one, and answers how long this one waits: nothing within the limit, then its turn in
  /// the line. Empty when the line is too long.
  ///
  /// @param address the other end as the server knows it; forgotten before this returns
  public Optional<Duration> pause(Limit limit, String address) {
    Window now = window();
    int counter = now.counter(limit, neighbourhood(address));
    if (now.counters().incrementAndGet(counter) <= limit.free()) {
      return Optional.of(Duration.ZERO);
    }
    long here = clock.millis();
    while (true) {
      long last = now.lines().get(counter);
      long turn = Math.max(here, last) + limit.gap.toMillis();
      if (turn - here > LONGEST_LINE.toMillis()) {
        return Optional.empty();
      }
      if (now.lines().compareAndSet(counter, last, turn)) {
        return Optional.of(Duration.ofMillis(turn - here));
      }
    }
  }

  /// Lets one in, until it is closed; empty when the neighbourhood's room is full.
  public Optional<Inside> enter(Room room, String address) {
    Window now = window();
    int counter = now.counter(room, neighbourhood(address));
    if (now.rooms().incrementAndGet(counter) > room.most) {
      now.rooms().decrementAndGet(counter);
      return Optional.empty();
    }
    AtomicBoolean inside = new AtomicBoolean(true);
    return Optional.of(() -> {
      if (inside.compareAndSet(true, false)) {
        now.rooms().decrementAndGet(counter);
      }
    });
  }

  private Window window() {
    Window now = window;
    Instant at = clock.instant();
    // of a clock that was set back no key lives the longer
    if (!at.isBefore(now.ends()) || at.isBefore(now.ends().minus(WINDOW))) {
      now = Window.from(at);
      window = now;
    }
    return now;
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
