package se.fristad.contact.lobby;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.contact.Queue;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// Finds those who did not come when nobody has ticked anything: each once, in one transaction with
/// the task to find out and the line in the log. A call by telephone or video is no such time:
/// whoever waits at that end ticks it herself.
@OnFace(Face.JOBS)
@Configuration(proxyBeanMethods = false)
class NoShowFinding {
  private final NoShowRows rows;
  private final LobbyRows lobby;
  private final FindingOut finding;
  private final LobbyTimes times;
  private final AuditLog log;
  private final TransactionTemplate transaction;

  NoShowFinding(
      NoShowRows rows,
      LobbyRows lobby,
      FindingOut finding,
      LobbyTimes times,
      AuditLog log,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.lobby = lobby;
    this.finding = finding;
    this.times = times;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Bean
  Sweep noShowsForSupport() {
    return new Find(Queue.SUPPORT);
  }

  @Bean
  Sweep noShowsForChange() {
    return new Find(Queue.CHANGE);
  }

  private final class Find implements Sweep {
    private final Queue queue;

    Find(Queue queue) {
      this.queue = queue;
    }

    @Override
    public Side side() {
      return queue.side();
    }

    @Override
    public String name() {
      return "find-no-shows";
    }

    @Override
    public Duration every() {
      return Duration.ofMinutes(1);
    }

    @Override
    public void sweep(Instant now) {
      for (NoShowRows.Missed one : rows.missed(queue, times.missed(), now)) {
        transaction.executeWithoutResult(status -> {
          // whoever ticks her as come holds the same row: she is asked for again under it
          boolean stillMissed =
              lobby.lockThread(queue, one.thread())
                  && rows.missed(queue, times.missed(), now).contains(one);
          if (stillMissed) {
            lobby.tick(queue, one.meeting(), Expected.State.ABSENT, null, now);
            lobby.count(queue, one.from(), "did_not_come", 1);
            lobby.written(queue, one.thread());
            finding.begin(queue, one.meeting(), one.thread(), now);
            log.append(
                LogLine.about(
                    null,
                    null,
                    null,
                    "remind",
                    queue.kind(),
                    one.thread(),
                    "did_not_come",
                    Outcome.DONE));
          }
        });
      }
    }
  }
}
