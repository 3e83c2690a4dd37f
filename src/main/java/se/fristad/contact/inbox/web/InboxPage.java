package se.fristad.contact.inbox.web;

import gg.jte.Content;
import java.util.List;
import se.fristad.page.Shell;

/// Who waits, and what else asks for a hand.
///
/// @param sections what other modules show below
/// @param mayAnswer whether this viewer answers people
public record InboxPage(
    Shell shell,
    InboxRows rows,
    InboxFilter filter,
    List<Link> closed,
    List<Content> sections,
    boolean mayAnswer) {
  /// Copies the lists.
  public InboxPage {
    closed = List.copyOf(closed);
    sections = List.copyOf(sections);
  }

  /// A link to a list.
  public record Link(String text, String href) {}
}
