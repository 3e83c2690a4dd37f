package se.fristad.contact.inbox.web;

import gg.jte.Content;
import java.util.List;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Shell;

/// A conversation, the answer to it, and beside it what other modules need.
///
/// @param href the conversation's own address
/// @param client the id of the answer that this form makes, whatever happens on the way
/// @param warnings what in the answer may tell who somebody is
/// @param asksSure whether the answer is sent in spite of them after a tick
/// @param mayAnswer whether this viewer answers here
public record ConversationPage(
    Shell shell,
    String href,
    List<Described> about,
    ConversationLines lines,
    Field words,
    String client,
    List<String> warnings,
    boolean asksSure,
    boolean mayAnswer,
    boolean open,
    List<Content> panels) {
  /// Copies the lists.
  public ConversationPage {
    about = List.copyOf(about);
    warnings = List.copyOf(warnings);
    panels = List.copyOf(panels);
  }
}
