package se.fristad.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What somebody gets out of a year's published files who solves them as equations.
///
/// @param hidden how many numbers are not told
/// @param broken those that she can narrow down, with how far and what she knew besides
public record AttackedYear(long hidden, List<String> broken) {
  private static final double NEAR = 1e-6;

  /// Attacks a year's files, first knowing nothing, then once as each municipality.
  ///
  /// @param files the CSV files of the year and its quarters
  /// @param own each municipality's true numbers, by `period|municipality|measure||`
  public static AttackedYear of(List<String> files, Map<String, Map<String, Long>> own) {
    Map<String, String> published = new HashMap<>();
    files.forEach(file -> published.putAll(Year.published(file)));
    List<String> broken = new ArrayList<>(broken(published, Map.of()));
    own.values().forEach(hers -> broken.addAll(broken(published, hers)));
    return new AttackedYear(
        published.values().stream().filter(told -> !told.matches("[0-9]+")).count(), broken);
  }

  /// What the attacker can narrow down: a `<5` to fewer than all of nought to four (or from what is
  /// her own), a `..` to less than five numbers' width.
  static List<String> broken(Map<String, String> published, Map<String, Long> own) {
    List<String> broken = new ArrayList<>();
    for (Attack.Found found : new Attack(published, own).found()) {
      long hers =
          own.entrySet().stream()
              .filter(one -> found.cell().equals(one.getKey().replaceFirst("\\|[0-9]{4}\\|", "||")))
              .mapToLong(Map.Entry::getValue)
              .sum();
      boolean safe =
          switch (found.mark()) {
            case "<5" -> found.least() <= hers + NEAR && found.most() >= 4 - NEAR;
            case ".." -> found.width() >= 5 - NEAR;
            // told not at all: it must not be known to be small and which
            default ->
                found.most() >= 4 - NEAR && found.width() >= 4 - hers - NEAR || found.least() >= 5;
          };
      if (!safe) {
        broken.add(found + " knowing " + own);
      }
    }
    return broken;
  }
}
