package se.fristad.contact.inbox.web;

import java.util.List;
import se.fristad.page.Described;
import se.fristad.page.Shell;

/// Who of us knows the person.
///
/// @param href the conversation's own address
/// @param mayDeclare whether this viewer may say so of herself
/// @param declared for whom it is not there; for the head
/// @param lifted for whom it is there again, and why
public record ConflictPanel(
    Shell shell, String href, boolean mayDeclare, List<Declared> declared, List<Described> lifted) {
  /// Copies the lists.
  public ConflictPanel {
    declared = List.copyOf(declared);
    lifted = List.copyOf(lifted);
  }

  /// One for whom it is not there.
  ///
  /// @param lift where it is lifted
  public record Declared(String name, String at, String lift) {}
}
