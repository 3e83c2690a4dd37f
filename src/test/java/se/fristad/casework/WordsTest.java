package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void what_is_sealed_is_read_as_it_was_written() {
    Map<String, String> written =
        Map.of(
            "a", "1 + 1 = 2 & 100 %41",
            "b", "<script>alert('x')</script>\n\ttvå rader",
            "c", "ትግርኛ \u200f مرحبا 👩‍👧");
    assertThat(Words.of(Words.of(written).sealable()).values()).isEqualTo(written);
  }

  @Test
  void no_script_takes_more_room_than_its_own_letters() {
    String tigrinya = "ትግርኛ".repeat(10_000);
    assertThat(
            Words.of(Map.of("words", tigrinya))
                .sealable()
                .reveal()
                .getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(tigrinya.getBytes(StandardCharsets.UTF_8).length + 100);
  }
}
