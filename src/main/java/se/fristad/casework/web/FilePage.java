package se.fristad.casework.web;

import gg.jte.Content;
import java.util.List;
import se.fristad.page.Shell;

/// A file: the sections that its panels draw, from the top.
///
/// @param number the file's own number
/// @param sections each drawn whole by its own template
public record FilePage(Shell shell, String number, String state, List<Content> sections) {
  /// Copies the list.
  public FilePage {
    sections = List.copyOf(sections);
  }
}
