package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;
import se.fristad.law.Deadlines;

/// What is granted and not carried out (*ej verkställda beslut*): after three months it is reported
/// to the supervisor (IVO) and the auditors each quarter, and told in figures to the council
/// (*fullmäktige*); when it is carried out the supervisor is told that too (34 kap. 1–3 §§ SoL).
///
/// It counts from the day of the decision, or from the day on which what had begun was interrupted.
/// Of a decision that grants several things each is one, for each is carried out by itself.
@StaffFace
@Component
class NotCarriedOut {
  private final Files files;
  private final NotCarriedOutRows rows;
  private final Tasks tasks;

  NotCarriedOut(Files files, NotCarriedOutRows rows, Tasks tasks) {
    this.files = files;
    this.rows = rows;
    this.tasks = tasks;
  }

  /// Why it is not carried out, as it is told: what somebody who does not know the person may read.
  enum Reason {
    /// There is no place, or no flat.
    NO_PLACE,
    /// Nobody who can give it.
    NO_PROVIDER,
    /// It is not safe yet.
    NOT_SAFE,
    /// She wants it later.
    LATER_BY_HER,
    /// She has said no to what was offered.
    DECLINED_OFFER,
    /// She cannot be reached.
    NOT_REACHED,
    /// Something else.
    OTHER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One thing that is granted and not carried out.
  ///
  /// @param since the day of the decision, or of the interruption
  /// @param interrupted whether it had begun
  /// @param reason the latest that was said; null when nobody has
  record One(
      UUID file,
      UUID decision,
      SupportType type,
      LocalDate decidedOn,
      LocalDate since,
      boolean interrupted,
      @Nullable Reason reason) {
    /// The last day on which it is in time.
    LocalDate limit() {
      return Deadlines.carriedOut(since).strict();
    }

    boolean isSameWaitAs(One other) {
      return decision.equals(other.decision)
          && type == other.type
          && since.equals(other.since)
          && interrupted == other.interrupted;
    }

    /// Whether it is to be reported: the three months have passed.
    boolean late(LocalDate today) {
      return today.isAfter(limit());
    }
  }

  /// A notice that what was late has been carried out, or will not be.
  ///
  /// @param toldOn when the supervisor was told; null while it is not
  record Notice(
      UUID id,
      UUID file,
      UUID decision,
      SupportType type,
      LocalDate since,
      What what,
      LocalDate on,
      @Nullable LocalDate toldOn) {}

  /// What came of it.
  enum What {
    /// It began.
    CARRIED_OUT,
    /// It went on again.
    AGAIN,
    /// It will not come about.
    NEVER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a quarter's report says.
  ///
  /// @param late what is not carried out, who has waited longest first
  /// @param notices what the supervisor is to be told, or was told in the quarter
  record Report(List<One> late, List<Notice> notices) {
    /// Copies the lists.
    Report {
      late = List.copyOf(late);
      notices = List.copyOf(notices);
    }
  }

  /// What is late today. The head's; which files were shown stands in the log.
  Report report(Viewer viewer, LocalDate today) {
    if (viewer.role() != Role.HEAD) {
      return new Report(List.of(), List.of());
    }
    List<One> late =
        files.list(
            viewer,
            CaseFileRule.KIND,
            "not_carried_out",
            () -> rows.all(today).stream().filter(one -> one.late(today)).toList(),
            One::file);
    List<Notice> notices =
        files.list(
            viewer,
            CaseFileRule.KIND,
            "carried_out_late",
            () -> rows.notices(today.minusMonths(3)),
            Notice::file);
    return new Report(late, notices);
  }

  /// What in a file is granted and not carried out, late or not.
  List<One> in(UUID file, LocalDate today) {
    return rows.in(file, today);
  }

  /// Says why.
  Step<UUID> say(
      Viewer viewer, UUID file, UUID decision, @Nullable SupportType type, Reason reason) {
    return files.write(
        viewer,
        file,
        "say_delay",
        CaseFileRule.deciding(viewer),
        hand -> {
          List<One> waiting =
              rows.in(hand.id(), hand.today()).stream()
                  .filter(one -> one.decision().equals(decision))
                  .filter(one -> type == null || one.type() == type)
                  .toList();
          if (waiting.isEmpty()) {
            throw Files.refused(CaseRule.NOT_CARRIED_OUT_IS_REPORTED.refusal("type", ".none"));
          }
          UUID last = decision;
          for (One one : waiting) {
            last = UUID.randomUUID();
            rows.say(last, hand.id(), one, reason, hand.now(), hand.staff());
          }
          return last;
        });
  }

