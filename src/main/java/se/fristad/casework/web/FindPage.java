package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Shell;

/// Words sought in one file.
///
/// @param said how many places there are, in a sentence; null before anything was sought
/// @param empty what to say when there are none
public record FindPage(
    Shell shell,
    FileHead head,
    String href,
    Field field,
    @Nullable String said,
    List<Place> places,
    Empty empty) {
  /// Copies the list.
  public FindPage {
    places = List.copyOf(places);
  }

  /// Where it stands.
  public record Place(String title, String when, String who, List<Line> lines) {
    /// Copies the list.
    public Place {
      lines = List.copyOf(lines);
    }
  }

  /// A text around a word.
  public record Line(String what, List<Piece> pieces) {
    /// Copies the list.
    public Line {
      pieces = List.copyOf(pieces);
    }
  }

  /// A piece of it.
  public record Piece(String text, boolean sought) {}
}
