package se.fristad.house;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;
import se.fristad.access.FaultBook;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Gives events that nobody heard to their listeners again: after two minutes, with growing pauses,
/// ten times; then it is a numbered fault on the administrator's page. Modulith's registry keeps
/// events but retries nothing by itself.
@Component
class EventRetry {
  private static final Logger LOG = LoggerFactory.getLogger(EventRetry.class);

  /// An event that is not heard within this time counts as lost: the node was killed between commit
  /// and listener.
  static final Duration LOST_AFTER = Duration.ofMinutes(2);

  /// After so many tries a person must look.
  static final int TRIES = 10;

  /// The number of tries of an event that has been reported as a fault.
  private static final int GIVEN_UP = 1_000;

  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private final JdbcClient sql;
  private final FailedEventPublications failed;
  private final ObjectProvider<FaultBook> faults;
  private final Clock clock;

  EventRetry(
      JdbcClient sql,
      FailedEventPublications failed,
      ObjectProvider<FaultBook> faults,
      Clock clock) {
    this.sql = sql;
    this.failed = failed;
    this.faults = faults;
    this.clock = clock;
  }

  /// Looks through the events of one side.
  void retry(Side side) {
    Sides.run(side, () -> retryHere("events_" + side.code() + ".event_publication"));
  }

  private void retryHere(String table) {
    Instant now = clock.instant();
    sql.sql(
            "update "
                + table
                + " set status = 'FAILED' where status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')"
                + " and coalesce(last_resubmission_date, publication_date) < ?")
        .param(Timestamp.from(now.minus(LOST_AFTER)))
        .update();
    failed.resubmit(ResubmissionOptions.defaults().withFilter(event -> isDue(event, now)));
    giveUp(table);
  }

  private static boolean isDue(EventPublication event, Instant now) {
    int tries = event.getCompletionAttempts();
    Instant last = event.getLastResubmissionDate();
    Instant since = last == null ? event.getPublicationDate() : last;
    return tries < TRIES && !since.plus(pause(tries)).isAfter(now);
  }

  /// How long to wait after so many tries: two minutes, doubled each time, six hours at the most.
  static Duration pause(int tries) {
    Duration doubled = LOST_AFTER.multipliedBy(1L << Math.clamp(tries - 1, 0, 20));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private void giveUp(String table) {
    List<UUID> given =
        sql.sql(
                "update "
                    + table
                    + " set completion_attempts = ? where status = 'FAILED' and completion_attempts between ? and ? returning id")
            .params(GIVEN_UP, TRIES, GIVEN_UP - 1)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    for (UUID event : given) {
      String number = event.toString().substring(0, 8);
      LOG.error("an event was not heard after {} tries; fault {}", TRIES, number);
      faults.ifAvailable(page -> page.report(number, "event-not-heard", table));
    }
  }
}
