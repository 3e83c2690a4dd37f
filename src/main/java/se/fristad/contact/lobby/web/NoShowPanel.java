package se.fristad.contact.lobby.web;

import java.util.List;
import se.fristad.page.Shell;

/// Beside a conversation: the times to which she did not come.
public record NoShowPanel(Shell shell, String href, List<Line> lines) {
  /// Copies the list.
  public NoShowPanel {
    lines = List.copyOf(lines);
  }

  /// A time, and how it stands.
  ///
  /// @param open whether somebody must still find out
  public record Line(String meeting, String when, String state, boolean open) {}
}
