package se.fristad.contact.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Shell;

/// What was told of danger, beside the conversation.
///
/// @param told who asked last, when, and how it was answered in numbers; null when nobody has asked
/// @param guidance what the answers ask of the one who asks
/// @param answers what was answered, the acute first; not what was not asked
/// @param earlier what was answered before, in numbers
/// @param form for the one who asks; null for the head
public record ScreeningPanel(
    Shell shell,
    @Nullable String told,
    List<String> guidance,
    List<Described> answers,
    List<String> earlier,
    @Nullable ScreeningForm form) {
  /// Copies the lists.
  public ScreeningPanel {
    guidance = List.copyOf(guidance);
    answers = List.copyOf(answers);
    earlier = List.copyOf(earlier);
  }
}
