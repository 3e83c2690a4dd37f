package se.fristad.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything that a reader knows of one measure in one year before she has read a number: which
/// cells add up to which.
///
/// The unknowns (*atoms*) are the counts that nothing published divides further: a value in a
/// quarter, a value in the year, a municipality in the year. Quarters and year stand in one system,
/// so that whatever is released is weighed together with all earlier releases.
final class Equations {
  /// A cell and its number.
  static final class Part {
    final Cell cell;
    final int[] atoms;
    final long n;
    private @Nullable Label label;
    private boolean released;

    private Part(Cell cell, int[] atoms, long n) {
      this.cell = cell;
      this.atoms = atoms;
      this.n = n;
    }

    /// What is told of it; null while nothing is decided.
    @Nullable Label label() {
      return label;
    }

    /// Decides what is told of it.
    void label(Label told) {
      if (released) {
        throw new IllegalStateException("what is released stays as it is");
      }
      label = told;
    }

    /// From now on it stands in a release that is out, or was decided before the cells that are
    /// decided now.
    void release() {
      released = true;
    }
  }

  /// `plus` is together as many as `minus`, or at most as many.
  record Rule(int[] plus, int[] minus, boolean equal) {}

  private final Measure measure;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<Cell, Part> parts = new TreeMap<>(Equations::inOrder);
  private final Map<String, Integer> municipalities = new TreeMap<>();
  private final List<Long> truth = new ArrayList<>();

  /// Builds the system of a measure.
  ///
  /// @param periods what is released or is to be: quarters, and the year when it is among them
  /// @param served the municipalities that the measure is told of
  /// @param numbers of every cell of those periods, and of the year's [Municipalities#OTHER]
  Equations(Measure measure, Set<Period> periods, List<String> served, Map<Cell, Long> numbers) {
    this.measure = measure;
    List<Period> quarters = periods.stream().filter(one -> !one.isYear()).sorted().toList();
    Map<Period, int[]> wholes = new HashMap<>();
    for (Period quarter : quarters) {
      wholes.put(quarter, part(Cell.whole(quarter, measure), numbers));
    }
    @Nullable Period year = periods.stream().filter(Period::isYear).findFirst().orElse(null);
    int[] all = together(wholes.values());
    if (year != null) {
      parts.put(Cell.whole(year, measure), new Part(Cell.whole(year, measure), all, sum(all)));
    }
    for (Dimension dimension : measure.dimensions()) {
      if (dimension.quarterly()) {
        Map<String, List<int[]>> byValue = new HashMap<>();
        for (Period quarter : quarters) {
          List<int[]> values = new ArrayList<>();
          for (String value : dimension.all()) {
            int[] atom = part(Cell.part(quarter, measure, dimension, value), numbers);
            values.add(atom);
            byValue.computeIfAbsent(value, none -> new ArrayList<>()).add(atom);
          }
          divide(dimension, together(values), values, whole(wholes, quarter));
        }
        if (year != null) {
          byValue.forEach((value, atoms) -> {
            Cell cell = Cell.part(year, measure, dimension, value);
            parts.put(cell, new Part(cell, together(atoms), sum(together(atoms))));
          });
        }
      } else if (year != null) {
        List<int[]> values = new ArrayList<>();
        for (String value : dimension.all()) {
          values.add(part(Cell.part(year, measure, dimension, value), numbers));
        }
        divide(dimension, together(values), values, all);
      }
    }
    if (year != null && measure.places() != Measure.Places.NONE) {
      divideByPlace(year, served, numbers, all);
    }
  }

  private static int[] whole(Map<Period, int[]> wholes, Period quarter) {
    int[] whole = wholes.get(quarter);
    if (whole == null) {
      throw new IllegalStateException("a quarter without its whole");
    }
    return whole;
  }

