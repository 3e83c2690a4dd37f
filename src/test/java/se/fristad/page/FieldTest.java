package se.fristad.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-01", " 2026-11-01 ", "20261101", "2026/11/1", "2026.11.01", "2026–11–01"})
  void a_day_may_be_typed_with_any_mark_between_its_parts_or_none(String typed) {
    assertThat(Field.day(typed)).contains(LocalDate.of(2026, 11, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "igår", "01/11/2026", "2026-02-30", "2026-13-01", "20261", "2026-11-011"})
  void what_is_no_day_is_none(String typed) {
    assertThat(Field.day(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"09:05", "9:05", "9.05", "0905", "905", " 9 05 "})
  void a_time_may_be_typed_as_people_write_it(String typed) {
    assertThat(Field.time(typed)).contains(LocalTime.of(9, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nyss", "25:00", "12:60", "9", "12:5"})
  void what_is_no_time_is_none(String typed) {
    assertThat(Field.time(typed)).isEmpty();
  }
}
