package se.fristad.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A release as it may be read: what is told of each cell, and no number that is hidden.
record Release(ReleaseRows.Made made, Map<Cell, ReleaseRows.Told> told) {
  Period period() {
    return made.period();
  }

  /// What is told of a cell; nothing when the release has no such cell.
  Optional<ReleaseRows.Told> of(Cell cell) {
    return Optional.ofNullable(told.get(cell));
  }

  /// What is told of these, in their order; those that the release lacks are left out.
  List<ReleaseRows.Told> of(List<Cell> cells) {
    return cells.stream().map(told::get).filter(java.util.Objects::nonNull).toList();
  }

  /// Whether some of what it counts came after its own period was closed.
  boolean hasLate() {
    return told.values().stream().anyMatch(ReleaseRows.Told::late);
  }

  /// Reads releases.
  @StaffOrJobs
  @Component
  static class Shelf {
    private final ReleaseRows rows;
    private final Scheme scheme;

    Shelf(ReleaseRows rows, Scheme scheme) {
      this.rows = rows;
      this.scheme = scheme;
    }

    /// The releases there are, in the order of time.
    List<ReleaseRows.Made> all() {
      return rows.made();
    }

    Optional<Release> find(Period period) {
      return rows.made().stream()
          .filter(made -> made.period().equals(period))
          .findFirst()
          .map(made -> {
            Map<Cell, ReleaseRows.Told> told = new HashMap<>();
            rows.told(period).forEach(one -> told.put(one.cell(), one));
            return new Release(made, told);
          });
    }

    /// Everything that a release tells, in the order of a page.
    List<ReleaseRows.Told> lines(Release release) {
      List<ReleaseRows.Told> lines = new ArrayList<>();
      for (Measure measure : Measure.values()) {
        lines.addAll(release.of(scheme.cells(release.period(), measure)));
      }
      return lines;
    }
  }
}
