package se.fristad.contact;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.vault.Sides;

/// Who may open a conversation: those who answer at its door, and the head when she answers for
/// their work. A conversation with somebody who asks in her work is a file of another kind, with
/// another rule: who receives those who seek support does not find it.
class ThreadRule implements FileRule {
  /// The kind of file that a conversation is with somebody who seeks support, or change.
  static final String KIND = "thread";

  /// The kind of file that a conversation is with somebody who asks in her work (*konsultation*).
  static final String CONSULTATION = "consultation";

  /// Who answers people who write. Nurse, police and NGO come in by invitation, and only after the
  /// person was told and asked.
  static final Set<Role> ANSWER =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER);

  private final String kind;
  private final Set<Role> answer;
  private final ThreadRows rows;
  private final InvitationRows invitations;
  private final ConflictRows conflicts;
  private final Times times;
  private final Clock clock;

  ThreadRule(
      String kind,
      Set<Role> answer,
      ThreadRows rows,
      InvitationRows invitations,
      ConflictRows conflicts,
      Times times,
      Clock clock) {
    this.kind = kind;
    this.answer = answer;
    this.rows = rows;
    this.invitations = invitations;
    this.conflicts = conflicts;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Relation relationOf(Viewer viewer, UUID id) {
    Queue queue = Queue.of(Sides.current(), kind);
    boolean conflict = conflicts.declared(queue, id, viewer.staff());
    UUID owner = rows.owner(queue, id).orElse(null);
    Invitation invitation =
        invitations.of(queue, id).stream()
            .filter(one -> one.staff().equals(viewer.staff()))
            .findFirst()
            .orElse(null);
    if (conflict) {
      // asked last: whoever knows her must not learn from the time it takes that there is one
      return Relation.CONFLICT_DECLARED;
    }
    if (invitation != null) {
      // whoever was asked in reads by that alone, also one of the team
      return switch (invitation.stage(clock.instant(), times.answering())) {
        case Invitation.Stage.Open open ->
            invitation.role() == viewer.role() ? Relation.INVITED : Relation.NONE;
        case Invitation.Stage.Undelivered undelivered -> Relation.NONE;
        case Invitation.Stage.Asked asked -> Relation.NONE;
        case Invitation.Stage.Refused refused -> Relation.NONE;
      };
    }
    return viewer.staff().equals(owner) ? Relation.MINE : Relation.MY_TEAMS;
  }

  @Override
  public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
    if (relation == Relation.CONFLICT_DECLARED) {
      return false;
    }
    return switch (purpose) {
      case ANSWERING ->
          relation == Relation.INVITED
              || (relation != Relation.NONE && answer.contains(viewer.role()));
      case SCREENING, CALLING_BACK, MEETING ->
          relation != Relation.NONE && answer.contains(viewer.role());
      case SUPERVISING -> viewer.role() == Role.HEAD;
      case INVESTIGATING, SUPPORTING, FOLLOWING_UP, COORDINATING, EMERGENCY, ON_DUTY -> false;
    };
  }
}
