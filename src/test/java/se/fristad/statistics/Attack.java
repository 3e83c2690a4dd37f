package se.fristad.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Someone who has every file of a year before her, writes down what she knows must add up, and
/// solves it: for each number that is not told, how small and how large can it be?
///
/// She knows nothing but the files' own lines and what the page says of them: that the parts of a
/// whole add up to it (but for kinds of violence and relations, of which a person may have
/// several), that the quarters add up to the year and the municipalities to the county; that `<5`
/// is at most four and `..` at least five. She may know one municipality's own numbers besides.
final class Attack {
  private static final Set<String> SEVERAL = Set.of("kind", "relation");

  private final Map<String, String> published;
  private final Map<String, Long> own;
  private final Map<String, Integer> unknowns = new LinkedHashMap<>();

  /// @param published what stands in the files, by `period|municipality|measure|dimension|value`
  /// @param own the true numbers that she knows, by the same
  Attack(Map<String, String> published, Map<String, Long> own) {
    this.published = new TreeMap<>(published);
    this.own = own;
  }

  /// What she has found out of a number.
  record Found(String cell, String mark, double least, double most) {
    double width() {
      return most - least;
    }
  }

  /// Everything that is not told, and how far she has come with it.
  List<Found> found() {
    List<Found> found = new ArrayList<>();
    Set<String> measures = new TreeSet<>();
    published.keySet().forEach(cell -> measures.add(cell.split("\\|", -1)[2]));
    for (String measure : measures) {
      found.addAll(found(measure));
    }
    return found;
  }

  private List<Found> found(String measure) {
    unknowns.clear();
    List<String> cells =
        published.keySet().stream().filter(cell -> part(cell, 2).equals(measure)).toList();
    if (cells.stream().allMatch(cell -> isNumber(mark(cell)))) {
      return List.of();
    }
    cells.forEach(cell -> unknowns.put(cell, unknowns.size()));
    Attacker attacker = new Attacker(unknowns.size());
    for (String cell : cells) {
      told(attacker, cell);
    }
    Set<String> periods = new TreeSet<>();
    cells.forEach(cell -> periods.add(part(cell, 0)));
    for (String period : periods) {
      divisions(attacker, cells, period);
    }
    String year = periods.iterator().next().substring(0, 4);
    for (String cell : cells) {
      if (part(cell, 0).equals(year) && part(cell, 1).isEmpty()) {
        overTheYear(attacker, cell, year);
      }
    }
    List<Found> found = new ArrayList<>();
    for (String cell : cells) {
      String mark = mark(cell);
      if (!isNumber(mark) && !own.containsKey(cell)) {
        double[] it = line(cell);
        found.add(new Found(cell, mark, attacker.least(it), attacker.most(it)));
      }
    }
    return found;
  }

  private void told(Attacker attacker, String cell) {
    String mark = mark(cell);
    Long known = own.get(cell);
    if (known != null) {
      attacker.equal(line(cell), known);
    } else if (isNumber(mark)) {
      attacker.equal(line(cell), Long.parseLong(mark));
    } else if (mark.equals("<5")) {
      attacker.atMost(line(cell), 4);
    } else if (mark.equals("..")) {
      attacker.atMost(negative(line(cell)), -5);
    }
  }

  private void divisions(Attacker attacker, List<String> cells, String period) {
    Map<String, List<String>> byDivision = new TreeMap<>();
    String whole = period + "||" + part(cells.getFirst(), 2) + "||";
    for (String cell : cells) {
      if (part(cell, 0).equals(period)) {
        if (!cell.equals(whole)) {
          String division = part(cell, 1).isEmpty() ? part(cell, 3) : "municipality";
          byDivision.computeIfAbsent(division, none -> new ArrayList<>()).add(cell);
        }
      }
    }
    for (var division : byDivision.entrySet()) {
      double[] sum = line(division.getValue().toArray(String[]::new));
      sum[at(whole)] -= 1;
      if (SEVERAL.contains(division.getKey())) {
        attacker.atMost(negative(sum), 0);
        for (String cell : division.getValue()) {
          double[] part = line(cell);
          part[at(whole)] -= 1;
          attacker.atMost(part, 0);
        }
      } else {
        attacker.equal(sum, 0);
      }
    }
  }

  private void overTheYear(Attacker attacker, String cell, String year) {
    List<String> quarters = new ArrayList<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      String one = year + "-Q" + quarter + cell.substring(4);
      if (unknowns.containsKey(one)) {
        quarters.add(one);
      }
    }
    if (quarters.size() == 4) {
      double[] sum = line(quarters.toArray(String[]::new));
      sum[at(cell)] -= 1;
      attacker.equal(sum, 0);
    }
  }

  private double[] line(String... cells) {
    double[] line = new double[unknowns.size()];
    for (String cell : cells) {
      line[at(cell)] = 1;
    }
    return line;
  }

  private static double[] negative(double[] line) {
    double[] minus = new double[line.length];
    for (int i = 0; i < line.length; i++) {
      minus[i] = -line[i];
    }
    return minus;
  }

  private String mark(String cell) {
    return Objects.requireNonNull(published.get(cell), cell);
  }

  private int at(String cell) {
    return Objects.requireNonNull(unknowns.get(cell), cell);
  }

  private static boolean isNumber(String mark) {
    return mark.matches("[0-9]+");
  }

  private static String part(String cell, int index) {
    return cell.split("\\|", -1)[index];
  }
}
