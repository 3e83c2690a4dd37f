package se.fristad.contact;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// Ends visits whose time is over: the key wrapped for the page goes at once, the mark a day later.
@OnFace(Face.JOBS)
@Configuration(proxyBeanMethods = false)
class EndingVisits {
  @Bean
  Sweep endVisitsForSupport(JdbcClient sql) {
    return new AtDoor(sql, Queue.SUPPORT);
  }

  @Bean
  Sweep endVisitsForChange(JdbcClient sql) {
    return new AtDoor(sql, Queue.CHANGE);
  }

  @Bean
  Sweep endVisitsForProfessionals(JdbcClient sql) {
    return new AtDoor(sql, Queue.PROFESSIONAL);
  }

  /// The visits of one door. By the database's clock, as the door counts.
  private record AtDoor(JdbcClient sql, Queue queue) implements Sweep {
    @Override
    public String name() {
      return "end-visits" + (queue == Queue.PROFESSIONAL ? "-professional" : "");
    }

    @Override
    public Side side() {
      return queue.side();
    }

    @Override
    public Duration every() {
      return Duration.ofMinutes(1);
    }

    @Override
    public void sweep(Instant now) {
      sql.sql("select " + queue.door() + ".sweep()").query(Integer.class).single();
    }
  }
}
