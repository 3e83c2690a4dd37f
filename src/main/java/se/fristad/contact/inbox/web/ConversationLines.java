package se.fristad.contact.inbox.web;

import java.util.List;
import se.fristad.page.Bubble;
import se.fristad.page.Shell;

/// The part of a conversation that renews itself: what was said, never the form.
///
/// @param href where the next look is taken
public record ConversationLines(Shell shell, String href, List<Bubble> bubbles, String turn) {
  /// Copies the list.
  public ConversationLines {
    bubbles = List.copyOf(bubbles);
  }
}
