package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Described;
import se.fristad.page.Shell;

/// One mandate.
///
/// @param endable whether it can be ended; one that has ended cannot
public record MandatePage(
    Shell shell, String title, List<Described> lines, String href, boolean endable) {
  /// Copies the list.
  public MandatePage {
    lines = List.copyOf(lines);
  }
}
