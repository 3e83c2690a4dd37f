package se.fristad.assessment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What an instrument makes of the answers. It never changes; another assessment is another result.
///
/// @param instrument its id
/// @param sum empty when the method has none
/// @param level what the answers that are known give
/// @param upTo what they would give if every unknown were answered the worst way: "not known" never
///   counts as "no"
/// @param band what the instrument itself calls the level, where it has more than three
/// @param unknowns items that count and are answered "not known", "not asked" or not at all
/// @param critical the items whose answer alone gives the highest level
/// @param validUntil the last day on which it can be the ground of a new decision
public record Result(
    String instrument,
    String version,
    OptionalInt sum,
    Level level,
    Level upTo,
    String band,
    int unknowns,
    Set<String> critical,
    LocalDate validUntil) {
  /// Copies the set.
  public Result {
    critical = Set.copyOf(critical);
  }

  /// Whether it has expired on a day. It stays visible, and a new decision on it asks for a
  /// confirmation.
  public boolean expired(LocalDate today) {
    return today.isAfter(validUntil);
  }

  /// The key of the sentence that explains the level: by a critical answer, or by the sum.
  public String explanationKey() {
    return critical.isEmpty() ? "assessment.by-sum" : "assessment.by-critical";
  }

  /// The key of the warning that stands beside the level while anything is unknown, with the number
  /// and the text of [#upTo] to fill in.
  public Optional<String> warningKey() {
    if (unknowns == 0) {
      return Optional.empty();
    }
    return Optional.of(upTo == level ? "assessment.unknowns" : "assessment.unknowns.up-to");
  }
}
