package se.fristad.casework;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.law.Deadlines;
import se.fristad.law.Provision;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// An appeal (*överklagande*). In time, it is handed over to the court; too late, a draft of its
/// dismissal (*avvisning*) is made, and only a person with a mandate dismisses. What came in before
/// the decision was served is in time.
@StaffFace
@Component
class Appeals {
  private final Files files;
  private final Protections protections;
  private final AppealRows appeals;
  private final DecisionRows decisions;
  private final MandateRows mandates;
  private final Tasks tasks;
  private final Texts swedish;

  Appeals(
      Files files,
      Protections protections,
      AppealRows appeals,
      DecisionRows decisions,
      MandateRows mandates,
      Tasks tasks,
      TextCatalogue texts) {
    this.files = files;
    this.protections = protections;
    this.appeals = appeals;
    this.decisions = decisions;
    this.mandates = mandates;
    this.tasks = tasks;
    this.swedish = texts.in(Locale.of("sv"));
  }

  /// An appeal has come in.
  Step<Road.Appealed> receive(Viewer viewer, UUID file, Road.Appeal appeal) {
    return files.write(
        viewer,
        file,
        "receive_appeal",
        CaseFileRule.deciding(viewer),
        hand -> {
          DecisionRows.Row decision =
              decisions
                  .find(hand.id(), appeal.decision())
                  .orElseThrow(
                      () -> Files.refused(CaseRule.APPEAL_OF_A_DECISION.refusal("decision")));
          if (appeals.ofDecision(decision.id())) {
            throw Files.refused(
                CaseRule.APPEAL_OF_A_DECISION.refusal("decision", ".once", decision.decidedOn()));
          }
          if (appeal.receivedOn().isBefore(decision.decidedOn())) {
            throw Files.refused(CaseRule.DATES_IN_ORDER.refusal("received_on", ".appeal"));
          }
          if (appeal.receivedOn().isAfter(hand.today())) {
            throw Files.refused(CaseRule.DATES_IN_ORDER.refusal("received_on", ".future"));
          }
          Confidential draft = draft(decision, appeal.receivedOn());
          UUID id = UUID.randomUUID();
          Words words = Words.none().with("words", appeal.words()).with("draft", draft);
          appeals.insert(
              hand.id(),
              new AppealRows.Row(
                  id,
                  decision.id(),
                  appeal.receivedOn(),
                  draft != null,
                  draft == null ? AppealRows.State.TO_HAND_OVER : AppealRows.State.DISMISSAL_DRAFT,
                  null,
                  null,
                  1,
                  hand.seal(id, "appeal", 1, words),
                  null,
                  null));
          tasks.add(hand.id(), TaskKind.ANSWER_APPEAL, id, hand.today(), hand.responsible());
          return new Road.Appealed(id, draft);
        });
  }

  /// The draft of a dismissal, in Swedish, as it is sent; null when the appeal came in time.
  private @Nullable Confidential draft(DecisionRows.Row decision, LocalDate receivedOn) {
    LocalDate served = decision.servedOn();
    if (served == null) {
      return null;
    }
    Optional<Provision> late = Deadlines.lateAppeal(served, receivedOn);
    return late.map(provision ->
            Confidential.of(
                swedish.t(
                    "casework.appeal.draft",
                    swedish.date(decision.decidedOn()),
                    swedish.date(served),
                    swedish.date(Deadlines.appeal(served).legal()),
                    swedish.date(receivedOn),
                    provision.cited())))
        .orElse(null);
  }

