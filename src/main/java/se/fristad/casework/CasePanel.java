package se.fristad.casework;

import java.util.Optional;
import se.fristad.access.Viewer;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// A section of the case page: a bean of this module or of one that may use it. It is asked after
/// the file's own transaction has ended, and opens what it shows through the door itself.
public interface CasePanel {
  /// Its place on the page, from the top: 10 how to make contact, 20 risk, 30 what is due, 40 who
  /// does what, 50–80 the steps, 90 the story.
  int order();

  /// The template with its model, or nothing for this viewer or file.
  Optional<View> on(Viewer viewer, CaseFile file, Shell shell);
}
