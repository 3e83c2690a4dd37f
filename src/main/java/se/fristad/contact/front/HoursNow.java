package se.fristad.contact.front;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import se.fristad.centre.Centre;
import se.fristad.centre.KeptHours;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// When somebody is there, for everything that the public face says: the centre's hours, without
/// what the reception has closed on its page. At most a second old, asked once for all who look;
/// when the database does not answer, what was known stands.
@PublicOnly
@Component
public class HoursNow {
  private static final Logger LOG = LoggerFactory.getLogger(HoursNow.class);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Supplier<List<KeptHours.Closure>> closures;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Known known;

  @Autowired
  HoursNow(Doors doors, Centre centre, Clock clock) {
    this(
        () -> Sides.on(Side.FRONT, () -> doors.closures(Queue.SUPPORT, clock.instant())),
        centre.hours(),
        clock);
  }

  /// @param closures asks for the times for which the whole reception is closed
  public HoursNow(Supplier<List<KeptHours.Closure>> closures, OpeningHours hours, Clock clock) {
    this.closures = closures;
    this.clock = clock;
    this.known = new Known(new KeptHours(hours, List.of()), Instant.EPOCH);
  }

  private record Known(KeptHours hours, Instant at) {
    /// A clock that was set back makes nothing fresh.
    boolean isFresh(Instant now) {
      Duration age = Duration.between(at, now);
      return !age.isNegative() && age.compareTo(FRESH) < 0;
    }
  }

  /// The hours as they are kept.
  public KeptHours now() {
    Known before = known;
    if (before.isFresh(clock.instant()) || !asking.tryLock()) {
      return before.hours();
    }
    try {
      KeptHours fresh = new KeptHours(before.hours().hours(), closures.get());
      known = new Known(fresh, clock.instant());
      return fresh;
    } catch (DataAccessException | TransactionException unanswered) {
      LOG.warn("the public face keeps its old hours: {}", unanswered.getClass().getName());
      known = new Known(before.hours(), clock.instant());
      return before.hours();
    } finally {
      asking.unlock();
    }
  }
}
