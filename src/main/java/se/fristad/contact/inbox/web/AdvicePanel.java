package se.fristad.contact.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;

/// The advice on safety, beside a conversation.
///
/// @param href the conversation's own address
/// @param tag HTML's `lang` of the advice
/// @param none what is said when there is none in her language
/// @param mayPut whether a piece can be put into the answer
public record AdvicePanel(
    Shell shell,
    String href,
    String tag,
    String direction,
    @Nullable String none,
    boolean mayPut,
    List<Shelf> shelves) {
  /// Copies the list.
  public AdvicePanel {
    shelves = List.copyOf(shelves);
  }

  /// What is about one thing.
  ///
  /// @param open whether it is shown at once: when a piece of it has just been put in
  public record Shelf(String title, boolean open, List<PhrasePanel.Phrase> pieces) {
    /// Copies the list.
    public Shelf {
      pieces = List.copyOf(pieces);
    }
  }
}
