package se.fristad.contact.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The prepared phrases beside an answer.
///
/// @param title what they are
/// @param open whether they are shown at once: when one has just been put in
/// @param tag HTML's `lang` of their language
/// @param none what is said when there are none
public record PhrasePanel(
    String title,
    boolean open,
    String tag,
    String direction,
    @Nullable String none,
    List<Phrase> phrases) {
  /// Copies the list.
  public PhrasePanel {
    phrases = List.copyOf(phrases);
  }

  /// A phrase.
  ///
  /// @param swedish the same in Swedish; null when it is Swedish
  /// @param behind whether the Swedish was changed after it was written
  public record Phrase(int number, String text, @Nullable String swedish, boolean behind) {}
}
