package se.fristad.contact;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.vault.Sides;

/// Who may open a conversation: those who answer at its door, and the head when she answers for
/// their work.
@Component
class ThreadRule implements FileRule {
  /// The kind of file.
  static final String KIND = "thread";

  /// Who answers people who write. Nurse, police and NGO join later, and only after the person was
  /// told and asked.
  private static final Set<Role> ANSWER =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER);

  private final ThreadRows rows;
  private final ConflictRows conflicts;

  ThreadRule(ThreadRows rows, ConflictRows conflicts) {
    this.rows = rows;
    this.conflicts = conflicts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Relation relationOf(Viewer viewer, UUID id) {
    UUID answerer = rows.answerer(Queue.of(Sides.current()), id).orElse(null);
    boolean conflict = conflicts.declared(Queue.of(Sides.current()), id, viewer.staff());
    return conflict
        ? Relation.CONFLICT_DECLARED
        : viewer.staff().equals(answerer) ? Relation.MINE : Relation.MY_TEAMS;
  }

  @Override
  public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
    if (relation == Relation.CONFLICT_DECLARED) {
      return false;
    }
    return switch (purpose) {
      case ANSWERING, SCREENING, CALLING_BACK -> ANSWER.contains(viewer.role());
      case SUPERVISING -> viewer.role() == Role.HEAD;
      case MEETING, INVESTIGATING, SUPPORTING, FOLLOWING_UP, COORDINATING, EMERGENCY -> false;
    };
  }
}