  /// A support has begun, or is planned to have: what was late is noted, and what is carried out is
  /// not due any more. In the transaction of that step.
  void begun(Files.InHand hand, @Nullable UUID decision) {
    rows.noteBegun(hand.id(), hand.now());
    done(hand, decision);
  }

  /// A support goes on again.
  ///
  /// @param before what waited before it was said
  void again(
      Files.InHand hand,
      List<One> before,
      @Nullable UUID decision,
      SupportType type,
      LocalDate on) {
    gone(hand, before, decision, type, What.AGAIN, on);
  }

  /// A support will not come about, or not again.
  ///
  /// @param before what waited before it was said
  void never(
      Files.InHand hand,
      List<One> before,
      @Nullable UUID decision,
      SupportType type,
      LocalDate on) {
    gone(hand, before, decision, type, What.NEVER, on);
  }

  /// What waited and does not wait any more is noted if it was late.
  private void gone(
      Files.InHand hand,
      List<One> before,
      @Nullable UUID decision,
      SupportType type,
      What what,
      LocalDate on) {
    List<One> now = rows.in(hand.id(), hand.today());
    before.stream()
        .filter(one -> one.decision().equals(decision) && one.type() == type)
        .filter(one -> now.stream().noneMatch(one::isSameWaitAs))
        .forEach(one -> note(hand, one, what, on));
    done(hand, decision);
  }

  private void note(Files.InHand hand, One waited, What what, LocalDate on) {
    if (waited.late(on)) {
      rows.insert(hand.id(), waited, what, on, hand.now());
    }
  }

  private void done(Files.InHand hand, @Nullable UUID decision) {
    if (decision != null
        && rows.in(hand.id(), hand.today()).stream()
            .noneMatch(one -> one.decision().equals(decision))) {
      tasks.done(hand.id(), decision, hand.staff(), hand.now(), TaskKind.CARRY_OUT);
    }
  }

  /// The supervisor and the auditors have been told.
  Step<UUID> told(Viewer viewer, UUID file, UUID notice, LocalDate on) {
    return files.write(
        viewer,
        file,
        "tell_supervisor",
        Purpose.SUPERVISING,
        hand -> {
          Notice row =
              rows.notice(hand.id(), notice)
                  .orElseThrow(() ->
                      Files.refused(CaseRule.LATE_IS_TOLD_WHEN_DONE.refusal("told_on", ".none")));
          if (row.toldOn() != null) {
            throw new Files.Before();
          }
          if (on.isBefore(row.on()) || on.isAfter(hand.today())) {
            throw Files.refused(CaseRule.LATE_IS_TOLD_WHEN_DONE.refusal("told_on"));
          }
          rows.told(row.id(), on, hand.staff());
          return row.id();
        });
  }

  /// A favourable decision that is to be carried out is due: its goal and its limit stand in what
  /// is to be done.
  void due(Files.InHand hand, DecisionRows.Row decision) {
    if (NotCarriedOutRows.GROUNDS.contains(decision.ground()) && !decision.granted().isEmpty()) {
      tasks.add(
          hand.id(),
          TaskKind.CARRY_OUT,
          decision.id(),
          Deadlines.carriedOut(decision.decidedOn()),
          hand.responsible());
    }
  }

  /// What had begun is interrupted, and is to be carried out again.
  void dueAgain(Files.InHand hand, UUID decision, LocalDate from) {
    if (tasks.limit(hand.id(), decision, TaskKind.CARRY_OUT).isEmpty()
        && rows.in(hand.id(), hand.today()).stream()
            .anyMatch(one -> one.decision().equals(decision))) {
      tasks.add(
          hand.id(), TaskKind.CARRY_OUT, decision, Deadlines.carriedOut(from), hand.responsible());
    }
  }
}
