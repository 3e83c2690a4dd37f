package se.fristad.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.centre.KeptHours;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// The ladder for who is unanswered: live, in writing, and what was promised for a time. Each step
/// is taken once for each wait, in one transaction with its line in the log, so that a node that is
/// killed half-way takes it when it comes back, and two nodes take it once.
@OnFace(Face.JOBS)
@Configuration(proxyBeanMethods = false)
class Ladder {
  private final LadderRows rows;
  private final Times times;
  private final ClosedTimes closed;
  private final AuditLog log;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Ladder(
      LadderRows rows,
      Times times,
      ClosedTimes closed,
      AuditLog log,
      Wake wake,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.times = times;
    this.closed = closed;
    this.log = log;
    this.wake = wake;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Bean
  Sweep climbForSupport() {
    return new Climb(Side.SUPPORT);
  }

  @Bean
  Sweep climbForChange() {
    return new Climb(Side.PERPETRATOR);
  }

  /// The ladder of one side.
  private final class Climb implements Sweep {
    private final Side side;

    Climb(Side side) {
      this.side = side;
    }

    @Override
    public Side side() {
      return side;
    }

    @Override
    public String name() {
      return "climb-ladder";
    }

    @Override
    public Duration every() {
      return Duration.ofSeconds(20);
    }

    @Override
    public void sweep(Instant now) {
      for (Queue queue : Queue.values()) {
        if (queue.side() == side) {
          KeptHours hours = closed.around(queue, now);
          for (LadderRows.Waits one : rows.waiting(queue, now)) {
            Duration waited = hours.openBetween(one.since(), now);
            due(waited, one.live(), times)
                .forEach(step -> climb(queue, one.thread(), step, one.since(), now));
          }
          for (LadderRows.Due one : rows.unkept(queue, now.minus(times.callback()))) {
            climb(queue, one.thread(), Step.CALLBACK, one.dueAt(), now);
          }
          for (LadderRows.Due one : rows.missing(queue, now)) {
            climb(queue, one.thread(), Step.NO_SHOW, one.dueAt(), now);
          }
        }
      }
    }

    private void climb(Queue queue, UUID thread, Step step, Instant since, Instant now) {
      transaction.executeWithoutResult(status -> {
        if (rows.climb(queue, thread, step, since, now)) {
          log.append(
              LogLine.about(
                  null, null, null, "remind", queue.kind(), thread, step.code(), Outcome.DONE));
          events.publishEvent(new LadderClimbed(thread, queue, step, now));
          wake.ring();
        }
      });
    }
  }

  /// The steps that are reached after a wait, each from the moment when it is as long.
  static List<Step> due(Duration waited, boolean live, Times times) {
    List<Step> due = new ArrayList<>();
    List<Step> lives = List.of(Step.LIVE_1, Step.LIVE_2, Step.LIVE_3);
    for (int i = 0; live && i < lives.size(); i++) {
      if (waited.compareTo(times.live().get(i)) >= 0) {
        due.add(lives.get(i));
      }
    }
    List<Step> messages = List.of(Step.MESSAGE_1, Step.MESSAGE_2);
    for (int i = 0; i < messages.size(); i++) {
      if (waited.compareTo(times.message().get(i)) >= 0) {
        due.add(messages.get(i));
      }
    }
    return due;
  }
}
