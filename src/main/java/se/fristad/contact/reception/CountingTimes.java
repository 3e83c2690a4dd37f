package se.fristad.contact.reception;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.contact.Queue;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// Counts times as they begin, each side its own.
@OnFace(Face.JOBS)
@Configuration(proxyBeanMethods = false)
class CountingTimes {
  @Bean
  Sweep countTimesOfSupport(TimeCounts counts) {
    return new Counting(Queue.SUPPORT, counts);
  }

  @Bean
  Sweep countTimesOfChange(TimeCounts counts) {
    return new Counting(Queue.CHANGE, counts);
  }

  private record Counting(Queue queue, TimeCounts counts) implements Sweep {
    @Override
    public String name() {
      return "count-times";
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
      counts.count(queue, now);
    }
  }
}
