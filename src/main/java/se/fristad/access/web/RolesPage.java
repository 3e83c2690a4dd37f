package se.fristad.access.web;

import java.util.List;
import se.fristad.page.Shell;

/// Choosing in which of one's own roles to work.
public record RolesPage(Shell shell, List<Choice> choices) {
  /// A role of hers.
  public record Choice(String viewer, String label, boolean current) {}
}
