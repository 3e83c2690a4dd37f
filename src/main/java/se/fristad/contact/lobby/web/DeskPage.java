package se.fristad.contact.lobby.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;

/// The desk: who waits, who is expected and has come.
///
/// @param title the day
/// @param sides the other side's desk, for whoever answers for both
/// @param come where somebody who has come is written down; nothing for whoever only looks
public record DeskPage(
    Shell shell, String title, List<Side> sides, @Nullable String come, DeskRows rows) {
  /// Copies the list.
  public DeskPage {
    sides = List.copyOf(sides);
  }

  /// A link to a side's desk, and whether it is this one.
  public record Side(String label, String href, boolean here) {}
}
