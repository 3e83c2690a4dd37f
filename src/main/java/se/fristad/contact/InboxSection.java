package se.fristad.contact;

import java.util.Optional;
import se.fristad.access.Viewer;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// What another module shows under the inbox: a bean of that module.
public interface InboxSection {
  /// The section, or nothing when there is nothing to say to this viewer.
  Optional<View> below(Viewer viewer, Shell shell);
}
