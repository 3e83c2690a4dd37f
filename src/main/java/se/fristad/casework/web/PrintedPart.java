package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Described;

/// Something written in a file, with what has been said beside it.
///
/// @param when date and time, or the day
/// @param beside corrections and what is disputed; each stands with its original, never instead
public record PrintedPart(
    String title, String when, String who, List<Described> lines, List<PrintedPart> beside) {
  /// Copies the lists.
  public PrintedPart {
    lines = List.copyOf(lines);
    beside = List.copyOf(beside);
  }
}
