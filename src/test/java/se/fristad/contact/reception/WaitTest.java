package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The wait for a first time, in working days")
class WaitTest {
  /// A Thursday; the Friday after it is no holiday.
  private static final LocalDate THURSDAY = LocalDate.of(2026, 10, 8);

  @Test
  void the_day_itself_is_no_wait_and_a_weekend_is_none_either() {
    assertThat(Wait.between(THURSDAY, THURSDAY)).isEqualTo(Wait.SAME_DAY);
    assertThat(Wait.between(THURSDAY, THURSDAY.plusDays(1))).isEqualTo(Wait.TO_2);
    assertThat(Wait.between(THURSDAY, THURSDAY.plusDays(4))).as("Monday").isEqualTo(Wait.TO_2);
    assertThat(Wait.between(THURSDAY, THURSDAY.plusDays(5))).as("Tuesday").isEqualTo(Wait.TO_5);
  }

  @Test
  void each_class_ends_on_its_last_day() {
    assertThat(Wait.between(THURSDAY, THURSDAY.plusDays(7))).as("five").isEqualTo(Wait.TO_5);
    assertThat(Wait.between(THURSDAY, THURSDAY.plusDays(8))).as("six").isEqualTo(Wait.TO_10);
    assertThat(Wait.between(THURSDAY, THURSDAY.plusDays(14))).as("ten").isEqualTo(Wait.TO_10);
    assertThat(Wait.between(THURSDAY, THURSDAY.plusDays(15))).as("eleven").isEqualTo(Wait.LONGER);
  }

  @Test
  void a_holiday_is_not_waited_for_and_a_saturday_is_not_the_same_day() {
    LocalDate goodFridaysEve = LocalDate.of(2026, 4, 2);
    assertThat(Wait.between(goodFridaysEve, LocalDate.of(2026, 4, 7)))
        .as("Easter lies between")
        .isEqualTo(Wait.TO_2);
    assertThat(Wait.between(LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 10)))
        .isEqualTo(Wait.TO_2);
    assertThat(Wait.between(THURSDAY, THURSDAY.minusDays(1)))
        .as("written down afterwards")
        .isEqualTo(Wait.SAME_DAY);
  }
}
