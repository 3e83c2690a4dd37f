package se.fristad.contact.lobby;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.contact.Queue;
import se.fristad.contact.Wake;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// A call for help that nobody has answered climbs to the head: once, with its line in the log. The
/// pages do not wait for it, they reckon the minute themselves; it makes what happened durable.
@OnFace(Face.JOBS)
@Configuration(proxyBeanMethods = false)
class HelpLadder {
  private final HelpRows rows;
  private final LobbyTimes times;
  private final AuditLog log;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  HelpLadder(
      HelpRows rows,
      LobbyTimes times,
      AuditLog log,
      Wake wake,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.times = times;
    this.log = log;
    this.wake = wake;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Bean
  Sweep unansweredHelpForSupport() {
    return new Climb(Queue.SUPPORT);
  }

  @Bean
  Sweep unansweredHelpForChange() {
    return new Climb(Queue.CHANGE);
  }

  private final class Climb implements Sweep {
    private final Queue queue;

    Climb(Queue queue) {
      this.queue = queue;
    }

    @Override
    public Side side() {
      return queue.side();
    }

    @Override
    public String name() {
      return "unanswered-help";
    }

    @Override
    public Duration every() {
      return Duration.ofSeconds(20);
    }

    @Override
    public void sweep(Instant now) {
      for (UUID call : rows.unanswered(queue, now.minus(times.unanswered()))) {
        transaction.executeWithoutResult(status -> {
          if (rows.climb(queue, call, now)) {
            log.append(
                LogLine.about(
                    null, null, null, "remind", "help", call, "unanswered", Outcome.DONE));
            events.publishEvent(new HelpChanged("unanswered", call, queue, now));
            wake.ring();
          }
        });
      }
    }
  }
}
