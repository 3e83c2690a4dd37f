package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Shell;

/// A document on the screen.
///
/// @param paper where it is on paper
/// @param lines when it was made, by whom, of which version
/// @param nameless why nobody is named in it; null when somebody may be
/// @param words the document as HTML, safe whatever stands in it
public record DocumentPage(
    Shell shell,
    FileHead head,
    String title,
    String paper,
    List<Described> lines,
    @Nullable String nameless,
    String words) {
  /// Copies the list.
  public DocumentPage {
    lines = List.copyOf(lines);
  }
}
