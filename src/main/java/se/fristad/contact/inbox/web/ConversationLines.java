package se.fristad.contact.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Bubble;
import se.fristad.page.Shell;

/// The part of a conversation that renews itself: what was said, never the form.
///
/// @param href where the next look is taken
/// @param present who else has it open; null when nobody
public record ConversationLines(
    Shell shell, String href, List<Bubble> bubbles, String turn, @Nullable String present) {
  /// Copies the list.
  public ConversationLines {
    bubbles = List.copyOf(bubbles);
  }
}
