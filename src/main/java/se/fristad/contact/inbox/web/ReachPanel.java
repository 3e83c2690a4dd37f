package se.fristad.contact.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Shell;

/// How she may be reached, beside her conversation.
///
/// @param href the conversation's own address
/// @param asked whether anybody has asked her
/// @param rule one line a question
/// @param wish the call that was promised; null when none was
/// @param late whether its time is over
/// @param mayWrite whether this viewer writes here
/// @param mayCall whether there is a number to call
public record ReachPanel(
    Shell shell,
    String href,
    boolean asked,
    List<Described> rule,
    @Nullable String wish,
    boolean late,
    boolean mayWrite,
    boolean mayCall) {
  /// Copies the list.
  public ReachPanel {
    rule = List.copyOf(rule);
  }
}