  /// A person under several values: no value holds more than there are people, and everyone is
  /// under one at least. Else the values add up.
  private void divide(Dimension dimension, int[] together, List<int[]> values, int[] whole) {
    if (dimension.several()) {
      values.forEach(value -> rules.add(new Rule(value, whole, false)));
      rules.add(new Rule(whole, together, false));
    } else {
      rules.add(new Rule(together, whole, true));
    }
  }

  /// What lies outside the agreement is told to nobody; while there is nobody, there is nothing to
  /// protect (A-TGT-24).
  private void divideByPlace(
      Period year, List<String> served, Map<Cell, Long> numbers, int[] whole) {
    List<int[]> places = new ArrayList<>();
    for (String municipality : served) {
      int[] atom = part(Cell.of(year, measure, municipality), numbers);
      municipalities.put(municipality, atom[0]);
      places.add(atom);
    }
    Cell outside = Cell.of(year, measure, Municipalities.OTHER);
    if (!served.contains(Municipalities.OTHER) && numbers.getOrDefault(outside, 0L) > 0) {
      places.add(part(outside, numbers));
      Part unpublished = parts.get(outside);
      if (unpublished != null) {
        unpublished.label(Label.WITHHELD);
        unpublished.release();
      }
    }
    if (!places.isEmpty()) {
      rules.add(new Rule(together(places), whole, true));
    }
  }

  private int[] part(Cell cell, Map<Cell, Long> numbers) {
    Long n = numbers.get(cell);
    if (n == null) {
      throw new IllegalArgumentException("a cell without a number");
    }
    int[] atom = {truth.size()};
    truth.add(n);
    parts.put(cell, new Part(cell, atom, n));
    return atom;
  }

  private long sum(int[] atoms) {
    return Arrays.stream(atoms).mapToLong(truth::get).sum();
  }

  private static int[] together(Collection<int[]> several) {
    return several.stream().flatMapToInt(Arrays::stream).toArray();
  }

  /// How many unknowns there are.
  int size() {
    return truth.size();
  }

  List<Rule> rules() {
    return rules;
  }

  Collection<Part> parts() {
    return parts.values();
  }

  /// The part of a cell; null when it is none of these.
  @Nullable Part part(Cell cell) {
    return parts.get(cell);
  }

  /// The true counts: the one solution that really is.
  long[] truth() {
    return truth.stream().mapToLong(Long::longValue).toArray();
  }

  /// Who may read, each with what she knows besides: nothing, or one municipality's own number.
  /// When a single municipality has everything, its reader has nobody else's number to find.
  List<Reader> readers() {
    List<Reader> readers = new ArrayList<>();
    readers.add(new Reader("", -1, 0));
    boolean others = municipalities.size() > 1 || parts.size() > 0 && outsideAgreement();
    if (others) {
      municipalities.forEach((municipality, atom) -> {
        if (!municipality.equals(Municipalities.OTHER)) {
          readers.add(new Reader(municipality, atom, truth.get(atom)));
        }
      });
    }
    return readers;
  }

  private boolean outsideAgreement() {
    return !municipalities.containsKey(Municipalities.OTHER)
        && parts.keySet().stream()
            .anyMatch(cell -> cell.municipality().equals(Municipalities.OTHER));
  }

  /// One who reads.
  ///
  /// @param municipality whose own number she knows; empty for everyone else
  /// @param atom that number's unknown; -1 when none
  record Reader(String municipality, int atom, long knows) {
    /// How much of a part is her own municipality's: what she knows of it before she reads.
    long ownOf(Part part) {
      return atom >= 0 && part.cell.isWhole() && part.cell.period().isYear() ? knows : 0;
    }
  }

  private static int inOrder(Cell one, Cell other) {
    return key(one).compareTo(key(other));
  }

  private static String key(Cell cell) {
    Dimension dimension = cell.dimension();
    return cell.measure().code()
        + '|'
        + cell.period().code()
        + '|'
        + (dimension == null ? "" : dimension.code())
        + '|'
        + (dimension == null ? "" : String.format("%02d", dimension.all().indexOf(cell.value())))
        + '|'
        + cell.municipality();
  }
}
