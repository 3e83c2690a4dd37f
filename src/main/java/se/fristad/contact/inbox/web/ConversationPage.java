package se.fristad.contact.inbox.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// A conversation, the answer to it, and beside it what other modules need.
///
/// @param href the conversation's own address
/// @param client the id of the answer that this form makes, whatever happens on the way
/// @param warnings what in the answer may tell who somebody is
/// @param asksSure whether the answer is sent in spite of them after a tick
/// @param mayAnswer whether this viewer answers here
/// @param mayWork whether this viewer marks and closes here
/// @param danger whether danger is marked
/// @param because why a call became nothing more
/// @param back where the link back leads
/// @param phrases what she may put into her answer; null when she answers nothing here
/// @param desk what colleagues do with it; null for who was asked in
/// @param beside the viewer's own conversations, this one too
/// @param reasons what may be chosen; empty when no reason is asked for
public record ConversationPage(
    Shell shell,
    String href,
    List<Described> about,
    ConversationLines lines,
    ConversationSigns signs,
    Field words,
    String client,
    List<String> warnings,
    boolean asksSure,
    boolean mayAnswer,
    boolean mayWork,
    boolean open,
    boolean danger,
    Field because,
    List<Option> reasons,
    String back,
    @Nullable PhrasePanel phrases,
    @Nullable DeskPanel desk,
    List<Beside> beside,
    List<Content> panels) {
  /// Copies the lists.
  public ConversationPage {
    about = List.copyOf(about);
    warnings = List.copyOf(warnings);
    reasons = List.copyOf(reasons);
    beside = List.copyOf(beside);
    panels = List.copyOf(panels);
  }

  /// Another conversation that the viewer has.
  ///
  /// @param here whether it is this one
  /// @param waiting since when she waits; null when it is her turn
  public record Beside(
      String href, boolean here, @Nullable Instant waiting, boolean danger, Instant begun) {}
}
