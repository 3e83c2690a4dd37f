package se.fristad.intake;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;

/// Who writes down the kinds of support and what the board has decided on them: the head. They are
/// about nobody, and read by all who give support.
@StaffFace
@Component
class ServiceTypeRule implements FileRule {
  /// The kind of file.
  static final String KIND = "service_type";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Relation relationOf(Viewer viewer, UUID id) {
    return Relation.MY_TEAMS;
  }

  @Override
  public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
    return purpose == Purpose.SUPERVISING && viewer.role() == Role.HEAD;
  }
}
