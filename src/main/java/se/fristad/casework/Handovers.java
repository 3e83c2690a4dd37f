package se.fristad.casework;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;

/// Somebody else takes over a file: the head says who. Whoever had it does not open it any more.
@StaffFace
@Component
class Handovers {
  private final Files files;
  private final FileRows rows;
  private final InvestigationRows investigations;
  private final Tasks tasks;
  private final FileConflictRows conflicts;
  private final JdbcClient sql;

  Handovers(
      Files files,
      FileRows rows,
      InvestigationRows investigations,
      Tasks tasks,
      FileConflictRows conflicts,
      JdbcClient sql) {
    this.files = files;
    this.rows = rows;
    this.investigations = investigations;
    this.tasks = tasks;
    this.conflicts = conflicts;
    this.sql = sql;
  }

  /// @param to a caseworker, as the page offers them
  Step<UUID> handOver(Viewer viewer, UUID file, UUID to) {
    return files.write(
        viewer,
        file,
        "hand_over",
        Purpose.SUPERVISING,
        hand -> {
          hand.open();
          if (rows.delivers(hand.id(), to)) {
            throw Files.refused(
                CaseRule.DELIVERER_IS_NOT_INVESTIGATOR.refusal("to", ".investigator"));
          }
          if (conflicts.declared(hand.id(), to)) {
            throw Files.refused(Refusal.unreadable("to", "casework.step.handover.conflict"));
          }
          UUID before = hand.responsible();
          sql.sql("update casework.file set responsible = ? where id = ?")
              .params(to, hand.id())
              .update();
          rows.release(hand.id(), before, "responsible", hand.now());
          rows.release(hand.id(), before, "investigates", hand.now());
          rows.assign(hand.id(), to, "responsible", hand.now());
          if (investigations.openIn(hand.id())) {
            investigations.handOver(hand.id(), to);
            rows.assign(hand.id(), to, "investigates", hand.now());
          }
          tasks.handOver(hand.id(), before, to);
          return hand.id();
        });
  }

  /// The head has looked at two files that seem to be of one person.
  Step<UUID> lookedAtSamePerson(Viewer viewer, UUID file) {
    return files.write(
        viewer,
        file,
        "looked_at_same_person",
        Purpose.SUPERVISING,
        hand -> {
          tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.SAME_PERSON);
          return hand.id();
        });
  }
}
