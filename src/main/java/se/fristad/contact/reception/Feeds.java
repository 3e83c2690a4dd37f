package se.fristad.contact.reception;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.Colleagues;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Desk;
import se.fristad.contact.Queue;
import se.fristad.vault.Confidential;
import se.fristad.vault.Node;
import se.fristad.vault.Sides;

/// A calendar elsewhere (*kalenderprenumeration*): an address by which the calendar of a worker's
/// own telephone fetches when she is taken.
///
/// Nobody has one unless she asks. Only she turns hers on or renews it; she and the head turn it
/// off; and it dies by itself when it is asked for after she has been locked out or has another
/// role. Who has the address has what it tells, so it tells almost nothing: [CalendarFile].
@StaffFace
@Component
public class Feeds {
  /// How far ahead it tells.
  static final Duration AHEAD = Duration.ofDays(56);

  private static final String PURPOSE = "reception";
  private static final SecureRandom RANDOM = new SecureRandom();
  private final FeedRows rows;
  private final FeedLimits limits;
  private final Colleagues colleagues;
  private final Node node;
  private final AuditLog log;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Feeds(
      FeedRows rows,
      FeedLimits limits,
      Colleagues colleagues,
      Node node,
      AuditLog log,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.limits = limits;
    this.colleagues = colleagues;
    this.node = node;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.clock = clock;
  }

  /// An address that somebody has.
  ///
  /// @param language of its one word
  /// @param fetchedOn the last day on which it was fetched
  record Feed(
      UUID worker,
      UUID staff,
      String language,
      Instant madeAt,
      @Nullable LocalDate fetchedOn,
      int version) {}

  /// Somebody who receives, and her address when she has one.
  record Own(Queue queue, UUID worker, @Nullable Feed feed) {}

  /// What a calendar that asks is told.
  sealed interface Told {
    /// When she is taken.
    ///
    /// @param secret of the address
    record Taken(Feed feed, byte[] secret, List<FreeTimes.Span> spans, Instant at)
        implements Told {}

    /// It asks too often.
    record TooOften() implements Told {}

    /// Nobody has this address: it never was, or was turned off, or she works here no more.
    record Nobody() implements Told {}
  }

  /// As whom a viewer receives, and her address; empty when she does not receive.
  Optional<Own> own(Viewer viewer) {
    for (Queue queue : Receptions.seenBy(viewer)) {
      Optional<Own> own =
          here(
              queue,
              () ->
                  rows.worker(queue, viewer.staff())
                      .map(worker -> new Own(queue, worker, rows.of(queue, worker).orElse(null))));
      if (own.isPresent()) {
        return own;
      }
    }
    return Optional.empty();
  }

  /// Every address of a side, for the head.
  List<Feed> all(Queue queue) {
    return here(queue, () -> rows.all(queue));
  }

  /// A new address for the one who asks, whose older one ends with it. Its secret, to be shown once
  /// and kept nowhere; empty when she does not receive.
  Optional<Confidential> turnOn(Viewer viewer, String language) {
    Own own = own(viewer).orElse(null);
    if (own == null) {
      return Optional.empty();
    }
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    String written = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.instant();
    return here(
        own.queue(),
        () -> {
          int version =
              rows.keep(
                  own.queue(),
                  own.worker(),
                  hash(written),
                  language.equals("en") ? "en" : "sv",
                  now);
          log.append(
              viewer
                  .line(
                      version == 1 ? "calendar_on" : "calendar_renew",
                      "worker",
                      own.worker(),
                      PURPOSE,
                      Outcome.DONE)
                  .wrote(version, null));
          events.publishEvent(new ReceptionChanged("calendar", own.worker(), own.queue(), now));
          return Optional.of(Confidential.of(written));
        });
  }

  /// Turns an address off: her own, or anybody's for the head. False when there is none, or when it
  /// is somebody else's.
  boolean turnOff(Viewer viewer, UUID worker) {
    for (Queue queue : Receptions.seenBy(viewer)) {
      boolean done =
          here(
              queue,
              () -> {
                Feed feed = rows.of(queue, worker).orElse(null);
                if (feed == null) {
                  return false;
                }
                boolean may = viewer.role() == Role.HEAD || feed.staff().equals(viewer.staff());
                boolean ended = may && rows.end(queue, worker);
                log.append(
                    viewer
                        .line(
                            "calendar_off",
                            "worker",
                            worker,
                            PURPOSE,
                            ended ? Outcome.DONE : Outcome.REFUSED)
                        .wrote(feed.version(), null));
                if (ended) {
                  events.publishEvent(
                      new ReceptionChanged("calendar", worker, queue, clock.instant()));
                }
                return ended;
              });
      if (done) {
        return true;
      }
    }
    return false;
  }

  /// What a calendar with this in its address is told. Whatever is wrong with it, the same is done
  /// and answered.
  Told told(String written) {
    byte[] hash = hash(written);
    if (!limits.mayAsk(hash)) {
      return new Told.TooOften();
    }
    for (Queue queue : List.of(Queue.SUPPORT, Queue.CHANGE)) {
      if (node.opens(queue.side())) {
        Feed feed = here(queue, () -> rows.find(queue, hash)).orElse(null);
        if (feed != null) {
          return worksHere(queue, feed) ? taken(queue, feed, written) : ends(queue, feed, hash);
        }
      }
    }
    limits.unknown(hash);
    return new Told.Nobody();
  }

  private Told taken(Queue queue, Feed feed, String written) {
    limits.known(hash(written));
    Instant now = clock.instant();
    List<FreeTimes.Span> spans =
        here(
            queue,
            () -> {
              rows.fetched(queue, feed.worker(), now.atZone(OpeningHours.HERE).toLocalDate());
              return rows.taken(queue, feed.worker(), now, now.plus(AHEAD));
            });
    return new Told.Taken(feed, written.getBytes(StandardCharsets.US_ASCII), spans, now);
  }

  /// She works here no more, or in another role: her address ends now, and stays ended.
  private Told ends(Queue queue, Feed feed, byte[] hash) {
    here(
        queue,
        () -> {
          rows.end(queue, feed.worker());
          log.append(
              LogLine.about(
                      null,
                      null,
                      null,
                      "calendar_off",
                      "worker",
                      feed.worker(),
                      PURPOSE,
                      Outcome.DONE)
                  .wrote(feed.version(), null));
          events.publishEvent(
              new ReceptionChanged("calendar", feed.worker(), queue, clock.instant()));
          return true;
        });
    limits.unknown(hash);
    return new Told.Nobody();
  }

  private boolean worksHere(Queue queue, Feed feed) {
    return colleagues.with(Desk.answering(queue)).stream()
        .anyMatch(one -> one.id().equals(feed.staff()));
  }

  private static byte[] hash(String written) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  private <T> T here(Queue queue, Supplier<T> work) {
    return Sides.on(
        queue.side(),
        () -> {
          T done = transaction.execute(status -> work.get());
          if (done == null) {
            throw new IllegalStateException("no answer");
          }
          return done;
        });
  }
}
