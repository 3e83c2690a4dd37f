package se.fristad.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
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
    "Någonstans i Skåne, Skåne",
    "Tåget till Åkersberga, Åkersberga",
    "Rinkebys torg, Rinkeby",
    "hon bor i Husby, Husby",
    "på Gotland, Gotland",
    "i Västra Götaland, Västra Götaland",
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

  @Test
  void every_municipality_and_county_of_the_country_stands_in_the_list_once() throws IOException {
    String list =
        java.nio.file.Files.readString(
            java.nio.file.Path.of("src/main/resources/outgoing/places.txt"));
    String municipalities =
        list.substring(list.indexOf("# Municipalities"), list.indexOf("# Counties"));
    assertThat(municipalities.lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
        .hasSize(290)
        .doesNotHaveDuplicates();
    assertThat(list.lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
        .doesNotHaveDuplicates();
  }
}
