package se.fristad.contact.publishing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// What the public face tells, and what is due.
///
/// @param done what has just been done
/// @param due what somebody must look at again
public record PublicOverview(
    Shell shell, @Nullable String done, List<String> due, Table lines, Table pages) {
  /// Copies the list.
  public PublicOverview {
    due = List.copyOf(due);
  }
}
