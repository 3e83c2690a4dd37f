package se.fristad.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is told of each number, chosen and proved, without a database.
@DisplayName("What is told of each number")
class SuppressionTest {
  private static final Period YEAR = Period.year(2025);
  private static final List<String> COUNTY = Municipalities.county();
  private static final List<String> UPPSALA = List.of("0380");

  private static Map<Cell, Long> none(Measure measure) {
    Map<Cell, Long> numbers = new HashMap<>();
    List<Period> periods = new ArrayList<>(YEAR.quarters().toList());
    periods.add(YEAR);
    for (Period period : periods) {
      numbers.put(Cell.whole(period, measure), 0L);
      for (Dimension dimension : measure.dimensions()) {
        dimension
            .all()
            .forEach(value -> numbers.put(Cell.part(period, measure, dimension, value), 0L));
      }
    }
    COUNTY.forEach(place -> numbers.put(Cell.of(YEAR, measure, place), 0L));
    numbers.put(Cell.of(YEAR, measure, Municipalities.OTHER), 0L);
    return numbers;
  }

  /// Adds people: in a quarter, of a municipality, under a value of each division.
  private static void add(
      Map<Cell, Long> numbers, Measure measure, int quarter, String place, long how, int value) {
    for (Period period : List.of(new Period(2025, quarter), YEAR)) {
      numbers.merge(Cell.whole(period, measure), how, Long::sum);
      for (Dimension dimension : measure.dimensions()) {
        String of = dimension.all().get(Math.min(value, dimension.all().size() - 1));
        numbers.merge(Cell.part(period, measure, dimension, of), how, Long::sum);
      }
    }
    numbers.merge(Cell.of(YEAR, measure, place), how, Long::sum);
  }

  /// Decides one group after the other, each with what has been told before.
  private static Map<Cell, Label> told(
      Measure measure, List<String> served, Map<Cell, Long> numbers, List<Set<Period>> groups) {
    Map<Cell, Label> told = new HashMap<>();
    Set<Period> periods = new TreeSet<>();
    for (Set<Period> group : groups) {
      periods.addAll(group);
      Equations equations = new Equations(measure, periods, served, numbers);
      for (Equations.Part part : equations.parts()) {
        Label before = told.get(part.cell);
        if (before != null && part.label() == null) {
          part.label(before);
          part.release();
        }
      }
      new Suppression(equations).choose();
      for (Equations.Part part : equations.parts()) {
        if (!isUnpublished(part.cell, served)) {
          told.put(part.cell, Objects.requireNonNull(part.label()));
        }
      }
    }
    return told;
  }

  private static boolean isUnpublished(Cell cell, List<String> served) {
    return !cell.municipality().isEmpty() && !served.contains(cell.municipality());
  }

  private static List<Set<Period>> oneByOne() {
    return List.of(
        Set.of(new Period(2025, 1)),
        Set.of(new Period(2025, 2)),
        Set.of(new Period(2025, 3)),
        Set.of(new Period(2025, 4), YEAR));
  }

  private static List<Set<Period>> atOnce() {
    Set<Period> all = new TreeSet<>(YEAR.quarters().toList());
    all.add(YEAR);
    return List.of(all);
  }

  private static Map<String, String> published(Map<Cell, Label> told, Map<Cell, Long> numbers) {
    Map<String, String> published = new HashMap<>();
    told.forEach((cell, label) ->
        published.put(
            key(cell),
            label == Label.SHOWN
                ? Objects.requireNonNull(numbers.get(cell)).toString()
                : Names.mark(label)));
    return published;
  }

  private static String key(Cell cell) {
    Dimension dimension = cell.dimension();
    return String.join(
        "|",
        cell.period().code(),
        cell.municipality(),
        cell.measure().code(),
        dimension == null ? "" : dimension.code(),
        cell.value());
  }

  @Test
  void what_is_below_five_is_never_told_and_nought_is_below_five() {
    Map<Cell, Long> numbers = none(Measure.RISKS);
    add(numbers, Measure.RISKS, 1, "0380", 40, 0);
    add(numbers, Measure.RISKS, 1, "0380", 30, 1);
    Map<Cell, Label> told =
        told(Measure.RISKS, List.of(), numbers, List.of(Set.of(new Period(2025, 1))));
    assertThat(told).hasSize(4);
    told.forEach((cell, label) ->
        assertThat(label == Label.FEW)
            .as(cell.toString())
            .isEqualTo(Objects.requireNonNull(numbers.get(cell)) < 5));
    assertThat(told.values()).contains(Label.FEW);
  }

  @Test
  void a_lonely_small_number_takes_others_with_it_and_leaves_the_whole() {
    Map<Cell, Long> numbers = none(Measure.INTAKES);
    int how = 9;
    for (String place : COUNTY) {
      add(numbers, Measure.INTAKES, 1, place, place.equals("0331") ? 3 : how++, 0);
    }
    add(numbers, Measure.INTAKES, 1, Municipalities.OTHER, 8, 0);
    Map<Cell, Label> told =
        told(
            Measure.INTAKES,
            new Municipalities(Set.of("0380")).of(Measure.INTAKES),
            numbers,
            atOnce());
    assertThat(told.get(Cell.whole(YEAR, Measure.INTAKES))).isEqualTo(Label.SHOWN);
    assertThat(told.get(Cell.of(YEAR, Measure.INTAKES, "0331"))).isEqualTo(Label.FEW);
    long hidden =
        COUNTY.stream()
            .filter(place -> told.get(Cell.of(YEAR, Measure.INTAKES, place)) == Label.HIDDEN)
            .count();
    // one would be subtracted by anybody, two by one who knows her own
    assertThat(hidden).isBetween(2L, 4L);
  }

