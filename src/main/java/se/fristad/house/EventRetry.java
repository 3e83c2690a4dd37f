package se.fristad.house;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;
import se.fristad.access.Faults;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Tells listeners again what they did not hear, because their node died or they failed.
///
/// The registry of events remembers but retries nothing by itself. Every half minute this gives up
/// on what has been under way for longer than [#STALE] and submits it again with growing pauses;
/// after [#TRIES] tries it becomes a numbered fault on the administrator's page and stays where it
/// is. Each side is retried on its own side, from its own table. Two nodes may do this at once: the
/// registry lets only one of them take a publication.
@Component
class EventRetry {
  /// A listener that has not been heard of for this long is taken for dead.
  static final Duration STALE = Duration.ofMinutes(2);

  /// After so many tries, the first one counted, a person must look.
  static final int TRIES = 10;

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int BATCH = 50;
  private final EventRows rows;
  private final FailedEventPublications failed;
  private final ObjectProvider<Faults> faults;
  private final Clock clock;
  private final Set<UUID> reported = new HashSet<>();

  EventRetry(
      EventRows rows, FailedEventPublications failed, ObjectProvider<Faults> faults, Clock clock) {
    this.rows = rows;
    this.failed = failed;
    this.faults = faults;
    this.clock = clock;
  }

  /// Retries what is due on one side.
  void retry(Side side) {
    Sides.run(
        side,
        () -> {
          Instant now = clock.instant();
          rows.giveUp(side, now.minus(STALE).atOffset(ZoneOffset.UTC));
          failed.resubmit(
              ResubmissionOptions.defaults()
                  .withBatchSize(BATCH)
                  .withFilter(publication -> isDue(publication, now)));
          rows.hopeless(side, TRIES).forEach(this::report);
        });
  }

  private static boolean isDue(EventPublication publication, Instant now) {
    Instant last = publication.getLastResubmissionDate();
    Instant tried = last == null ? publication.getPublicationDate() : last;
    int tries = publication.getCompletionAttempts();
    return tries < TRIES && !tried.plus(pause(tries)).isAfter(now);
  }

  /// The pause after so many tries: two minutes, four, eight … at most an hour.
  static Duration pause(int tries) {
    Duration pause = STALE.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private synchronized void report(EventRows.Hopeless event) {
    if (reported.add(event.id())) {
      faults.ifAvailable(
          page -> page.report(number(event.id()), "event", simpleName(event.listener())));
    }
  }

  /// The number under which the fault stands on the administrator's page.
  static String number(UUID id) {
    return id.toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  private static String simpleName(String listener) {
    String name = listener.replaceAll("\\(.*$", "").replaceAll("[^A-Za-z0-9_.$-]", "");
    return name.substring(Math.max(0, name.length() - 200));
  }

  /// Retries every side that this node serves.
  void retryAll(List<Side> sides) {
    sides.forEach(this::retry);
  }
}
