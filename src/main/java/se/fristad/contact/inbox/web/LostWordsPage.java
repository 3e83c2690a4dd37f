package se.fristad.contact.inbox.web;

import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Tone;

/// Lost words: first which conversation it is, then its question and her answer.
///
/// @param href the address of the conversation in which she asks
/// @param day on which day she wrote
/// @param found the conversations of that day to which words lead
/// @param asking the question of the one that was chosen; null before
public record LostWordsPage(
    Shell shell, String href, Field day, @Nullable Table found, @Nullable Asking asking) {
  /// The question of a conversation.
  ///
  /// @param old the conversation's id
  /// @param oldHref its address
  /// @param renewal minted with the form
  /// @param question as she wrote it; blank when there is none
  /// @param may whether an answer may be tried
  /// @param says what is to be said of it now; null when nothing
  /// @param there what is to be said when somebody has that page open; null when nobody has
  /// @param left how many tries are left, in words
  /// @param answer the field
  public record Asking(
      String old,
      String oldHref,
      String renewal,
      String question,
      boolean may,
      @Nullable String says,
      Tone tone,
      @Nullable String there,
      String left,
      Field answer) {
    /// Nothing of it is printed.
    @Override
    public String toString() {
      return "[asking]";
    }
  }
}
