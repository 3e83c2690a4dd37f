package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The plans of a file: one whole, and which there are.
///
/// @param plan null when there is none
/// @param ways the steps that can be taken with it now
public record PlanPage(
    Shell shell, FileHead head, @Nullable PlanSheet plan, List<Option> ways, Table versions) {
  /// Copies the list.
  public PlanPage {
    ways = List.copyOf(ways);
  }
}
