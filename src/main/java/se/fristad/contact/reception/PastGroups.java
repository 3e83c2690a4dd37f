package se.fristad.contact.reception;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.contact.Queue;
import se.fristad.retention.Period;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// A group belongs to no conversation, and so nothing would end it: when it has been, its row and
/// the places in it end with the day after, as what was promised does.
@OnFace(Face.JOBS)
@Configuration(proxyBeanMethods = false)
class PastGroups {
  private static final int MOST = 200;

  @Bean
  Sweep endGroupsOfSupport(JdbcClient sql, AuditLog log, PlatformTransactionManager transactions) {
    return new Ending(Queue.SUPPORT, sql, log, new TransactionTemplate(transactions));
  }

  @Bean
  Sweep endGroupsOfChange(JdbcClient sql, AuditLog log, PlatformTransactionManager transactions) {
    return new Ending(Queue.CHANGE, sql, log, new TransactionTemplate(transactions));
  }

  private record Ending(Queue queue, JdbcClient sql, AuditLog log, TransactionTemplate transaction)
      implements Sweep {
    @Override
    public String name() {
      return "end-groups";
    }

    @Override
    public Side side() {
      return queue.side();
    }

    @Override
    public Duration every() {
      return Duration.ofHours(1);
    }

    @Override
    public void sweep(Instant now) {
      transaction.executeWithoutResult(status -> {
        List<UUID> ended =
            sql.sql(
                    "delete from "
                        + queue.schema()
                        + ".meeting where id in (select id from "
                        + queue.schema()
                        + ".meeting where kind = 'group' and until_at <= ? order by until_at limit ? for update skip locked) returning id")
                .params(Timestamp.from(now.minus(Period.PROMISE_KEPT.length())), MOST)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        for (UUID one : ended) {
          log.append(
              LogLine.about(null, null, null, "end_group", "group", one, "period", Outcome.DONE));
        }
      });
    }
  }
}
