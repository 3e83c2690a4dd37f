package se.fristad.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.access.Viewer;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// What another room can do with an intake that is concluded: a bean of that room. It is asked
/// after the intake's own transaction has ended.
public interface AfterIntake {
  /// An intake that is concluded.
  ///
  /// @param waits it was concluded as an application, and nobody has taken it up
  /// @param concern children may have seen, heard or suffered violence, and it is known who they
  ///   are
  /// @param municipality whose board has the report of them, else where the intake belongs; null
  ///   when neither is known
  record Ended(UUID intake, boolean waits, boolean concern, @Nullable String municipality) {}

  /// The addresses and their words; none for this viewer when there is nothing she can do.
  List<Option> on(Viewer viewer, Ended ended, Shell shell);
}
