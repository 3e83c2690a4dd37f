package se.fristad.contact.lobby;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.Viewer;

/// Who may see who waits: those who receive on that side, to receive; the head, to answer for it.
/// Nothing of who somebody is stands there, so that no conflict can be declared with it.
@Component
class LobbyRule implements FileRule {
  /// The kind of file that somebody in the waiting room is.
  static final String KIND = "waiting_room";

  /// Who receives.
  static final Set<Role> RECEIVE =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER);

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
    return purpose == Purpose.MEETING && RECEIVE.contains(viewer.role());
  }
}
