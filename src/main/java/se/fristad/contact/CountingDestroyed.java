package se.fristad.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// She may take everything away at once, also before anybody has read it. That somebody got in
/// touch is counted even so: a day, a door and a language, told to the figures and then forgotten
/// here. Of those who come to change their own violence nothing is told to this side.
@OnFace(Face.JOBS)
@Configuration(proxyBeanMethods = false)
class CountingDestroyed {
  private static final int AT_ONCE = 100;

  @Bean
  Sweep countDestroyed(JdbcClient sql, Counted counted, PlatformTransactionManager transactions) {
    return new AtDoors(sql, counted, new TransactionTemplate(transactions));
  }

  private record Left(String door, LocalDate day, String language) {}

  private record AtDoors(JdbcClient sql, Counted counted, TransactionTemplate transaction)
      implements Sweep {
    @Override
    public String name() {
      return "count-destroyed";
    }

    @Override
    public Side side() {
      return Side.SUPPORT;
    }

    @Override
    public Duration every() {
      return Duration.ofMinutes(5);
    }

    @Override
    public void sweep(Instant now) {
      for (Queue queue : Queue.values()) {
        if (queue.side() == Side.SUPPORT) {
          while (Boolean.TRUE.equals(transaction.execute(status -> some(queue)))) {
            // until none is left
          }
        }
      }
    }

    private boolean some(Queue queue) {
      String table = queue.schema() + ".uncounted";
      List<Left> left =
          sql.sql(
                  "delete from "
                      + table
                      + " where id in (select id from "
                      + table
                      + " order by day limit ? for update skip locked) returning door, day, language")
              .param(AT_ONCE)
              .query((row, number) ->
                  new Left(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3)))
              .list();
      left.forEach(one ->
          Entrance.of(one.door())
              .ifPresent(entrance -> counted.destroyed(entrance, one.day(), one.language())));
      return left.size() == AT_ONCE;
    }
  }
}
