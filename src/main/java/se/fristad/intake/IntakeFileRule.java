package se.fristad.intake;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;

/// Who may open an intake: the one who makes it, every caseworker since she is to take over, and
/// the head when she answers for others' work.
@StaffFace
@Component
class IntakeFileRule implements FileRule {
  /// The kind of file.
  static final String KIND = "intake";

  /// Who makes intakes.
  private static final Set<Role> MAKE =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER);

  private final IntakeRows rows;
  private final IntakeConflictRows conflicts;

  IntakeFileRule(IntakeRows rows, IntakeConflictRows conflicts) {
    this.rows = rows;
    this.conflicts = conflicts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Relation relationOf(Viewer viewer, UUID id) {
    UUID maker = rows.maker(id).orElse(null);
    if (conflicts.declared(id, viewer.staff())) {
      return Relation.CONFLICT_DECLARED;
    }
    if (maker == null) {
      return Relation.NONE;
    }
    return maker.equals(viewer.staff()) ? Relation.MINE : Relation.MY_TEAMS;
  }

  @Override
  public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
    if (relation == Relation.CONFLICT_DECLARED) {
      return false;
    }
    return switch (purpose) {
      case SCREENING ->
          MAKE.contains(viewer.role())
              && (seesAll(viewer) || relation == Relation.MINE || relation == Relation.NONE);
      case SUPERVISING -> viewer.role() == Role.HEAD;
      case ANSWERING,
          CALLING_BACK,
          MEETING,
          INVESTIGATING,
          SUPPORTING,
          FOLLOWING_UP,
          COORDINATING,
          EMERGENCY,
          ON_DUTY ->
          false;
    };
  }

  /// For what this role opens intakes.
  static Purpose purposeOf(Viewer viewer) {
    return viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.SCREENING;
  }

  /// Whether the lists show this role everybody's intakes, or her own.
  static boolean seesAll(Viewer viewer) {
    return viewer.role() == Role.CASEWORKER || viewer.role() == Role.HEAD;
  }
}
