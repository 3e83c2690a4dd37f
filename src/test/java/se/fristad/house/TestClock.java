package se.fristad.house;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A clock that goes, and that the test moves.
public final class TestClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;
  private volatile @Nullable Instant frozen;

  /// Moves time forward.
  public void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  /// Goes to a moment; time goes on from there.
  public void set(Instant moment) {
    ahead = Duration.between(Clock.systemUTC().instant(), moment);
  }

  /// Stands still: only the test moves it.
  public void freeze() {
    frozen = Clock.systemUTC().instant();
  }

  /// Goes back to the time of day.
  public void reset() {
    ahead = Duration.ZERO;
    frozen = null;
  }

  @Override
  public Instant instant() {
    Instant still = frozen;
    return (still == null ? Clock.systemUTC().instant() : still).plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.tick(this, Duration.ofNanos(1)).withZone(zone);
  }
}
