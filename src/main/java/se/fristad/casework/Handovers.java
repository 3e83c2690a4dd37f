package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.law.WorkingDays;

/// Somebody else takes over a file: the head says who. Whoever had it does not open it any more.
@StaffFace
@Component
class Handovers {
  private final Files files;
  private final FileRows rows;
  private final InvestigationRows investigations;
  private final Tasks tasks;
  private final FileConflictRows conflicts;
  private final HandoverRows handovers;
  private final JdbcClient sql;

  Handovers(
      Files files,
      FileRows rows,
      InvestigationRows investigations,
      Tasks tasks,
      FileConflictRows conflicts,
      HandoverRows handovers,
      JdbcClient sql) {
    this.files = files;
    this.rows = rows;
    this.investigations = investigations;
    this.tasks = tasks;
    this.conflicts = conflicts;
    this.handovers = handovers;
    this.sql = sql;
  }

  /// @param handing to whom, a caseworker as the page offers them, and what was gone through
  Step<UUID> handOver(Viewer viewer, UUID file, Road.Handing handing) {
    UUID to = handing.to();
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
          Files.refuse(refusals(handing));
          UUID before = hand.responsible();
          sql.sql("update casework.file set responsible = ? where id = ?")
              .params(to, hand.id())
              .update();
          rows.release(hand.id(), before, "responsible", hand.now());
          rows.release(hand.id(), before, "investigates", hand.now());
          rows.assign(hand.id(), to, "responsible", hand.now(), hand.staff());
          if (investigations.openIn(hand.id())) {
            investigations.handOver(hand.id(), to);
            rows.assign(hand.id(), to, "investigates", hand.now(), hand.staff());
          }
          tasks.handOver(hand.id(), before, to);
          UUID id = UUID.randomUUID();
          handovers.insert(
              id,
              hand.id(),
              before,
              to,
              hand.now(),
              hand.staff(),
              hand.seal(
                  id,
                  "handover",
                  1,
                  Words.none()
                      .withCodes(
                          "through",
                          handing.through().stream().map(Road.Through::code).sorted().toList())
                      .with("told", handing.told() ? "1" : "")
                      .with("left", handing.left())
                      .with("first", handing.first())));
          tasks.done(
              hand.id(), null, hand.staff(), hand.now(), TaskKind.HAND_OVER, TaskKind.GIVE_OUT);
          LocalDate due = hand.today().plusDays(1);
          while (!WorkingDays.isWorkingDay(due)) {
            due = due.plusDays(1);
          }
          tasks.add(hand.id(), TaskKind.TAKE_OVER, id, due, to);
          return hand.id();
        });
  }

  /// What was not gone through is said in words; and so is what the next one must know first.
  private static List<Refusal> refusals(Road.Handing handing) {
    List<Refusal> refusals = new ArrayList<>();
    boolean whole =
        handing.through().containsAll(EnumSet.allOf(Road.Through.class)) && handing.told();
    if (!whole && handing.left().isBlank()) {
      refusals.add(CaseRule.HANDED_OVER_WHOLE.refusal("left", ".left"));
    }
    if (handing.first().isBlank()) {
      refusals.add(CaseRule.HANDED_OVER_WHOLE.refusal("first", ".first"));
    }
    return refusals;
  }

  /// Whoever has got the file has read what was handed over.
  Step<UUID> received(Viewer viewer, UUID file, UUID handover) {
    return files.write(
        viewer,
        file,
        "take_over",
        hand -> {
          if (!handovers.receive(handover, hand.id(), hand.staff(), hand.now())) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.take_over.before"));
          }
          tasks.done(hand.id(), handover, hand.staff(), hand.now(), TaskKind.TAKE_OVER);
          return handover;
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
