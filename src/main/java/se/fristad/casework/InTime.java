package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.law.Deadline;
import se.fristad.law.Deadlines;
import se.fristad.vault.Confidential;

/// An adult's matter is decided in time. The law gives no day; the centre has a goal. When it is
/// much delayed she is told, and why (11 § FL); after six months she can ask in writing, once, that
/// it is decided, and is answered within four weeks (12 § FL).
@StaffFace
@Component
class InTime {
  private final Files files;
  private final Protections protections;
  private final InTimeRows rows;
  private final InvestigationRows investigations;
  private final MandateRows mandates;
  private final Tasks tasks;
  private final int goalMonths;

  /// @param goalMonths so many months after she has applied the matter is to be decided, as the
  ///   centre has it; the law says no day, and after six months she can ask for one
  InTime(
      Files files,
      Protections protections,
      InTimeRows rows,
      InvestigationRows investigations,
      MandateRows mandates,
      Tasks tasks,
      @Value("${fristad.casework.adult-goal-months:4}") int goalMonths) {
    this.files = files;
    this.protections = protections;
    this.rows = rows;
    this.investigations = investigations;
    this.mandates = mandates;
    this.tasks = tasks;
    if (goalMonths < 1 || goalMonths > 6) {
      throw new IllegalArgumentException("fristad.casework.adult-goal-months is from 1 to 6");
    }
    this.goalMonths = goalMonths;
  }

  /// The day on which she applied: that of the intake, or the one on which her file was opened. Of
  /// an investigation that was opened later because she applied anew, its own day.
  private LocalDate applied(Files.InHand hand, InvestigationRows.Row investigation) {
    boolean first =
        investigations.of(hand.id()).stream()
            .noneMatch(row -> row.openedAt().isBefore(investigation.openedAt()));
    LocalDate intake = hand.words().date("intake_on");
    LocalDate opened = LocalDate.ofInstant(hand.file().openedAt(), Files.HERE);
    return !first
        ? LocalDate.ofInstant(investigation.openedAt(), Files.HERE)
        : intake == null ? opened : intake;
  }

  /// An investigation is opened: its goal and the six months stand in what is to be done.
  void begins(Files.InHand hand, InvestigationRows.Row investigation) {
    LocalDate from = applied(hand, investigation);
    Deadline limit = Deadlines.adultDecided(from);
    LocalDate goal = from.plusMonths(goalMonths);
    tasks.add(
        hand.id(),
        TaskKind.DECIDE_IN_TIME,
        investigation.id(),
        Tasks.endOf(goal.isAfter(limit.legal()) ? limit.legal() : goal),
        Tasks.endOf(limit.legal()),
        hand.responsible(),
        null);
  }

  /// It is decided, or she does not want it any more. In the transaction of that step.
  void ends(Files.InHand hand, UUID investigation) {
    tasks.done(hand.id(), investigation, hand.staff(), hand.now(), TaskKind.DECIDE_IN_TIME);
    for (InTimeRows.Request row : rows.of(hand.id())) {
      if (row.investigation().equals(investigation) && row.answer() == null) {
        answered(hand, row, "decided", Confidential.of(""));
      }
    }
  }

