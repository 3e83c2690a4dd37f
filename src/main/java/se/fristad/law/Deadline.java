package se.fristad.law;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The last day of something that the law demands.
///
/// @param strict counted in calendar days: the goal, and what a worker is warned of
/// @param legal the limit: the same day, or the next working day when it is no such day (2 § lagen
///   (1930:173) om beräkning av lagstadgad tid)
public record Deadline(Rule rule, LocalDate strict, LocalDate legal, Provision provision) {
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
    /// A new day, later than the old one.
    DAY
  }

  /// Makes the time longer, where the paragraph lets it be, for reasons of the weight that it asks
  /// for, said in words, until a day that is fixed now.
  public Prolonged prolonged(@Nullable Reasons reasons, String words, @Nullable LocalDate until) {
    throw new UnsupportedOperationException();
  }
}
