package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Table;
import se.fristad.page.Tone;

/// A plan as it is read.
///
/// @param ended that it does not stand any more, in words; null while it does
/// @param tone of its day to be gone through
/// @param lines who made it, her view, how she has it
public record PlanSheet(
    String title, @Nullable String ended, Tone tone, List<Described> lines, List<Goal> goals) {
  /// Copies the lists.
  public PlanSheet {
    lines = List.copyOf(lines);
    goals = List.copyOf(goals);
  }

  /// A goal, and what is to be done for it.
  ///
  /// @param words hers; empty to whoever reads no goals
  /// @param belongs the need and the supports
  /// @param met what she has said last of whether she has reached it; null when she was not asked
  public record Goal(
      String heading, String words, String belongs, @Nullable String met, Table actions) {}
}
