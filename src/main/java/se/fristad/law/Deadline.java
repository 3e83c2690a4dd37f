package se.fristad.law;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The last day of something that the law demands.
///
/// @param version the wording of the rule that it follows
/// @param strict counted in calendar days: the goal, and what a worker is warned of
/// @param legal the limit; the next working day when the goal is no such day ([Deadlines#MOVED_BY])
/// @param atOnce whether the law says *genast*: the goal is then the day on which the duty arose
public record Deadline(
    Rule rule, Rule.Version version, LocalDate strict, LocalDate legal, boolean atOnce) {
  /// The limit is never before the goal.
  public Deadline {
    if (legal.isBefore(strict)) {
      throw new IllegalArgumentException("limit before goal");
    }
  }

  /// How a day stands to it.
  public enum Standing {
    /// The goal lies ahead.
    AHEAD,
    /// The goal is today.
    TODAY,
    /// The goal has passed, the limit has not.
    LATE,
    /// The limit has passed.
    PASSED
  }

  /// The name of its rule: `child.forhandsbedomning`.
  public String key() {
    return rule.key();
  }

  /// The paragraph that it follows.
  public Provision provision() {
    return version.provision();
  }

  /// How a day stands to it.
  public Standing standing(LocalDate today) {
    if (today.isAfter(legal)) {
      return Standing.PASSED;
    }
    if (today.isAfter(strict)) {
      return Standing.LATE;
    }
    return today.equals(strict) ? Standing.TODAY : Standing.AHEAD;
  }

  /// The answer to a wish for more time.
  public sealed interface Prolonged {
    /// There is more time.
    record Until(Deadline deadline) implements Prolonged {}

    /// There is not.
    record Refused(Set<Lacking> lacking) implements Prolonged {
      /// Copies the set.
      public Refused {
        lacking = Set.copyOf(lacking);
      }
    }
  }

  /// What is missing before a limit can be made longer.
  public enum Lacking {
    /// The law gives no more time.
    POSSIBILITY,
    /// The reasons that the paragraph asks for.
    REASONS,
    /// The reasons in words.
    WORDS,
    /// A new day, later than the limit that was.
    DAY
  }

  /// Makes the time longer, where the paragraph lets it be: for reasons of the weight that it asks
  /// for, said in words, until a day that is fixed now. A day that the board has fixed is not moved
  /// by the calendar.
  public Prolonged prolonged(@Nullable Reasons reasons, String words, @Nullable LocalDate until) {
    Reasons asked = version.longer();
    if (asked == null) {
      return new Prolonged.Refused(Set.of(Lacking.POSSIBILITY));
    }
    Set<Lacking> lacking = EnumSet.noneOf(Lacking.class);
    if (reasons == null || reasons.compareTo(asked) < 0) {
      lacking.add(Lacking.REASONS);
    }
    if (words.isBlank()) {
      lacking.add(Lacking.WORDS);
    }
    if (until == null || !until.isAfter(legal)) {
      lacking.add(Lacking.DAY);
    }
    return until == null || !lacking.isEmpty()
        ? new Prolonged.Refused(lacking)
        : new Prolonged.Until(new Deadline(rule, version, until, until, false));
  }
}
