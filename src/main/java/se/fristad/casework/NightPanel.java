package se.fristad.casework;

import java.util.Optional;
import se.fristad.access.Viewer;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// What another room tells on the card that the duty social service sees of somebody in danger: the
/// shelter, whether she stays there now, and where only by its own rule. A bean of that room; none
/// yet. Asked after the card's own transaction has ended; it opens what it shows through the door
/// itself.
public interface NightPanel {
  /// The template with its model, or nothing for this viewer or file.
  Optional<View> on(Viewer viewer, CaseFile file, Shell shell);
}
