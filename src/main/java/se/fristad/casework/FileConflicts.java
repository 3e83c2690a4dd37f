package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.vault.Confidential;

/// Who of us knows somebody with a file, or her family (*jäv*, 16 § FL): from then on the file is
/// not there for that one, in no list and at no address, whoever's it was. The head sees for whom,
/// gives the file to somebody else, and lifts what was a mistake.
@StaffFace
@Component
class FileConflicts {
  /// The longest reason, in characters.
  static final int MOST = 1_000;

  private final Files files;
  private final FileConflictRows rows;
  private final ApplicationEventPublisher events;

  FileConflicts(Files files, FileConflictRows rows, ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.events = events;
  }

  /// Says that somebody knows her: the viewer herself, or, by the head, a colleague.
  Step<Boolean> declare(Viewer viewer, UUID file, UUID staff) {
    if (viewer.role() != Role.HEAD && !staff.equals(viewer.staff())) {
      throw new IllegalArgumentException("nobody but the head says so of another");
    }
    return files.write(
        viewer,
        file,
        "declare_conflict",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          rows.declare(hand.id(), staff, hand.now(), hand.staff());
          events.publishEvent(new FileConflictChanged(hand.id(), true, hand.now()));
          return true;
        });
  }

  /// Lifts it, with a reason.
  Step<Boolean> lift(Viewer viewer, UUID file, UUID staff, Confidential why) {
    return files.write(
        viewer,
        file,
        "lift_conflict",
        Purpose.SUPERVISING,
        hand -> {
          if (why.isBlank()) {
            throw Files.refused(Refusal.unreadable("why", "casework.step.lift_conflict.without"));
          }
          Instant declared =
              rows.withdraw(hand.id(), staff)
                  .orElseThrow(() ->
                      Files.refused(Refusal.unreadable("why", "casework.step.lift_conflict.none")));
          UUID id = UUID.randomUUID();
          rows.lifted(
              id,
              hand.id(),
              staff,
              declared,
              hand.now(),
              hand.staff(),
              hand.sealText(id, "conflict_lifted", 1, why));
          events.publishEvent(new FileConflictChanged(hand.id(), false, hand.now()));
          return true;
        });
  }
}
