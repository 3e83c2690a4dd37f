package se.fristad.casework.web;

import java.util.List;

/// A locked note, with what stands beside it.
///
/// @param marks what it tells beside the matter, in words
/// @param ways what can be done beside it
public record JournalEntry(PrintedPart part, List<String> marks, List<Way> ways) {
  /// Copies the lists.
  public JournalEntry {
    marks = List.copyOf(marks);
    ways = List.copyOf(ways);
  }

  /// A way to a step.
  public record Way(String label, String href) {}
}
