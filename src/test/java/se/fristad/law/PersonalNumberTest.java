package se.fristad.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumberTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  @DisplayName("D-T01 a coordination number is read with its birthday, a wrong check digit refused")
  void a_coordination_number_is_read_with_its_birthday() {
    PersonalNumber number = read("701063-2391");
    assertThat(number.birthDate()).isEqualTo(LocalDate.of(1970, 10, 3));
    assertThat(number.twelveDigits()).isEqualTo("197010632391");
    assertThat(PersonalNumber.read("701063-2392", TODAY)).isEmpty();
    assertThat(PersonalNumber.read("121212-1212", TODAY)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "121212-1212, 2012-12-12",
    "121212+1212, 1912-12-12",
    "19121212-1212, 1912-12-12",
    "191212121212, 1912-12-12",
    "1212121212, 2012-12-12",
    "811218-9876, 1981-12-18",
    "640823-3234, 1964-08-23",
    "' 640823 - 3234 ', 1964-08-23",
    "640823–3234, 1964-08-23",
  })
  void it_is_read_as_people_write_it(String typed, LocalDate born) {
    assertThat(read(typed).birthDate()).isEqualTo(born);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31, -, 1926",
    "2025-12-31, +, 1826",
    "2026-01-01, +, 1926",
    "2026-12-31, +, 1926",
    "2026-12-31, -, 2026",
  })
  void the_sign_turns_in_the_year_somebody_becomes_a_hundred(
      LocalDate today, String sign, int year) {
    String typed = "261110" + sign + "111" + checkDigit("261110111");
    assertThat(PersonalNumber.read(typed, today).orElseThrow().birthDate().getYear())
        .isEqualTo(year);
  }

  @Test
  void nobody_is_born_in_a_month_to_come() {
    String typed = "261110-111" + checkDigit("261110111");
    assertThat(PersonalNumber.read(typed, LocalDate.of(2026, 10, 31))).isEmpty();
    assertThat(PersonalNumber.read(typed, LocalDate.of(2026, 11, 1))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "811218-9875",
        "20811218-9871",
        "811318-9876",
        "811232-9876",
        "000000-0000",
        "550207-T101",
        "81-12-18-9876",
        "8112189876 8112189876",
        "٨١١٢١٨-٩٨٧٦",
        "<script>",
        "811218-98761",
      })
  void what_is_no_number_is_refused(String typed) {
    assertThat(PersonalNumber.read(typed, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "811218-9875, CHECK_DIGIT",
    "701063-2392, CHECK_DIGIT",
    "811318-9876, DATE",
    "811292-9876, DATE",
    "811260-9876, DATE",
    "20270101-2384, FUTURE",
    "550207-T101, DIGITS",
    "811218-98761, DIGITS",
  })
  void what_is_wrong_has_a_name(String typed, PersonalNumber.Wrong wrong) {
    assertThat(PersonalNumber.wrong(typed, TODAY)).contains(wrong);
  }

  @Test
  void nothing_is_wrong_with_a_number_and_a_coordination_number_is_told_apart() {
    assertThat(PersonalNumber.wrong("811218-9876", TODAY)).isEmpty();
    assertThat(read("701063-2391").isCoordination()).isTrue();
    assertThat(read("811218-9876").isCoordination()).isFalse();
  }

  @Test
  void printing_one_tells_nothing() {
    assertThat(read("811218-9876")).hasToString("[personal number]");
    assertThat(read("811218-9876").written()).isEqualTo("19811218-9876");
  }

  @Test
  void the_same_number_written_differently_is_the_same() {
    assertThat(read("811218-9876"))
        .isEqualTo(read("198112189876"))
        .hasSameHashCodeAs(read("198112189876"))
        .isNotEqualTo(read("640823-3234"));
  }

  private static PersonalNumber read(String typed) {
    return PersonalNumber.read(typed, TODAY).orElseThrow();
  }

  private static int checkDigit(String nine) {
    int sum = 0;
    for (int i = 0; i < nine.length(); i++) {
      int doubled = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += doubled / 10 + doubled % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