  @Test
  @DisplayName("the four figures of 2023, as the demonstration has them, are told")
  void the_four_figures_are_told() {
    Map<Measure, Integer> figures =
        Map.of(
            Measure.INTAKES, 525,
            Measure.INVESTIGATIONS, 449,
            Measure.OUTPATIENT, 142,
            Measure.PLACEMENTS, 70);
    for (boolean quarterly : new boolean[] {true, false}) {
      figures.forEach((measure, how) -> {
        Map<Cell, Long> numbers = none(measure);
        boolean intakes = measure == Measure.INTAKES;
        if (intakes) {
          add(numbers, measure, 1, "0331", 2, 4);
          add(numbers, measure, 2, "0319", 3, 4);
          add(numbers, measure, 4, "0331", 1, 4);
        }
        for (int i = 0; i < how - (intakes ? 6 : 0); i++) {
          add(numbers, measure, 1 + i % 4, "0380", 1, i % 3 + (i % 50 == 0 ? 2 : 0));
        }
        Map<Cell, Label> told =
            told(
                measure,
                new Municipalities(Set.of("0380")).of(measure),
                numbers,
                quarterly ? oneByOne() : atOnce());
        assertThat(told.get(Cell.whole(YEAR, measure))).as(measure.code()).isEqualTo(Label.SHOWN);
        assertThat(told.get(Cell.of(YEAR, measure, "0380")))
            .as("%s of Uppsala", measure.code())
            .isEqualTo(intakes ? Label.HIDDEN : Label.SHOWN);
      });
    }
  }

  @Test
  void a_small_number_outside_the_agreement_hides_the_whole_from_the_one_who_knows_the_rest() {
    Map<Cell, Long> numbers = none(Measure.INVESTIGATIONS);
    for (int quarter = 1; quarter <= 4; quarter++) {
      add(numbers, Measure.INVESTIGATIONS, quarter, "0380", 100 + quarter, 2);
      add(numbers, Measure.INVESTIGATIONS, quarter, "0380", 50, 3);
    }
    Map<Cell, Label> all = told(Measure.INVESTIGATIONS, UPPSALA, numbers, oneByOne());
    assertThat(all.get(Cell.whole(YEAR, Measure.INVESTIGATIONS))).isEqualTo(Label.SHOWN);
    add(numbers, Measure.INVESTIGATIONS, 4, Municipalities.OTHER, 2, 2);
    Map<Cell, Label> some = told(Measure.INVESTIGATIONS, UPPSALA, numbers, oneByOne());
    assertThat(some.get(Cell.whole(YEAR, Measure.INVESTIGATIONS))).isNotEqualTo(Label.SHOWN);
    assertThat(some.get(Cell.whole(new Period(2025, 4), Measure.INVESTIGATIONS)))
        .isNotEqualTo(Label.SHOWN);
  }

  @Test
  void what_was_told_before_is_weighed_with_what_is_told_now() {
    Map<Cell, Long> numbers = none(Measure.CLOSED);
    int[] quarters = {6, 7, 3, 9};
    for (int quarter = 1; quarter <= 4; quarter++) {
      add(numbers, Measure.CLOSED, quarter, "0380", quarters[quarter - 1], 0);
    }
    Map<Cell, Label> told = told(Measure.CLOSED, List.of(), numbers, oneByOne());
    // three quarters are out: with the year they would tell the third
    assertThat(told.get(Cell.whole(new Period(2025, 3), Measure.CLOSED))).isEqualTo(Label.FEW);
    assertThat(told.get(Cell.whole(YEAR, Measure.CLOSED))).isNotEqualTo(Label.SHOWN);
    Map<Cell, Label> together = told(Measure.CLOSED, List.of(), numbers, atOnce());
    assertThat(together.get(Cell.whole(YEAR, Measure.CLOSED))).isEqualTo(Label.SHOWN);
  }

  @Test
  void whatever_the_numbers_another_solver_finds_no_hidden_one() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      Measure measure = Measure.values()[seed % Measure.values().length];
      Map<Cell, Long> numbers = none(measure);
      int about = List.of(1, 3, 6, 12, 40, 120).get(random.nextInt(6));
      for (int quarter = 1; quarter <= 4; quarter++) {
        for (int i = random.nextInt(2 * about + 1); i > 0; i--) {
          String place = COUNTY.get((int) (Math.pow(random.nextDouble(), 2) * COUNTY.size()));
          add(numbers, measure, quarter, place, 1, (int) (Math.pow(random.nextDouble(), 2) * 9));
        }
      }
      List<String> served = new Municipalities(Set.copyOf(COUNTY)).of(measure);
      Map<String, String> published =
          published(told(measure, served, numbers, seed % 2 == 0 ? oneByOne() : atOnce()), numbers);
      assertThat(new Attack(published, Map.of()).found())
          .as("seed %s, %s", seed, measure)
          .allMatch(found ->
              found.mark().equals("<5")
                  ? found.least() < 1e-6 && found.most() > 4 - 1e-6
                  : found.mark().equals(":") || found.width() > 5 - 1e-6);
    }
  }
}
