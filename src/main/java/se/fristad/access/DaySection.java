package se.fristad.access;

import java.util.Optional;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// What a room tells at the top of *My day*, contributed as a bean by that room: who waits there,
/// what the night brought.
public interface DaySection {
  /// The section, or nothing when there is nothing to say to this viewer.
  Optional<View> today(Viewer viewer, Shell shell);
}
