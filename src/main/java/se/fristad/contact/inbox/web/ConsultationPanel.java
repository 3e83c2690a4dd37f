package se.fristad.contact.inbox.web;

import java.util.List;
import se.fristad.page.Described;
import se.fristad.page.Shell;

/// What a professional was helped with, beside her conversation.
///
/// @param told what is noted; empty when nothing is
/// @param words the case as it was told; empty when nobody wrote it
public record ConsultationPanel(
    Shell shell, String href, List<Described> told, String words, boolean mayWrite) {
  /// Copies the list.
  public ConsultationPanel {
    told = List.copyOf(told);
  }

  /// Nothing of it is printed.
  @Override
  public String toString() {
    return "[consultation]";
  }
}
