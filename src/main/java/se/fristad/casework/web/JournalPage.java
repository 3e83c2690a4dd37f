package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Empty;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Tone;

/// The journal of a file.
///
/// @param informed whether the person knows of the notes, in a sentence
/// @param working the reader's own working notes
/// @param ways what can be done with the journal as a whole
/// @param note null for somebody who may not write
public record JournalPage(
    Shell shell,
    FileHead head,
    Tone informedTone,
    String informed,
    List<Working> working,
    List<JournalEntry.Way> ways,
    List<JournalEntry> entries,
    Paging paging,
    Empty empty,
    String findHref,
    @Nullable NotePanel note) {
  /// Copies the lists.
  public JournalPage {
    working = List.copyOf(working);
    ways = List.copyOf(ways);
    entries = List.copyOf(entries);
  }

  /// A working note of the reader's own.
  ///
  /// @param when when it was changed last, in words
  public record Working(String when, String text, String href) {}
}
