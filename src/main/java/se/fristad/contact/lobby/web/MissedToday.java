package se.fristad.contact.lobby.web;

import java.util.List;
import se.fristad.page.Shell;
import se.fristad.page.Tone;

/// On my day: those who did not come, and of whom nobody has found out.
public record MissedToday(Shell shell, List<Line> lines) {
  /// Copies the list.
  public MissedToday {
    lines = List.copyOf(lines);
  }

  /// A sentence for a side.
  public record Line(Tone tone, String text, String href) {}
}