  /// It is dismissed, in the words of somebody with a mandate.
  Step<UUID> dismiss(Viewer viewer, UUID file, UUID appeal, Confidential words) {
    return files.write(
        viewer,
        file,
        "dismiss_appeal",
        CaseFileRule.deciding(viewer),
        hand -> {
          AppealRows.Row row = waiting(hand, appeal, AppealRows.State.DISMISSAL_DRAFT);
          if (words.isBlank()) {
            throw Files.refused(CaseRule.LATE_APPEAL_IS_DISMISSED.refusal("words"));
          }
          Files.refuse(protections.inPrint(hand, "words", words));
          DecisionRows.Row decision = decisions.find(hand.id(), row.decision()).orElseThrow();
          Words sealed =
              hand.open(decision.id(), "decision", decision.version(), decision.sealed());
          if (!mandates
              .lacking(hand.staff(), Decisions.appliedFor(sealed), hand.today())
              .isEmpty()) {
            throw Files.refused(CaseRule.DELEGATE_HAS_MANDATE.refusal("words", ".dismiss"));
          }
          handled(hand, row, AppealRows.State.DISMISSED, words);
          return row.id();
        });
  }

  /// A late one is tried all the same: we told wrongly how to appeal, or it reached the court in
  /// time. It is not dismissed (45 § andra stycket FL).
  Step<UUID> excuse(Viewer viewer, UUID file, UUID appeal, Road.Excuse excuse, Confidential why) {
    return files.write(
        viewer,
        file,
        "excuse_appeal",
        CaseFileRule.deciding(viewer),
        hand -> {
          AppealRows.Row row = waiting(hand, appeal, AppealRows.State.DISMISSAL_DRAFT);
          if (why.isBlank()) {
            throw Files.refused(CaseRule.LATE_APPEAL_IS_DISMISSED.refusal("why", ".excused"));
          }
          int version = row.version() + 1;
          Words words =
              hand.open(row.id(), "appeal", row.version(), row.sealed()).with("excused", why);
          appeals.excuse(row.id(), excuse, version, hand.seal(row.id(), "appeal", version, words));
          return row.id();
        });
  }

  /// It has gone to the court, after it was said whether the decision is changed; a decision that
  /// stands instead of it goes with it, and the appeal is one of both (46 § FL).
  Step<UUID> handOver(Viewer viewer, UUID file, UUID appeal, Road.Reconsidered reconsidered) {
    return files.write(
        viewer,
        file,
        "hand_over_appeal",
        CaseFileRule.deciding(viewer),
        hand -> {
          AppealRows.Row row = waiting(hand, appeal, AppealRows.State.TO_HAND_OVER);
          if (reconsidered.why().isBlank()) {
            throw Files.refused(CaseRule.RECONSIDERED_FIRST.refusal("why"));
          }
          DecisionRows.Row decision = decisions.find(hand.id(), row.decision()).orElseThrow();
          if (reconsidered.changed() == decision.stands()) {
            throw Files.refused(
                CaseRule.RECONSIDERED_FIRST.refusal(
                    "changed", decision.stands() ? ".not_changed" : ".is_changed"));
          }
          appeals.reconsidered(row.id(), reconsidered.changed());
          handled(hand, row, AppealRows.State.HANDED_OVER, reconsidered.why());
          return row.id();
        });
  }

  private AppealRows.Row waiting(Files.InHand hand, UUID appeal, AppealRows.State state) {
    AppealRows.Row row = appeals.find(hand.id(), appeal).orElse(null);
    if (row == null || row.handledAt() != null) {
      throw Files.refused(CaseRule.APPEAL_OF_A_DECISION.refusal("appeal", ".none"));
    }
    if (row.state() != state) {
      throw Files.refused(
          row.tooLate()
              ? CaseRule.LATE_APPEAL_IS_DISMISSED.refusal("appeal", ".late")
              : CaseRule.APPEAL_IN_TIME_IS_HANDED_OVER.refusal("appeal"));
    }
    return row;
  }

  private void handled(
      Files.InHand hand,
      AppealRows.Row row,
      AppealRows.State state,
      @Nullable Confidential answer) {
    int version = row.version() + 1;
    Words words = hand.open(row.id(), "appeal", row.version(), row.sealed()).with("answer", answer);
    appeals.handled(
        row.id(),
        state,
        hand.staff(),
        hand.now(),
        version,
        hand.seal(row.id(), "appeal", version, words));
    tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.ANSWER_APPEAL);
  }
}
