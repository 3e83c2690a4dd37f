package se.fristad.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fristad.vault.Confidential;

/// Names of places in what is printed about somebody with protected personal data.
class PlacesTest {
  @ParameterizedTest
  @CsvSource({
    "Vi ses i Uppsala på fredag., Uppsala",
    "Uppsalas bästa kafé, Uppsala",
    "Östhammar!, Östhammar",
    "Tåget från Gamla Uppsala, Gamla Uppsala",
    "Ring Storvretaborna, Storvreta",
    "Hon bor i Vara, Vara",
    "det är i Upplands Väsby, Upplands Väsby",
  })
  void a_place_is_found_alone_and_with_an_ending(String text, String place) {
    assertThat(Places.in(Confidential.of(text))).containsExactly(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Vara rädd är inte farligt. Mark och väg.",
        "Vi ses som vanligt, du vet var.",
        "Salagatan kan vara mark.",
        "Nora hälsar."
      })
  void common_words_are_none(String text) {
    assertThat(Places.in(Confidential.of(text))).isEmpty();
  }
}