  private void answered(
      Files.InHand hand, InTimeRows.Request row, String answer, Confidential words) {
    int version = row.version() + 1;
    Words all =
        hand.open(row.id(), "decision_request", row.version(), row.sealed()).with("answer", words);
    rows.answered(
        row.id(),
        answer,
        hand.today(),
        hand.staff(),
        version,
        hand.seal(row.id(), "decision_request", version, all));
    tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.ANSWER_REQUEST);
  }

  /// She is told that it is delayed, and why; the goal moves to the day on which it is expected.
  /// The six months do not.
  Step<UUID> tell(
      Viewer viewer,
      UUID file,
      UUID investigation,
      LocalDate told,
      LocalDate expected,
      Confidential why) {
    return files.write(
        viewer,
        file,
        "tell_delay",
        hand -> {
          hand.open();
          InvestigationRows.Row row = undecided(hand, investigation);
          if (told.isAfter(hand.today())) {
            throw Files.refused(CaseRule.DATES_IN_ORDER.refusal("told_on", ".future"));
          }
          if (why.isBlank()) {
            throw Files.refused(CaseRule.DELAY_IS_TOLD.refusal("why"));
          }
          Files.refuse(protections.inPrint(hand, "why", why));
          if (!expected.isAfter(hand.today()) || !expected.isAfter(told)) {
            throw Files.refused(CaseRule.DELAY_IS_TOLD.refusal("expected_on", ".day"));
          }
          UUID id = UUID.randomUUID();
          rows.notice(
              id,
              hand.id(),
              row.id(),
              told,
              expected,
              hand.now(),
              hand.staff(),
              hand.seal(id, "delay_notice", 1, Words.none().with("why", why)));
          tasks.moveGoal(hand.id(), row.id(), TaskKind.DECIDE_IN_TIME, expected);
          return id;
        });
  }

  /// She asks in writing that it is decided.
  Step<UUID> request(
      Viewer viewer, UUID file, UUID investigation, LocalDate received, Confidential words) {
    return files.write(
        viewer,
        file,
        "request_decision",
        CaseFileRule.deciding(viewer),
        hand -> {
          hand.open();
          InvestigationRows.Row row = undecided(hand, investigation);
          if (rows.of(hand.id()).stream().anyMatch(one -> one.investigation().equals(row.id()))) {
            throw Files.refused(
                CaseRule.DECISION_IS_ASKED_FOR_ONCE.refusal("received_on", ".once"));
          }
          if (received.isAfter(hand.today())) {
            throw Files.refused(CaseRule.DATES_IN_ORDER.refusal("received_on", ".future"));
          }
          if (!received.isAfter(Deadlines.adultDecided(applied(hand, row)).strict())) {
            throw Files.refused(CaseRule.DECISION_IS_ASKED_FOR_ONCE.refusal("received_on"));
          }
          UUID id = UUID.randomUUID();
          rows.request(
              id,
              hand.id(),
              row.id(),
              received,
              hand.now(),
              hand.staff(),
              hand.seal(id, "decision_request", 1, Words.none().with("words", words)));
          tasks.add(
              hand.id(),
              TaskKind.ANSWER_REQUEST,
              id,
              Deadlines.requestAnswered(received),
              hand.responsible());
          return id;
        });
  }

  /// Her request is refused in a decision of its own, by somebody with a mandate.
  Step<UUID> refuse(Viewer viewer, UUID file, UUID request, Confidential motive) {
    return files.write(
        viewer,
        file,
        "refuse_request",
        CaseFileRule.deciding(viewer),
        hand -> {
          InTimeRows.Request row = rows.find(hand.id(), request).orElse(null);
          if (row == null || row.answer() != null) {
            throw Files.refused(CaseRule.REQUEST_IS_ANSWERED.refusal("motive", ".none"));
          }
          if (motive.isBlank()) {
            throw Files.refused(CaseRule.REQUEST_IS_ANSWERED.refusal("motive"));
          }
          Files.refuse(protections.inPrint(hand, "motive", motive));
          if (mandates.of(hand.staff(), hand.today()).isEmpty()) {
            throw Files.refused(CaseRule.DELEGATE_HAS_MANDATE.refusal("motive", ".request"));
          }
          answered(hand, row, "refused", motive);
          return row.id();
        });
  }

  private InvestigationRows.Row undecided(Files.InHand hand, UUID investigation) {
    InvestigationRows.Row row = investigations.find(hand.id(), investigation).orElse(null);
    if (row == null || row.state() == InvestigationRows.State.DISCONTINUED || row.decided()) {
      throw Files.refused(CaseRule.DECISION_IS_ASKED_FOR_ONCE.refusal("investigation", ".decided"));
    }
    return row;
  }

  /// Who has what that is late, by person; the head's.
  List<InTimeRows.Overdue> overdue(Viewer viewer, Instant now, Instant soon) {
    return files.list(
        viewer,
        "task",
        "overdue",
        () -> rows.overdue(now, soon),
        one -> one.staff() == null ? viewer.staff() : one.staff());
  }
}
