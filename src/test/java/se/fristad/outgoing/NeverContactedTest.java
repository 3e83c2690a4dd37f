package se.fristad.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fristad.vault.Confidential;

/// Those who must never be contacted, in whatever way it is written.
class NeverContactedTest {
  private final NeverContacted never =
      NeverContacted.nobody()
          .with(text("070-174 06 11"), text("Prästgatan 4 B, Uppsala"), text("Nabil Al-Exempel"));

  @ParameterizedTest
  @CsvSource({
    "CALL, +46701740611, true",
    "CALL, 0046 70 174 06 11, true",
    "TEXT_MESSAGE, 0701740611, true",
    "CALL, 0701740612, false",
    "CALL, '', false",
    "LETTER, 'prästgatan 4b', true",
    "LETTER, 'PRÄSTGATAN 4 b lgh 1102', true",
    "LETTER, 'Prästgatan 4', false",
    "LETTER, 'Prästgatan 45', false",
    "LETTER, '', false",
    "THREAD, 0701740611, false",
  })
  void a_number_and_an_address_are_the_same_however_they_are_written(
      Channel channel, String to, boolean met) {
    assertThat(never.meets(channel, text(to))).isEqualTo(met);
  }

  @Test
  void a_name_is_found_whole_and_nobody_is_printed() {
    assertThat(never.named(text("Till skolan, och till NABIL AL EXEMPEL."))).isTrue();
    assertThat(never.named(text("Till Nabil"))).isFalse();
    assertThat(NeverContacted.nobody().named(text("Nabil Al-Exempel"))).isFalse();
    assertThat(NeverContacted.nobody().meets(Channel.CALL, text("0701740611"))).isFalse();
    assertThat(never).hasToString("[never contacted]");
  }

  private static Confidential text(String text) {
    return Confidential.of(text);
  }
}
