package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.law.Deadline;
import se.fristad.law.Deadlines;
import se.fristad.vault.Confidential;

/// What the child's unit of this house does with a report: immediate protection is assessed, it is
/// decided within fourteen days whether to investigate, an investigation is completed within four
/// months, who reported by duty is told (19 kap. 6 §, 20 kap. 1–3 §§, 23 kap. 5 § SoL).
@StaffFace
@Component
class ChildInvestigations {
  private final Files files;
  private final GoingOut goingOut;
  private final FileRows rows;
  private final ReportRows reports;
  private final InvestigationRows investigations;
  private final Tasks tasks;

  ChildInvestigations(
      Files files,
      GoingOut goingOut,
      FileRows rows,
      ReportRows reports,
      InvestigationRows investigations,
      Tasks tasks) {
    this.files = files;
    this.goingOut = goingOut;
    this.rows = rows;
    this.reports = reports;
    this.investigations = investigations;
    this.tasks = tasks;
  }

  /// Immediate protection is assessed; each report anew.
  Step<UUID> assessProtection(
      Viewer viewer, UUID file, UUID report, ChildRoad.Protection protection) {
    return files.write(
        viewer,
        file,
        "assess_protection",
        hand -> {
          hand.open();
          ReportRows.Row row = received(hand, report);
          List<Refusal> refusals = new ArrayList<>();
          if (row.protectionOn() != null) {
            refusals.add(CaseRule.PROTECTION_IS_ASSESSED.refusal("needed", ".once"));
          }
          if (protection.words().isBlank()) {
            refusals.add(CaseRule.PROTECTION_IS_ASSESSED.refusal("protection_words", ".words"));
          }
          if (protection.needed() && protection.measures().isBlank()) {
            refusals.add(CaseRule.PROTECTION_IS_ASSESSED.refusal("measures", ".measures"));
          }
          Files.refuse(refusals);
          Words words =
              words(hand, row)
                  .with("protection_needed", protection.needed() ? "yes" : "no")
                  .with("measures", protection.measures())
                  .with("protection", protection.words());
          int version = row.version() + 1;
          reports.protectionAssessed(
              row.id(), hand.today(), version, hand.seal(row.id(), "report", version, words));
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.ASSESS_PROTECTION);
          return row.id();
        });
  }

  /// It is decided whether to investigate. One investigation answers every report that waits.
  Step<UUID> decide(Viewer viewer, UUID file, UUID report, ChildRoad.Preliminary preliminary) {
    return files.write(
        viewer,
        file,
        "decide_on_child",
        hand -> {
          hand.open();
          ReportRows.Row row = received(hand, report);
          Words words = words(hand, row);
          Files.refuse(refusals(hand, row, words, preliminary));
          if (!preliminary.opened()) {
            answer(hand, row, ChildRoad.Outcome.NOT_OPENED, words.with("why", preliminary.why()));
            return row.id();
          }
          UUID investigation = opened(hand);
          for (ReportRows.Row waiting : reports.of(hand.id())) {
            if (waiting.received() && waiting.outcome() == null) {
              answer(hand, waiting, ChildRoad.Outcome.OPENED, words(hand, waiting));
            }
          }
          return investigation;
        });
  }

  private List<Refusal> refusals(
      Files.InHand hand, ReportRows.Row row, Words words, ChildRoad.Preliminary preliminary) {
    List<Refusal> refusals = new ArrayList<>();
    if (row.outcome() != null) {
      refusals.add(CaseRule.CHILD_IS_DECIDED_ON.refusal("decision", ".once"));
    }
    if (preliminary.opened()) {
      if (rows.delivers(hand.id(), hand.staff())) {
        refusals.add(CaseRule.DELIVERER_IS_NOT_INVESTIGATOR.refusal("decision", ".investigator"));
      }
      return refusals;
    }
    if (row.protectionOn() == null) {
      refusals.add(CaseRule.PROTECTION_IS_ASSESSED.refusal("decision", ".before"));
    }
    if (preliminary.why().isBlank()) {
      boolean exposed = !words.value("exposure").equals(ChildRoad.Exposure.OTHER.code());
      refusals.add(
          exposed
              ? CaseRule.EXPOSED_CHILD_IS_INVESTIGATED.refusal("why")
              : CaseRule.WRITTEN_IN_WORDS.refusal("why", ".not_opened"));
    }
    return refusals;
  }

  private void answer(
      Files.InHand hand, ReportRows.Row row, ChildRoad.Outcome outcome, Words words) {
    int version = row.version() + 1;
    reports.answered(
        row.id(),
        outcome,
        hand.today(),
        null,
        version,
        hand.seal(row.id(), "report", version, words));
    tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.DECIDE_ON_CHILD);
    if (!words.value("made").isEmpty()) {
      reports.answerBack(UUID.fromString(words.value("made")), outcome, hand.today());
    }
    LocalDate asked = row.askedOn();
    if (asked != null && row.toldOn() == null) {
      due(hand, row.id(), Deadlines.reporterFeedback(asked, hand.today()));
    }
  }

  private UUID opened(Files.InHand hand) {
    UUID id = UUID.randomUUID();
    Deadline due = Deadlines.childInvestigation(hand.today());
    investigations.insert(
        hand.id(),
        new InvestigationRows.Row(
            id,
            hand.staff(),
            due.provision().act().name(),
            InvestigationRows.State.OPEN,
            hand.now(),
            hand.staff(),
            null,
            1,
            hand.seal(id, "investigation", 1, Words.none()),
            false));
    rows.assign(hand.id(), hand.staff(), "investigates", hand.now(), hand.staff());
    tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.END_CHILD_FOLLOW_UP);
    tasks.add(hand.id(), TaskKind.COMPLETE_CHILD, id, due, hand.responsible());
    return id;
  }

  /// The fourteen days are made longer.
  Step<UUID> prolongPreliminary(Viewer viewer, UUID file, UUID report, ChildRoad.Longer longer) {
    return files.write(
        viewer,
        file,
        "prolong_preliminary",
        hand -> {
          hand.open();
          ReportRows.Row row = received(hand, report);
          LocalDate limit =
              tasks
                  .limit(hand.id(), row.id(), TaskKind.DECIDE_ON_CHILD)
                  .orElseThrow(() ->
                      Files.refused(CaseRule.CHILD_IS_DECIDED_ON.refusal("decision", ".once")));
          LocalDate reached = LocalDate.ofInstant(row.aroseAt(), Files.HERE);
          LocalDate until =
              prolonged(
                  standing(Deadlines.preliminaryAssessment(reached), limit),
                  longer,
                  CaseRule.CHILD_IS_DECIDED_ON);
          Words words =
              words(hand, row).with("longer_until", until).with("longer_why", longer.why());
          reports.reseal(hand, row, words);
          tasks.prolong(hand.id(), row.id(), TaskKind.DECIDE_ON_CHILD, until);
          return row.id();
        });
  }

  /// The four months are made longer.
  Step<UUID> prolong(Viewer viewer, UUID file, UUID investigation, ChildRoad.Longer longer) {
    return files.write(
        viewer,
        file,
        "prolong_child_investigation",
        hand -> {
          hand.open();
          hand.ofChild();
          InvestigationRows.Row row = open(hand, investigation);
          LocalDate limit = tasks.limit(hand.id(), row.id(), TaskKind.COMPLETE_CHILD).orElseThrow();
          LocalDate opened = LocalDate.ofInstant(row.openedAt(), Files.HERE);
          LocalDate until =
              prolonged(
                  standing(Deadlines.childInvestigation(opened), limit),
                  longer,
                  CaseRule.CHILD_INVESTIGATION_IS_COMPLETED);
          Words words =
              hand.open(row.id(), "investigation", row.version(), row.sealed())
                  .with("longer_until", until)
                  .with("longer_why", longer.why());
          investigations.reseal(hand, row, words);
          tasks.prolong(hand.id(), row.id(), TaskKind.COMPLETE_CHILD, until);
          return row.id();
        });
  }

  /// The law's own limit, or the day that was fixed since.
  private static Deadline standing(Deadline byLaw, LocalDate limit) {
    return limit.equals(byLaw.legal())
        ? byLaw
        : new Deadline(byLaw.rule(), byLaw.version(), limit, limit, false);
  }

  private static LocalDate prolonged(Deadline deadline, ChildRoad.Longer longer, CaseRule rule) {
    return switch (deadline.prolonged(longer.reasons(), longer.why().reveal(), longer.until())) {
      case Deadline.Prolonged.Until(Deadline until) -> until.legal();
      case Deadline.Prolonged.Refused(var lacking) -> {
        List<Refusal> refusals = new ArrayList<>();
        for (Deadline.Lacking one : Deadline.Lacking.values()) {
          if (lacking.contains(one)) {
            refusals.add(lacking(rule, one));
          }
        }
        Files.refuse(refusals);
        throw new IllegalStateException("refused for nothing");
      }
    };
  }

  private static Refusal lacking(CaseRule rule, Deadline.Lacking one) {
    return switch (one) {
      case POSSIBILITY -> rule.refusal("reasons", ".possibility");
      case REASONS -> rule.refusal("reasons", ".reasons");
      case WORDS -> rule.refusal("longer_why", ".words");
      case DAY -> rule.refusal("until", ".day");
    };
  }

  /// It is ready: what it comes to, and what the child itself thinks.
  Step<UUID> conclude(
      Viewer viewer, UUID file, UUID investigation, ChildRoad.Concluding concluding) {
    return files.write(
        viewer,
        file,
        "conclude_child_investigation",
        hand -> {
          hand.open();
          hand.ofChild();
          InvestigationRows.Row row = open(hand, investigation);
          List<Refusal> refusals = new ArrayList<>();
          if (concluding.opinion().isBlank() && concluding.notHeard().isBlank()) {
            refusals.add(CaseRule.CHILD_IS_HEARD.refusal("opinion"));
          }
          if (concluding.words().isBlank()) {
            refusals.add(
                CaseRule.CHILD_INVESTIGATION_IS_COMPLETED.refusal(
                    "investigation_words", ".words_of"));
          }
          if (concluding.followUp() && concluding.ending() != ChildRoad.Ending.NO_SUPPORT) {
            refusals.add(CaseRule.CHILD_IS_FOLLOWED_UP.refusal("follow_up", ".support"));
          }
          Files.refuse(refusals);
          Words words =
              hand.open(row.id(), "investigation", row.version(), row.sealed())
                  .with("ending", concluding.ending().code())
                  .with("opinion", concluding.opinion())
                  .with("not_heard", concluding.notHeard())
                  .with("words", concluding.words());
          int version = row.version() + 1;
          investigations.end(
              row.id(),
              InvestigationRows.State.CONCLUDED,
              hand.now(),
              version,
              hand.seal(row.id(), "investigation", version, words));
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.COMPLETE_CHILD);
          if (concluding.followUp()) {
            Deadlines.childFollowUp(hand.today())
                .ifPresent(due ->
                    tasks.add(
                        hand.id(),
                        TaskKind.END_CHILD_FOLLOW_UP,
                        row.id(),
                        due,
                        hand.responsible()));
          }
          return row.id();
        });
  }

  /// Who reported by duty asks.
  Step<UUID> reporterAsks(Viewer viewer, UUID file, UUID report, LocalDate on) {
    return files.write(
        viewer,
        file,
        "reporter_asks",
        hand -> {
          hand.open();
          ReportRows.Row row = received(hand, report);
          List<Refusal> refusals = new ArrayList<>();
          if (words(hand, row).value("reporter").equals(ChildRoad.Reporter.ANYONE.code())) {
            refusals.add(CaseRule.REPORTER_IS_TOLD.refusal("asked_on", ".not_by_duty"));
          }
          if (row.askedOn() != null) {
            refusals.add(CaseRule.REPORTER_IS_TOLD.refusal("asked_on", ".asked"));
          }
          if (on.isAfter(hand.today())) {
            refusals.add(CaseRule.DATES_IN_ORDER.refusal("asked_on", ".future"));
          }
          if (on.isBefore(LocalDate.ofInstant(row.aroseAt(), Files.HERE))) {
            refusals.add(CaseRule.DATES_IN_ORDER.refusal("asked_on", ".report"));
          }
          Files.refuse(refusals);
          reports.asked(row.id(), on);
          ChildRoad.Outcome outcome = row.outcome();
          LocalDate decided = row.outcomeOn();
          if (outcome == ChildRoad.Outcome.ONGOING) {
            due(hand, row.id(), Deadlines.reporterFeedbackWhileOpen(on));
          } else if (decided != null) {
            due(hand, row.id(), Deadlines.reporterFeedback(on, decided));
          }
          return row.id();
        });
  }

  /// Before there was a time for it, nothing falls due; she is told all the same.
  private void due(Files.InHand hand, UUID report, Optional<Deadline> deadline) {
    deadline.ifPresent(
        due -> tasks.add(hand.id(), TaskKind.TELL_REPORTER, report, due, hand.responsible()));
  }

  /// Who reported is told.
  Step<UUID> tellReporter(Viewer viewer, UUID file, UUID report, Confidential how) {
    return files.write(
        viewer,
        file,
        "tell_reporter",
        hand -> {
          hand.open();
          ReportRows.Row row = received(hand, report);
          Files.refuse(goingOut.against(hand, GoingOut.Way.TELL_REPORTER, "told", how));
          if (row.askedOn() == null || row.toldOn() != null) {
            throw Files.refused(CaseRule.REPORTER_IS_TOLD.refusal("told", ".not_asked"));
          }
          if (row.outcome() == null) {
            throw Files.refused(CaseRule.REPORTER_IS_TOLD.refusal("told", ".undecided"));
          }
          if (how.isBlank()) {
            throw Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal("told", ".told"));
          }
          int version = row.version() + 1;
          reports.told(
              row.id(),
              hand.today(),
              version,
              hand.seal(row.id(), "report", version, words(hand, row).with("told", how)));
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.TELL_REPORTER);
          return row.id();
        });
  }

  /// The follow-up without support is over.
  Step<UUID> endFollowUp(Viewer viewer, UUID file, Confidential how) {
    return files.write(
        viewer,
        file,
        "end_child_follow_up",
        hand -> {
          hand.open();
          hand.ofChild();
          Tasks.Task task =
              tasks.open(hand.id(), hand.viewer().role()).stream()
                  .filter(one -> one.kind() == TaskKind.END_CHILD_FOLLOW_UP)
                  .findFirst()
                  .orElseThrow(() ->
                      Files.refused(CaseRule.CHILD_IS_FOLLOWED_UP.refusal("followed", ".none")));
          if (how.isBlank()) {
            throw Files.refused(CaseRule.CHILD_IS_FOLLOWED_UP.refusal("followed", ".words"));
          }
          InvestigationRows.Row row =
              investigations.find(hand.id(), Objects.requireNonNull(task.record())).orElseThrow();
          Words words =
              hand.open(row.id(), "investigation", row.version(), row.sealed())
                  .with("followed", how);
          investigations.reseal(hand, row, words);
          tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.END_CHILD_FOLLOW_UP);
          return row.id();
        });
  }

  private static Words words(Files.InHand hand, ReportRows.Row row) {
    return hand.open(row.id(), "report", row.version(), row.sealed());
  }

  private ReportRows.Row received(Files.InHand hand, UUID report) {
    hand.ofChild();
    return reports
        .find(hand.id(), report)
        .filter(ReportRows.Row::received)
        .orElseThrow(
            () -> Files.refused(CaseRule.CHILD_IS_REPORTED.refusal("report", ".not_here")));
  }

  private InvestigationRows.Row open(Files.InHand hand, UUID investigation) {
    return investigations
        .find(hand.id(), investigation)
        .filter(row -> row.state() == InvestigationRows.State.OPEN)
        .orElseThrow(
            () -> Files.refused(CaseRule.ONE_INVESTIGATION.refusal("investigation", ".not_open")));
  }
}
