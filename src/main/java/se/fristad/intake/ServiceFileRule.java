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

/// Who may open a series of support without assessment: those who give it, and the head when she
/// answers for others' work.
@StaffFace
@Component
class ServiceFileRule implements FileRule {
  /// The kind of file.
  static final String KIND = "service";

  private static final Set<Role> GIVE =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER);

  private final ServiceRows rows;
  private final NotHers notHers;

  ServiceFileRule(ServiceRows rows, NotHers notHers) {
    this.rows = rows;
    this.notHers = notHers;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Relation relationOf(Viewer viewer, UUID id) {
    Service.Row row = rows.find(id).orElse(null);
    NotHers.Hidden hidden = notHers.from(viewer.staff());
    if (row != null && hidden.hides(row.id(), row.thread())) {
      return Relation.CONFLICT_DECLARED;
    }
    return row != null && viewer.staff().equals(row.begunBy()) ? Relation.MINE : Relation.MY_TEAMS;
  }

  @Override
  public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
    if (relation == Relation.CONFLICT_DECLARED) {
      return false;
    }
    return switch (purpose) {
      case SUPPORTING -> GIVE.contains(viewer.role());
      case SUPERVISING -> viewer.role() == Role.HEAD;
      case ANSWERING,
          SCREENING,
          CALLING_BACK,
          MEETING,
          INVESTIGATING,
          FOLLOWING_UP,
          COORDINATING,
          EMERGENCY,
          ON_DUTY ->
          false;
    };
  }

  /// For what a role opens a series.
  static Purpose purposeOf(Viewer viewer) {
    return viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.SUPPORTING;
  }
}
