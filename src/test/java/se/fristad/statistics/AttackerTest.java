package se.fristad.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The attacker's own means: a test that could not find anything would prove nothing.
class AttackerTest {
  @Test
  void she_solves_what_stands_in_the_books() {
    // most of 3x + 5y with x at most 4, 2y at most 12, 3x + 2y at most 18: 36
    Attacker attacker = new Attacker(2);
    attacker.atMost(new double[] {1, 0}, 4);
    attacker.atMost(new double[] {0, 2}, 12);
    attacker.atMost(new double[] {3, 2}, 18);
    assertThat(attacker.most(new double[] {3, 5})).isCloseTo(36, within(1e-6));
    assertThat(attacker.least(new double[] {3, 5})).isCloseTo(0, within(1e-6));
    Attacker unbounded = new Attacker(2);
    unbounded.equal(new double[] {1, -1}, 3);
    unbounded.atMost(new double[] {-1, 0}, -5);
    assertThat(unbounded.most(new double[] {1, 0})).isInfinite();
    assertThat(unbounded.least(new double[] {0, 1})).isCloseTo(2, within(1e-6));
  }

  @Test
  void she_subtracts_a_lonely_small_number_from_the_whole() {
    Map<String, String> published =
        Map.of(
            "2025||intakes||", "43",
            "2025|0380|intakes||", "40",
            "2025|0331|intakes||", "<5");
    assertThat(new Attack(published, Map.of()).found())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.least()).isCloseTo(3, within(1e-6));
          assertThat(found.most()).isCloseTo(3, within(1e-6));
        });
  }

  @Test
  void she_subtracts_three_quarters_from_the_year() {
    Map<String, String> published =
        Map.of(
            "2025||closed||", "21",
            "2025-Q1||closed||", "6",
            "2025-Q2||closed||", "7",
            "2025-Q3||closed||", "6",
            "2025-Q4||closed||", "<5");
    assertThat(new Attack(published, Map.of()).found())
        .singleElement()
        .satisfies(found -> assertThat(found.width()).isCloseTo(0, within(1e-6)));
  }

  @Test
  void she_uses_what_she_knows_of_her_own_municipality() {
    Map<String, String> published =
        Map.of(
            "2025||intakes||", "52",
            "2025|0380|intakes||", "..",
            "2025|0305|intakes||", "..",
            "2025|0331|intakes||", "<5");
    String small = "2025|0331|intakes||";
    assertThat(new Attack(published, Map.of()).found())
        .filteredOn(found -> found.cell().equals(small))
        .singleElement()
        .satisfies(found -> assertThat(found.width()).isCloseTo(4, within(1e-6)));
    Map<String, Long> own = Map.of("2025|0380|intakes||", 40L);
    assertThat(new Attack(published, own).found())
        .filteredOn(found -> found.mark().equals(".."))
        .singleElement()
        .satisfies(found -> assertThat(found.width()).isLessThan(5));
  }
}
