package se.fristad.centre;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/// The time of a unit of work. Bound for the length of one call and never changed inside it.
///
/// Whoever asks the application's clock inside the call is answered the bound moment; outside, the
/// machine's time. The demonstration walks its invented year with it. The log and the doors ask the
/// database and not this.
public final class Moment {
  private static final ScopedValue<Instant> BOUND = ScopedValue.newInstance();

  private Moment() {}

  /// Runs `work` as if it were `moment`.
  public static void run(Instant moment, Runnable work) {
    ScopedValue.where(BOUND, moment).run(work);
  }

  /// As [#run(Instant, Runnable)], for work with a result.
  public static <T extends @org.jspecify.annotations.Nullable Object> T on(
      Instant moment, Supplier<T> work) {
    return ScopedValue.where(BOUND, moment).call(work::get);
  }

  /// Whether a moment is bound.
  public static boolean isBound() {
    return BOUND.isBound();
  }

  /// The application's clock: the bound moment, else what `otherwise` says.
  public static Clock clock(Clock otherwise) {
    return new Bound(otherwise, ZoneOffset.UTC);
  }

  private static final class Bound extends Clock {
    private final Clock otherwise;
    private final ZoneId zone;

    Bound(Clock otherwise, ZoneId zone) {
      this.otherwise = otherwise;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return BOUND.isBound() ? BOUND.get() : otherwise.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId another) {
      return new Bound(otherwise, another);
    }
  }
}
