package se.fristad.contact.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.contact.front.Limits.Room;
import se.fristad.house.TestClock;

class LimitsTest {
  private final TestClock clock = new TestClock();
  private final Limits limits = new Limits(clock);

  @Test
  void within_the_limit_nobody_waits_and_over_it_one_goes_after_the_other() {
    for (int n = 0; n < Limit.RETURN.free(); n++) {
      assertThat(limits.pause(Limit.RETURN, "192.0.2.7")).contains(Duration.ZERO);
    }
    clock.freeze();
    assertThat(limits.pause(Limit.RETURN, "192.0.2.7")).contains(Duration.ofSeconds(3));
    assertThat(limits.pause(Limit.RETURN, "192.0.2.200"))
        .as("the same neighbourhood, at the same moment")
        .contains(Duration.ofSeconds(6));
    clock.advance(Duration.ofSeconds(30));
    assertThat(limits.pause(Limit.RETURN, "192.0.2.7"))
        .as("when the line is empty")
        .contains(Duration.ofSeconds(3));
    clock.advance(Duration.ofMinutes(10));
    assertThat(limits.pause(Limit.RETURN, "192.0.2.7"))
        .as("forgotten after ten minutes")
        .contains(Duration.ZERO);
  }

  @Test
  void of_a_clock_that_is_set_back_nothing_is_remembered_for_longer() {
    clock.freeze();
    for (int n = 0; n < Limit.RETURN.free(); n++) {
      assertThat(limits.pause(Limit.RETURN, "192.0.2.7")).contains(Duration.ZERO);
    }
    clock.advance(Duration.ofSeconds(-1));
    assertThat(limits.pause(Limit.RETURN, "192.0.2.7")).contains(Duration.ZERO);
  }

  @Test
  void a_thousand_at_once_are_one_line_and_not_a_thousand_short_waits() {
    clock.freeze();
    long passed =
        IntStream.range(0, 1_000)
            .mapToObj(n -> limits.pause(Limit.BEGIN, "192.0.2.7"))
            .filter(Optional::isPresent)
            .count();
    assertThat(passed).isEqualTo(Limit.BEGIN.free() + 6);
    assertThat(limits.pause(Limit.BEGIN, "198.51.100.7")).contains(Duration.ZERO);
  }

  @Test
  void a_room_lets_in_as_many_as_it_holds_and_one_for_each_that_leaves() {
    List<Limits.Inside> inside = new ArrayList<>();
    for (int n = 0; n < Room.ACT.most(); n++) {
      inside.add(limits.enter(Room.ACT, "192.0.2.7").orElseThrow());
    }
    assertThat(limits.enter(Room.ACT, "192.0.2.8")).isEmpty();
    assertThat(limits.enter(Room.ACT, "198.51.100.7")).isPresent();
    inside.getFirst().close();
    inside.getFirst().close();
    assertThat(limits.enter(Room.ACT, "192.0.2.7")).isPresent();
    assertThat(limits.enter(Room.ACT, "192.0.2.7")).isEmpty();
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
