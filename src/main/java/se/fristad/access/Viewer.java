package se.fristad.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;

/// A person for one organisation in one role: who looks (*läsare*).
///
/// @param staff her id in the staff register
/// @param organisation the code of the organisation she acts for, as `centre` or `region`
/// @param role the capacity she acts in; one person may have several, one at a time
public record Viewer(UUID staff, String organisation, Role role) {
  /// The line of the log that says what she did, for what does not go through the [FileDoor].
  ///
  /// @param act what, a code: `logout`, `change_role` …
  /// @param kind with what, a code: `session`, `staff` …
  /// @param subject with which, if it is one
  /// @param purpose why, a code
  public LogLine line(
      String act, String kind, @Nullable UUID subject, String purpose, Outcome outcome) {
    return LogLine.about(staff, organisation, role.code(), act, kind, subject, purpose, outcome);
  }
}
