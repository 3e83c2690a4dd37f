package se.fristad.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalityTest {
  @Test
  @DisplayName("D-T02 the county has exactly eight municipalities, and 305 is none of them")
  void the_county_has_exactly_eight_municipalities() {
    assertThat(Municipality.ofUppsalaCounty())
        .extracting(municipality -> municipality.code() + " " + municipality.name())
        .containsExactlyInAnyOrder(
            "0305 Håbo",
            "0319 Älvkarleby",
            "0330 Knivsta",
            "0331 Heby",
            "0360 Tierp",
            "0380 Uppsala",
            "0381 Enköping",
            "0382 Östhammar");
    assertThat(MunicipalityCode.read("305")).isEmpty();
    assertThatThrownBy(() -> new MunicipalityCode("305"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "305", "00305", "0305 ", "O305", "0005", "2601", "0300", "٠٣٠٥"})
  void what_is_no_code_is_refused_and_never_mended(String typed) {
    assertThat(MunicipalityCode.read(typed)).isEmpty();
  }

  @Test
  void a_code_elsewhere_is_a_code_but_not_ours() {
    MunicipalityCode stockholm = MunicipalityCode.read("0180").orElseThrow();
    assertThat(Municipality.inCounty(stockholm)).isEmpty();
    assertThat(Municipality.inCounty(new MunicipalityCode("0305")))
        .hasValueSatisfying(habo -> assertThat(habo.name()).isEqualTo("Håbo"));
  }
}
