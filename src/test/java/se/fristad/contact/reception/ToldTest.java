package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fristad.contact.reception.Told.Sign;

/// Small numbers of a month, tried by somebody who writes down every table that fits what was told.
@DisplayName("What is told of a month's numbers")
class ToldTest {
  private static final int MOST = 24;

  /// Every division of every whole into some parts: all of them, not some at random.
  @Test
  void no_hidden_number_can_be_worked_out_from_what_is_told_beside_it() {
    int tables = 0;
    for (int parts = 2; parts <= 4; parts++) {
      for (int whole = 0; whole <= MOST; whole++) {
        for (List<Long> one : divisions(whole, parts)) {
          assertThat(doubts(whole, Told.divided(whole, one))).as("%s of %s", one, whole).isEmpty();
          tables++;
        }
      }
    }
    assertThat(tables).isGreaterThan(20_000);
  }

  /// The hidden parts of which somebody knows more than their sign says.
  private static List<Integer> doubts(int whole, List<Told> told) {
    if (told.stream().allMatch(one -> one.sign() == Sign.WITHHELD)) {
      return List.of();
    }
    assertThat(told).extracting(Told::sign).doesNotContain(Sign.WITHHELD);
    int size = told.size();
    long[] least = new long[size];
    long[] most = new long[size];
    Arrays.fill(least, Long.MAX_VALUE);
    for (List<Long> table : divisions(whole, size)) {
      boolean fits = true;
      for (int at = 0; at < size; at++) {
        Long n = told.get(at).n();
        long there = table.get(at);
        fits &=
            switch (told.get(at).sign()) {
              case NUMBER -> n != null && n == there;
              case FEW -> there < 5;
              case HIDDEN -> there >= 5;
              case WITHHELD -> true;
            };
      }
      if (fits) {
        for (int at = 0; at < size; at++) {
          least[at] = Math.min(least[at], table.get(at));
          most[at] = Math.max(most[at], table.get(at));
        }
      }
    }
    List<Integer> doubts = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      boolean safe =
          switch (told.get(at).sign()) {
            case NUMBER, WITHHELD -> true;
            case FEW -> least[at] == 0 && most[at] == 4;
            case HIDDEN -> most[at] - least[at] >= 5;
          };
      if (!safe) {
        doubts.add(at);
      }
    }
    return doubts;
  }

  private static List<List<Long>> divisions(int whole, int parts) {
    if (parts == 1) {
      return List.of(List.of((long) whole));
    }
    List<List<Long>> all = new ArrayList<>();
    for (long first = 0; first <= whole; first++) {
      for (List<Long> rest : divisions((int) (whole - first), parts - 1)) {
        List<Long> one = new ArrayList<>();
        one.add(first);
        one.addAll(rest);
        all.add(one);
      }
    }
    return all;
  }

  @Test
  void a_number_below_five_is_never_told_and_nought_is_one_of_them() {
    for (long n = 0; n < 5; n++) {
      assertThat(Told.whole(n)).isEqualTo(new Told(null, Sign.FEW));
    }
    assertThat(Told.whole(5)).isEqualTo(new Told(5L, Sign.NUMBER));
  }

  @Test
  void a_part_is_hidden_when_what_is_left_of_the_whole_would_be_few() {
    assertThat(Told.part(30, 40).n()).isEqualTo(30L);
    assertThat(Told.part(38, 40)).isEqualTo(new Told(null, Sign.HIDDEN));
    assertThat(Told.part(40, 40)).as("nought is left").isEqualTo(new Told(null, Sign.HIDDEN));
    assertThat(Told.part(3, 40)).isEqualTo(new Told(null, Sign.FEW));
    assertThat(Told.part(7, 8)).as("no room").isEqualTo(new Told(null, Sign.WITHHELD));
    assertThat(Told.part(2, 4)).as("of few").isEqualTo(new Told(null, Sign.WITHHELD));
  }

  @Test
  void a_whole_that_is_not_told_tells_of_no_part() {
    assertThat(Told.divided(4, List.of(4L, 0L))).extracting(Told::sign).containsOnly(Sign.WITHHELD);
  }

  @Test
  void what_has_room_is_told() {
    assertThat(Told.divided(29, List.of(12L, 9L, 8L)))
        .extracting(Told::n)
        .containsExactly(12L, 9L, 8L);
    assertThat(Told.divided(30, List.of(20L, 6L, 2L, 2L)))
        .as("two that are few hide each other")
        .extracting(Told::sign)
        .containsExactly(Sign.NUMBER, Sign.NUMBER, Sign.FEW, Sign.FEW);
  }
}
