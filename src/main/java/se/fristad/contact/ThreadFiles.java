package se.fristad.contact;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fristad.access.FileRule;
import se.fristad.retention.Holdings;

/// The two kinds of file that conversations are: who may open them, and when they die.
@Configuration(proxyBeanMethods = false)
class ThreadFiles {
  @Bean
  FileRule threadRule(
      ThreadRows rows,
      InvitationRows invitations,
      ConflictRows conflicts,
      Times times,
      Clock clock) {
    return new ThreadRule(
        ThreadRule.KIND, ThreadRule.ANSWER, rows, invitations, conflicts, times, clock);
  }

  @Bean
  FileRule consultationRule(
      ThreadRows rows,
      InvitationRows invitations,
      ConflictRows conflicts,
      Times times,
      Clock clock) {
    return new ThreadRule(
        ThreadRule.CONSULTATION, Queue.PROFESSIONALS, rows, invitations, conflicts, times, clock);
  }

  @Bean
  Holdings threadHoldings(JdbcClient sql, ThreadRows rows, Counted counted, Clock clock) {
    return new ThreadHoldings(ThreadRule.KIND, sql, rows, counted, clock);
  }

  @Bean
  Holdings consultationHoldings(JdbcClient sql, ThreadRows rows, Counted counted, Clock clock) {
    return new ThreadHoldings(ThreadRule.CONSULTATION, sql, rows, counted, clock);
  }
}
