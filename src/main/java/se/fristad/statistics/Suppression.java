package se.fristad.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.fristad.statistics.Audit.Doubt;
import se.fristad.statistics.Equations.Part;

/// Chooses what is told of each new cell (*sekretessprövning av små tal*): its number, `<5`, two
/// dots, or nothing.
///
/// Everything below five is hidden first. Then, as long as the [Audit] doubts a cell, a linear
/// programme says which shown numbers would have to give way for that cell to have room, at the
/// least cost, and these are hidden too. Wholes and municipalities are decided first, so that no
/// division ever hides a whole; then one division after the other, the year before its quarters. A
/// division that finds no room is withheld. Heuristics choose; only the audit decides.
final class Suppression {
  private final Equations equations;
  private int programmes;

  Suppression(Equations equations) {
    this.equations = equations;
  }

  /// How many linear programmes it took, the last audit's too.
  int programmes() {
    return programmes;
  }

  /// Labels every part that has none.
  ///
  /// @throws IllegalStateException when a doubt is left: then nothing may be released
  void choose() {
    for (List<Part> table : tables()) {
      table.forEach(part -> part.label(part.n < Label.LEAST ? Label.FEW : Label.SHOWN));
      settle(table);
      table.forEach(Part::release);
    }
    Audit audit = new Audit(equations);
    List<Doubt> doubts = audit.doubts();
    programmes += audit.programmes();
    if (!doubts.isEmpty()) {
      throw new IllegalStateException(
          doubts.size() + " cells of " + doubts.getFirst().part().cell.measure() + " in doubt");
    }
  }

  /// What has no label yet, in the order in which it is decided.
  private List<List<Part>> tables() {
    Map<Integer, List<Part>> tables =
        equations.parts().stream()
            .filter(part -> part.label() == null)
            .collect(Collectors.groupingBy(Suppression::order, TreeMap::new, Collectors.toList()));
    return List.copyOf(tables.values());
  }

  /// Wholes and municipalities together first, then each division with its quarters and its year.
  private static Integer order(Part part) {
    Dimension dimension = part.cell.dimension();
    return dimension == null ? -1 : dimension.ordinal();
  }

  private void settle(List<Part> table) {
    while (true) {
      Optional<Doubt> doubt = doubt();
      if (doubt.isEmpty()) {
        tidy(table);
        return;
      }
      Optional<List<Part>> cut = cut(doubt.get(), table);
      if (cut.isPresent()) {
        cut.get().forEach(part -> part.label(Label.HIDDEN));
      } else if (!withhold(table)) {
        throw new IllegalStateException("no room, though nothing is told");
      }
    }
  }

  private Optional<Doubt> doubt() {
    Audit audit = new Audit(equations);
    Optional<Doubt> doubt = audit.firstDoubt();
    programmes += audit.programmes();
    return doubt;
  }

  /// Gives up: the municipalities first, then one quarter after the other, the year at last.
  private static boolean withhold(List<Part> table) {
    List<Part> told = table.stream().filter(part -> part.label() != Label.WITHHELD).toList();
    if (told.isEmpty()) {
      return false;
    }
    List<Part> places = told.stream().filter(part -> !part.cell.municipality().isEmpty()).toList();
    Period first =
        told.stream().map(part -> part.cell.period()).min(Period::compareTo).orElseThrow();
    (places.isEmpty()
            ? told.stream().filter(part -> part.cell.period().equals(first)).toList()
            : places)
        .forEach(part -> part.label(Label.WITHHELD));
    return true;
  }

  /// The cheapest numbers to hide so that the doubt goes away.
  private Optional<List<Part>> cut(Doubt doubt, List<Part> table) {
    List<Programme.Costly> mayHide =
        table.stream()
            .filter(part -> part.label() == Label.SHOWN)
            .map(part -> new Programme.Costly(part, cost(part)))
            .toList();
    if (mayHide.isEmpty()) {
      return Optional.empty();
    }
    Programme programme = new Programme(equations, doubt.reader());
    List<Programme.Cut> cuts = new ArrayList<>();
    Part part = doubt.part();
    if (part.n >= Label.LEAST) {
      programme.cut(part, true, doubt.low() + Audit.WIDTH, mayHide).ifPresent(cuts::add);
      programme.cut(part, false, doubt.high() - Audit.WIDTH, mayHide).ifPresent(cuts::add);
    } else if (doubt.high() < Label.LEAST - 1) {
      programme.cut(part, true, Label.LEAST - 1, mayHide).ifPresent(cuts::add);
    } else {
      programme.cut(part, false, doubt.reader().ownOf(part), mayHide).ifPresent(cuts::add);
    }
    programmes += programme.solved();
    return cuts.stream()
        .min(Comparator.comparingDouble(Programme.Cut::cost))
        .map(Programme.Cut::parts);
  }

  /// What a number is worth to the reader: the year before the quarter, the whole before its parts,
  /// a named value before "not known".
  private static double cost(Part part) {
    Cell cell = part.cell;
    if (!cell.municipality().isEmpty()) {
      return cell.municipality().equals(Municipalities.OTHER) ? 0.5 : 1;
    }
    if (cell.isWhole()) {
      return cell.period().isYear() ? 1_000 : 100;
    }
    return (cell.period().isYear() ? 8 : 1) * (WORTH_LESS.contains(cell.value()) ? 0.5 : 1);
  }

  private static final Set<String> WORTH_LESS = Set.of("unknown", "other", "no_intake");

  /// Shows again what was hidden in vain, the most valued first.
  private void tidy(List<Part> table) {
    table.stream()
        .filter(part -> part.label() == Label.HIDDEN)
        .sorted(Comparator.comparingDouble(Suppression::cost).reversed())
        .forEach(part -> {
          part.label(Label.SHOWN);
          if (doubt().isPresent()) {
            part.label(Label.HIDDEN);
          }
        });
  }
}
