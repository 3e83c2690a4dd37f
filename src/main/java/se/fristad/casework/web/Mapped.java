package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Tone;

/// What is mapped in a file: each exposure, each list.
///
/// @param left what a print-out says of that which it leaves out; null when it leaves nothing out
public record Mapped(List<Card> cards, @Nullable String left) {
  /// Copies the list.
  public Mapped {
    cards = List.copyOf(cards);
  }

  /// One of them.
  ///
  /// @param marks what stands beside the heading
  /// @param ownWords hers; null when the worker's words stand alone
  /// @param by who wrote it, and when
  /// @param heldBack why it is left out of what is printed or given out; null when it is not
  /// @param again the address of the form that puts another in its place; null when nothing can
  /// @param againLabel what that way is called
  /// @param earlier what stood in its place before, the latest first
  public record Card(
      String heading,
      List<Mark> marks,
      @Nullable String ownWords,
      List<Described> lines,
      String by,
      @Nullable String heldBack,
      @Nullable String again,
      String againLabel,
      List<Card> earlier) {
    /// Copies the lists.
    public Card {
      marks = List.copyOf(marks);
      lines = List.copyOf(lines);
      earlier = List.copyOf(earlier);
    }
  }

  /// A mark beside a heading.
  public record Mark(Tone tone, String text) {}
}
