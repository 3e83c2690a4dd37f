package se.fristad.contact;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.centre.Centre;
import se.fristad.centre.KeptHours;
import se.fristad.vault.Sides;

/// When somebody is there to answer at a door, as the reception keeps it (*mottagningens tider*):
/// the centre's hours without the times for which the whole reception is closed. Whoever is counted
/// as waiting waits in these hours only.
@Component
public class ClosedTimes {
  /// No wait is reckoned further back.
  private static final Duration FAR = Duration.ofDays(60);

  private final JdbcClient sql;
  private final Centre centre;

  ClosedTimes(JdbcClient sql, Centre centre) {
    this.sql = sql;
    this.centre = centre;
  }

  /// The hours of a queue's reception around a moment. Those who ask in their work are answered by
  /// the people who receive those who are exposed, and in their hours.
  public KeptHours around(Queue queue, Instant now) {
    Queue receives = queue == Queue.PROFESSIONAL ? Queue.SUPPORT : queue;
    return new KeptHours(
        centre.hours(), Sides.on(receives.side(), () -> closures(receives, now.minus(FAR))));
  }

  private List<KeptHours.Closure> closures(Queue queue, Instant since) {
    return sql.sql(
            "select from_at, until_at from "
                + queue.schema()
                + ".absence where worker is null and room is null and until_at > ? order by from_at")
        .param(Timestamp.from(since))
        .query((row, number) ->
            new KeptHours.Closure(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
        .list();
  }
}
