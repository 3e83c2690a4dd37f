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
///
/// A call of a day gone by that nobody has ended is ended by the night, so that it dies after its
/// year.
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

  @Bean
  Sweep helpLeftOpenForSupport() {
    return new Night(Queue.SUPPORT);
  }

  @Bean
  Sweep helpLeftOpenForChange() {
    return new Night(Queue.CHANGE);
  }

  private void happened(String act, String what, UUID call, Queue queue, Instant now) {
    log.append(LogLine.about(null, null, null, act, "help", call, what, Outcome.DONE));
    events.publishEvent(new HelpChanged(what, call, queue, now));
    wake.ring();
  }

  private final class Night implements Sweep {
    /// What was called just before midnight is not of a day gone by.
    private static final Duration LEFT = Duration.ofHours(3);

    private final Queue queue;

    Night(Queue queue) {
      this.queue = queue;
    }

    @Override
    public Side side() {
      return queue.side();
    }

    @Override
    public String name() {
      return "help-left-open";
    }

    @Override
    public Duration every() {
      return Duration.ofMinutes(10);
    }

    @Override
    public void sweep(Instant now) {
      Instant day = Lobby.day(now);
      for (UUID call : rows.leftOpen(queue, Lobby.day(now.minus(LEFT)))) {
        transaction.executeWithoutResult(status -> {
          if (rows.lapse(queue, call, now)) {
            happened("end", "lapsed", call, queue, now);
          }
        });
      }
      rows.forgetListeners(queue, day);
    }
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
            happened("remind", "unanswered", call, queue, now);
          }
        });
      }
    }
  }
}
