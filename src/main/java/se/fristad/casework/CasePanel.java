package se.fristad.casework;

import java.util.Optional;
import se.fristad.access.Viewer;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// A section of the case page: a bean of this module or of one that may use it (shelter and
/// conference, when they are there; none yet). It is asked after the file's own transaction has
/// ended, and opens what it shows through the door itself.
public interface CasePanel {
  /// Its place among the sections, from the top. They stand together, between what has been granted
  /// and the story.
  int order();

  /// The template with its model, or nothing for this viewer or file.
  Optional<View> on(Viewer viewer, CaseFile file, Shell shell);
}
