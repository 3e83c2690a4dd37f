package se.fristad.contact.inbox.web;

import java.util.List;
import se.fristad.page.Described;
import se.fristad.page.Shell;

/// Whether one knows the person of a conversation; for the head, who does.
///
/// @param href the conversation's own address
/// @param mayDeclare whether this viewer answers here
/// @param declared who has said so, and when
public record ConflictPanel(
    Shell shell, String href, boolean mayDeclare, List<Described> declared) {
  /// Copies the list.
  public ConflictPanel {
    declared = List.copyOf(declared);
  }
}
