package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Shell;

/// What a form is told when it was saved while somebody writes.
///
/// @param says what the answers so far come to
public record SavedStep(Shell shell, String text, List<String> says) {
  /// Copies the list.
  public SavedStep {
    says = List.copyOf(says);
  }
}
