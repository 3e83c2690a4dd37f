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

/// Who may open a promised offer: those who make intakes, any of them, since a promise is the
/// centre's; and the head when she answers for others' work.
@StaffFace
@Component
class OfferFileRule implements FileRule {
  /// The kind of file.
  static final String KIND = "offer";

  private static final Set<Role> KEEP =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER);

  private final OfferRows rows;
  private final NotHers notHers;

  OfferFileRule(OfferRows rows, NotHers notHers) {
    this.rows = rows;
    this.notHers = notHers;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Relation relationOf(Viewer viewer, UUID id) {
    Offer.Row row = rows.find(id).orElse(null);
    NotHers.Hidden hidden = notHers.from(viewer.staff());
    if (row != null && hidden.hides(row.id(), row.thread())) {
      return Relation.CONFLICT_DECLARED;
    }
    return row != null && viewer.staff().equals(row.madeBy()) ? Relation.MINE : Relation.MY_TEAMS;
  }

  @Override
  public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
    if (relation == Relation.CONFLICT_DECLARED) {
      return false;
    }
    return switch (purpose) {
      case FOLLOWING_UP -> KEEP.contains(viewer.role());
      case SUPERVISING -> viewer.role() == Role.HEAD;
      case ANSWERING,
          SCREENING,
          SUPPORTING,
          CALLING_BACK,
          MEETING,
          INVESTIGATING,
          COORDINATING,
          EMERGENCY,
          ON_DUTY ->
          false;
    };
  }

  static Purpose purposeOf(Viewer viewer) {
    return viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.FOLLOWING_UP;
  }
}
