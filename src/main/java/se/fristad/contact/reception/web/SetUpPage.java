package se.fristad.contact.reception.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// How the reception is set up: who receives, the rooms, who is away, the groups to come.
///
/// @param said what has just been kept, and what follows from it
public record SetUpPage(
    Shell shell, String queue, List<TimesPage.Way> sides, @Nullable String said, List<Part> parts) {
  /// Copies the lists.
  public SetUpPage {
    sides = List.copyOf(sides);
    parts = List.copyOf(parts);
  }

  /// A list, and the way to a new one.
  ///
  /// @param gone what of it can be taken away, each by a press
  public record Part(Table table, String add, String href, List<Gone> gone) {
    /// Copies the list.
    public Part {
      gone = List.copyOf(gone);
    }
  }

  /// Something that can be taken away.
  public record Gone(String label, String name, String value) {}
}
