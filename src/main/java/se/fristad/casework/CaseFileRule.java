package se.fristad.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Centre;

/// Who may open a file: the caseworker whose it is, the one who delivers support in it, and the
/// head when she answers for others' work. A colleague may not, and who had it before may not any
/// more. Who delivers support and is not of this house opens it for as long as a consent that
/// others are told stands, and not a day longer (10 kap. 1 § OSL). The file of somebody with
/// another identity is the head's alone (22 kap. 3 § OSL).
@StaffFace
@Component
class CaseFileRule implements FileRule {
  /// The kind of file.
  static final String KIND = "file";

  private final FileRows rows;
  private final ConsentRows consents;
  private final Centre centre;
  private final Clock clock;

  CaseFileRule(FileRows rows, ConsentRows consents, Centre centre, Clock clock) {
    this.rows = rows;
    this.consents = consents;
    this.centre = centre;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Relation relationOf(Viewer viewer, UUID id) {
    FileRows.Standing standing = rows.standing(id, viewer.staff(), clock.instant());
    Relation relation =
        standing.alone() && viewer.role() != Role.HEAD ? Relation.MY_TEAMS : standing.relation();
    return relation == Relation.DELIVERS_SUPPORT
            && viewer.role() == Role.NGO_WORKER
            && !consents.stands(
                id, Road.Subject.SHARE, LocalDate.ofInstant(clock.instant(), Files.HERE))
        ? Relation.MINE_BEFORE
        : relation;
  }

  /// Relation *none* is a file that is not there: it may be begun, and reading finds nothing.
  @Override
  public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
    if (relation == Relation.CONFLICT_DECLARED || relation == Relation.KIN_OR_NEIGHBOUR) {
      return false;
    }
    return switch (purpose) {
      case INVESTIGATING ->
          viewer.role() == Role.CASEWORKER
              && (relation == Relation.MINE || relation == Relation.NONE);
      case FOLLOWING_UP -> viewer.role() == Role.CASEWORKER && relation == Relation.MINE;
      case SUPPORTING ->
          (viewer.role() == Role.TREATMENT_WORKER || viewer.role() == Role.NGO_WORKER)
              && relation == Relation.DELIVERS_SUPPORT;
      case SUPERVISING -> viewer.role() == Role.HEAD;
      // whose it is reads it in any case
      case EMERGENCY ->
          EmergencyRule.ROLES.contains(viewer.role())
              && (relation == Relation.EMERGENCY_HOUR || relation == Relation.MINE);
      // she opens a file for somebody who has none; into one that is there she has a door of her
      // own
      case ON_DUTY ->
          viewer.role() == Role.DUTY_SOCIAL_SERVICE
              && relation == Relation.NONE
              && centre.isNight(clock.instant());
      case SCREENING, ANSWERING, CALLING_BACK, MEETING, COORDINATING -> false;
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
