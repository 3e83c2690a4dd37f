package se.fristad.contact.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.house.TestClock;

class LimitsTest {
  private final TestClock clock = new TestClock();
  private final Limits limits = new Limits(clock);

  @Test
  void within_the_limit_nobody_waits_and_over_it_nobody_waits_more_than_five_seconds() {
    for (int n = 0; n < Limit.RETURN.free(); n++) {
      assertThat(limits.pause(Limit.RETURN, "192.0.2.7")).isZero();
    }
    assertThat(limits.pause(Limit.RETURN, "192.0.2.7")).isEqualTo(Duration.ofSeconds(1));
    IntStream.range(0, 50).forEach(n -> limits.pause(Limit.RETURN, "192.0.2.7"));
    assertThat(limits.pause(Limit.RETURN, "192.0.2.200"))
        .as("the same neighbourhood")
        .isEqualTo(Duration.ofSeconds(5));
    clock.advance(Duration.ofMinutes(10));
    assertThat(limits.pause(Limit.RETURN, "192.0.2.7")).as("forgotten after ten minutes").isZero();
  }

  @Test
  void a_neighbourhood_is_a_24_or_a_56() {
    assertThat(Limits.neighbourhood("192.0.2.7"))
        .isEqualTo(Limits.neighbourhood("192.0.2.8"))
        .hasSize(3);
    assertThat(Limits.neighbourhood("[2001:db8:1:2ab::1]"))
        .isEqualTo(Limits.neighbourhood("2001:db8:1:2cd::9%eth0"))
        .hasSize(7);
    assertThat(Limits.neighbourhood("2001:db8:1:300::1"))
        .isNotEqualTo(Limits.neighbourhood("2001:db8:1:2ab::1"));
    assertThat(Limits.neighbourhood("not an address")).isEmpty();
  }
}
