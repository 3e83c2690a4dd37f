package se.fristad.intake;

import java.util.Optional;
import java.util.UUID;
import se.fristad.access.Viewer;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// What another room can do with an intake that was concluded as an application and that nobody has
/// taken up: a bean of that room. It is asked after the intake's own transaction has ended.
public interface AfterIntake {
  /// The address and its words, or nothing for this viewer.
  Optional<Option> on(Viewer viewer, UUID intake, Shell shell);
}
