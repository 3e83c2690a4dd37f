package se.fristad.casework;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;

/// Who may begin an emergency hour in a file that is not hers: a caseworker and the duty social
/// service, never whoever knows the person, is kin or a neighbour, and never in the file of
/// somebody with another identity.
@StaffFace
@Component
class EmergencyRule implements FileRule {
  /// The kind: the file's id stands for its emergency.
  static final String KIND = "emergency";

  static final Set<Role> ROLES = Set.of(Role.CASEWORKER, Role.DUTY_SOCIAL_SERVICE);

  private final FileRows rows;
  private final Clock clock;

  EmergencyRule(FileRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Relation relationOf(Viewer viewer, UUID id) {
    FileRows.Standing standing = rows.standing(id, viewer.staff(), clock.instant());
    return standing.alone() ? Relation.CONFLICT_DECLARED : standing.relation();
  }

  @Override
  public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
    return purpose == Purpose.EMERGENCY
        && ROLES.contains(viewer.role())
        && relation != Relation.CONFLICT_DECLARED
        && relation != Relation.KIN_OR_NEIGHBOUR
        && relation != Relation.NONE;
  }
}
