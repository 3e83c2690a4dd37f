package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FormNumbersTest {
  private static final Instant NOW = Instant.parse("2026-11-19T10:00:00Z");

  @Test
  void a_number_tells_its_age_to_every_node_with_the_same_key() {
    String number = at(NOW, 1).fresh();
    assertThat(number).hasSize(43);
    assertThat(at(NOW.plusSeconds(61), 1).age(number)).contains(Duration.ofSeconds(61));
  }

  @Test
  void a_number_of_another_installation_or_a_changed_one_is_not_ours() {
    String number = at(NOW, 1).fresh();
    assertThat(at(NOW, 2).age(number)).isEmpty();
    assertThat(at(NOW, 1).age("B" + number.substring(1))).isEmpty();
    assertThat(at(NOW, 1).age("")).isEmpty();
    assertThat(at(NOW, 1).age("!".repeat(43))).isEmpty();
  }

  private static FormNumbers at(Instant now, int installation) {
    byte[] key = new byte[32];
    key[0] = (byte) installation;
    return new FormNumbers(key, Clock.fixed(now, ZoneOffset.UTC));
  }
}
