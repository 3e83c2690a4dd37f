package se.fristad.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which cells a release has (docs/adr/0016).
///
/// A quarter: the county's wholes, and the short divisions. A year: all of that, the long
/// divisions, and the wholes of each municipality. Nothing divides a municipality further.
@StaffOrJobs
@Component
class Scheme {
  private final Municipalities municipalities;

  Scheme(Municipalities municipalities) {
    this.municipalities = municipalities;
  }

  /// The cells of a measure in a period, in the order of a page.
  List<Cell> cells(Period period, Measure measure) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.whole(period, measure));
    for (Dimension dimension : measure.dimensions()) {
      if (period.isYear() || dimension.quarterly()) {
        dimension.all().forEach(value -> cells.add(Cell.part(period, measure, dimension, value)));
      }
    }
    if (period.isYear()) {
      municipalities
          .of(measure)
          .forEach(municipality -> cells.add(Cell.of(period, measure, municipality)));
    }
    return cells;
  }

  /// The cells that are frozen: those, and what lies outside the agreement, which is told to nobody
  /// but weighed.
  List<Cell> frozenCells(Period period, Measure measure) {
    List<Cell> cells = new ArrayList<>(cells(period, measure));
    Cell outside = Cell.of(period, measure, Municipalities.OTHER);
    if (period.isYear() && measure.places() == Measure.Places.SERVED) {
      cells.add(outside);
    }
    return cells;
  }

  List<String> municipalities(Measure measure) {
    return municipalities.of(measure);
  }

  /// The number of every cell of a period, summed from counters.
  List<ReleaseRows.Freezing> numbers(Period period, List<CounterRows.Count> counters) {
    Map<Cell, Long> sums = new HashMap<>();
    Set<Cell> late = new HashSet<>();
    for (CounterRows.Count count : counters) {
      if (count.month().isBefore(period.firstDay()) || count.month().isAfter(period.lastDay())) {
        continue;
      }
      for (Cell cell : cellsOf(period, count)) {
        sums.merge(cell, count.n(), Long::sum);
        if (count.late()) {
          late.add(cell);
        }
      }
    }
    List<ReleaseRows.Freezing> numbers = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (Cell cell : frozenCells(period, measure)) {
        numbers.add(
            new ReleaseRows.Freezing(cell, sums.getOrDefault(cell, 0L), late.contains(cell)));
      }
    }
    return numbers;
  }

  /// A part counts in its own cell; a whole in the county's and in its municipality's.
  private List<Cell> cellsOf(Period period, CounterRows.Count count) {
    Measure measure = Measure.of(count.measure());
    if (!count.dimension().isEmpty()) {
      return List.of(Cell.part(period, measure, Dimension.of(count.dimension()), count.value()));
    }
    String place =
        municipalities.of(measure).contains(count.municipality())
            ? count.municipality()
            : Municipalities.OTHER;
    return List.of(Cell.whole(period, measure), Cell.of(period, measure, place));
  }
}
