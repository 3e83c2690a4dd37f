package se.fristad.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The crimes and the lowest penalties of their scales, as they were read.
@DisplayName("Crimes")
class CrimeTest {
  @ParameterizedTest
  @CsvSource({
    "honour_oppression, 12, true",
    "integrity, 12, true",
    "womans_integrity, 12, true",
    "threat_gross, 12, true",
    "coercion_gross, 12, true",
    "rape, 36, true",
    "assault_gross, 18, true",
    "home_gross, 12, false",
    "home_gross, 6, true",
    "home_gross, 7, false",
    "rape_lesser, 12, false",
    "assault, 6, false",
    "threat, 1, false",
    "persecution, 6, false",
    "genital_mutilation, 1, false"
  })
  void a_scale_begins_where_the_code_says(String code, int months, boolean expected) {
    assertThat(Crime.of(code).orElseThrow().isAtLeast(months)).isEqualTo(expected);
  }

  @Test
  void each_has_a_code_of_its_own_a_paragraph_and_a_name_in_both_languages() {
    assertThat(Crime.all()).hasSizeGreaterThan(50).extracting(Crime::code).doesNotHaveDuplicates();
    assertThat(Crime.all())
        .allSatisfy(crime -> {
          assertThat(crime.code()).matches("[a-z_]+");
          assertThat(crime.cited())
              .matches("([346] kap\\. \\d+( [a-z])? § BrB|2 § lagen \\(1982:316\\))");
          assertThat(crime.swedish()).isNotBlank();
          assertThat(crime.name("en")).isEqualTo(crime.english()).isNotBlank();
        });
    assertThat(Crime.all().stream().filter(crime -> !crime.isAgainstPerson()).map(Crime::code))
        .containsExactly("genital_mutilation");
    assertThat(Crime.of("theft")).isEmpty();
    assertThat(Crime.all().stream().map(Crime::cited).collect(Collectors.toSet()))
        .contains("4 kap. 4 e § BrB");
  }
}
