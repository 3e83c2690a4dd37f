package se.fristad.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
  private static final LocalDate BORN = LocalDate.of(2008, 11, 21);

  @ParameterizedTest
  @CsvSource({"2026-11-20, true", "2026-11-21, false", "2026-11-22, false"})
  void a_child_is_one_until_the_day_of_eighteen(LocalDate on, boolean child) {
    assertThat(Age.isUnder18(BORN, on)).isEqualTo(child);
  }

  @ParameterizedTest
  @CsvSource({"2026-02-28, true", "2026-03-01, false"})
  void born_on_a_leap_day_a_child_is_protected_a_day_longer(LocalDate on, boolean child) {
    assertThat(Age.isUnder18(LocalDate.of(2008, 2, 29), on)).isEqualTo(child);
  }

  @Test
  void nobody_has_an_age_before_birth() {
    assertThat(Age.inYears(BORN, BORN)).isZero();
    assertThatThrownBy(() -> Age.inYears(BORN, BORN.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
