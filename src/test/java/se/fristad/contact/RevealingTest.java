package se.fristad.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a text may tell.
@DisplayName("What a text may reveal")
class RevealingTest {
  @Test
  void a_personal_number_is_found_in_all_its_spellings() {
    for (String number :
        new String[] {
          "19121212-1212",
          "191212121212",
          "121212-1212",
          "1212121212",
          "121212+1212",
          "19121272-1212"
        }) {
      assertThat(Revealing.in("nr " + number + ".")).as(number).contains(Revealing.PERSONAL_NUMBER);
    }
  }

  @Test
  void a_telephone_number_is_found_and_a_help_line_is_not() {
    assertThat(Revealing.in("070-174 06 05")).containsExactly(Revealing.TELEPHONE);
    assertThat(Revealing.in("+46 70 174 06 05")).containsExactly(Revealing.TELEPHONE);
    assertThat(Revealing.in("020-50 50 50, 020-57 70 70, 112, 114 14, 1177")).isEmpty();
  }

  @Test
  void a_street_and_a_name_that_is_given_are_found() {
    assertThat(Revealing.in("Jag bor på Storgatan 12")).containsExactly(Revealing.ADDRESS);
    assertThat(Revealing.in("jag heter Amina")).containsExactly(Revealing.NAME);
  }

  @Test
  void times_dates_and_amounts_reveal_nothing() {
    assertThat(Revealing.in("Kl 14:30 den 21 november 2026, 1 500 kronor, 3 barn")).isEmpty();
  }
}
