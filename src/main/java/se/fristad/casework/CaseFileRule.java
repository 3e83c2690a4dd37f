package se.fristad.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;

/// Who may open a file: the caseworker whose it is, the one who delivers support in it, and the
/// head when she answers for others' work. A colleague may not, and who had it before may not any
/// more.
@StaffFace
@Component
class CaseFileRule implements FileRule {
  /// The kind of file.
  static final String KIND = "file";

  private final FileRows rows;

  CaseFileRule(FileRows rows) {
    this.rows = rows;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Relation relationOf(Viewer viewer, UUID id) {
    return rows.relation(id, viewer.staff());
  }

  /// Relation *none* is a file that is not there: it may be begun, and reading finds nothing.
  @Override
  public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
    return switch (purpose) {
      case INVESTIGATING ->
          viewer.role() == Role.CASEWORKER
              && (relation == Relation.MINE || relation == Relation.NONE);
      case FOLLOWING_UP -> viewer.role() == Role.CASEWORKER && relation == Relation.MINE;
      case SUPPORTING ->
          (viewer.role() == Role.TREATMENT_WORKER || viewer.role() == Role.NGO_WORKER)
              && relation == Relation.DELIVERS_SUPPORT;
      case SUPERVISING -> viewer.role() == Role.HEAD;
      case SCREENING, ANSWERING, CALLING_BACK, MEETING, COORDINATING, EMERGENCY -> false;
    };
  }

  /// For what this role decides in files: the head in everybody's, a caseworker in her own.
  static Purpose deciding(Viewer viewer) {
    return viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.INVESTIGATING;
  }

  /// For what this role opens files.
  static Purpose purposeOf(Viewer viewer) {
    return switch (viewer.role()) {
      case HEAD -> Purpose.SUPERVISING;
      case TREATMENT_WORKER, NGO_WORKER -> Purpose.SUPPORTING;
      default -> Purpose.INVESTIGATING;
    };
  }
}
