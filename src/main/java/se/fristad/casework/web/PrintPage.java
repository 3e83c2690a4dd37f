package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Shell;

/// A file, or some of it, on paper.
///
/// @param lead what it is and of when
/// @param leftOut what does not stand here, and why, in sentences
/// @param back where one came from
public record PrintPage(
    Shell shell,
    String title,
    String lead,
    List<String> leftOut,
    List<PrintedPart> parts,
    String back) {
  /// Copies the lists.
  public PrintPage {
    leftOut = List.copyOf(leftOut);
    parts = List.copyOf(parts);
  }
}
