package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;

/// What a form is told when it was saved while somebody writes.
///
/// @param compare where what stands in another window is seen beside it; null when nothing does
/// @param says what the answers so far come to
public record SavedStep(Shell shell, String text, @Nullable String compare, List<String> says) {
  /// Copies the list.
  public SavedStep {
    says = List.copyOf(says);
  }

  /// Of a form that is written in one window.
  public SavedStep(Shell shell, String text, List<String> says) {
    this(shell, text, null, says);
  }
}
