package se.fristad.assessment;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;

/// What an instrument makes of the answers. It never changes; another assessment is another result.
///
/// @param instrument its id
/// @param sum empty when the method has none
/// @param level what the answers that are known give
/// @param upTo what they would give if every unknown were answered the worst way: "not known" never
///   counts as "no"
/// @param unknowns items answered "not known" and items not answered, of those that count
/// @param critical the items whose answer alone gives the highest level
/// @param validUntil the last day on which it can be the ground of a new decision
public record Result(
    String instrument,
    String version,
    OptionalInt sum,
    Level level,
    Level upTo,
    int unknowns,
    Set<String> critical,
    LocalDate validUntil) {
  /// Copies the set.
  public Result {
    critical = Set.copyOf(critical);
  }

  /// Whether it has expired on a day. It stays visible.
  public boolean expired(LocalDate today) {
    return today.isAfter(validUntil);
  }
}
