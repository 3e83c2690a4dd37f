package se.fristad.contact.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Shell;

/// The questions of danger on a page of their own: when something was wrong with them.
///
/// @param back the conversation
/// @param refused why nothing was kept, when it is about no single field
/// @param answers what a colleague wrote meanwhile
public record ScreeningPage(
    Shell shell,
    String back,
    @Nullable String refused,
    List<Described> answers,
    ScreeningForm form) {
  /// Copies the list.
  public ScreeningPage {
    answers = List.copyOf(answers);
  }
}
