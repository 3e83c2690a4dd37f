package se.fristad.access;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// How often one account name may be tried, whether the account exists or not: slower, never shut.
///
/// | failures within 15 minutes | pause before the next try |
/// | --- | --- |
/// | up to 5 | none |
/// | each one more | twice as long, from 2 seconds |
/// | at most | 5 minutes |
///
/// A code has a million values, of which three count: at one try in five minutes an attacker who
/// already knows the password finds one in some years. The pause is not longer because it also
/// meets the one whose account it is. Kept in memory, by the blind index of the name; a name that
/// was never tried takes no room.
@StaffFace
@Component
final class LoginLimits {
  static final int FREE = 5;
  static final Duration MEMORY = Duration.ofMinutes(15);
  static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int ROOM = 20_000;

  private record Tries(int failures, Instant last) {}

  private final Clock clock;
  private final Map<ByteBuffer, Tries> tried = new HashMap<>();

  LoginLimits(Clock clock) {
    this.clock = clock;
  }

  /// Whether this name may be tried now. The try counts as a failure from here on, until
  /// [#gotIn(byte[])]: a hundred tries sent at the same moment are a hundred tries, not one.
  synchronized boolean mayTry(byte[] index) {
    Instant now = clock.instant();
    Tries tries = tried.get(ByteBuffer.wrap(index));
    if (tries != null && now.isBefore(tries.last.plus(pause(tries.failures)))) {
      return false;
    }
    if (tried.size() >= ROOM) {
      tried.values().removeIf(old -> old.last.plus(MEMORY).isBefore(now));
    }
    tried.merge(
        ByteBuffer.wrap(index.clone()),
        new Tries(1, now),
        (old, fresh) ->
            old.last.plus(MEMORY).isBefore(now) ? fresh : new Tries(old.failures + 1, now));
    return true;
  }

  /// Takes a try back that was not carried out, since too many waited.
  synchronized void notTried(byte[] index) {
    tried.computeIfPresent(
        ByteBuffer.wrap(index),
        (name, old) -> old.failures <= 1 ? null : new Tries(old.failures - 1, old.last));
  }

  /// Forgets the failures of one who got in.
  synchronized void gotIn(byte[] index) {
    tried.remove(ByteBuffer.wrap(index));
  }

  static Duration pause(int failures) {
    if (failures < FREE) {
      return Duration.ZERO;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(failures - FREE + 1, 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
