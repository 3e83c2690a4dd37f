package se.fristad.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.Decided;
import se.fristad.casework.facts.DecisionOutcome;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceMapped;
import se.fristad.law.Deadline;
import se.fristad.law.Deadlines;
import se.fristad.law.Rules;

/// The decision (*beslut*): by somebody with a mandate, on a section of law that stood, with a
/// motive, on a risk assessment that holds; then served, from which day she has three weeks to
/// appeal.
@StaffFace
@Component
class Decisions {
  private final Files files;
  private final DecisionRows decisions;
  private final InvestigationRows investigations;
  private final AssessmentRows assessments;
  private final ConsentRows consents;
  private final MandateRows mandates;
  private final PersonRows people;
  private final Tasks tasks;
  private final NotCarriedOut notCarriedOut;
  private final Forms forms;
  private final ApplicationEventPublisher events;

  Decisions(
      Files files,
      DecisionRows decisions,
      InvestigationRows investigations,
      AssessmentRows assessments,
      ConsentRows consents,
      MandateRows mandates,
      PersonRows people,
      Tasks tasks,
      NotCarriedOut notCarriedOut,
      Forms forms,
      ApplicationEventPublisher events) {
    this.files = files;
    this.decisions = decisions;
    this.investigations = investigations;
    this.assessments = assessments;
    this.consents = consents;
    this.mandates = mandates;
    this.people = people;
    this.tasks = tasks;
    this.notCarriedOut = notCarriedOut;
    this.forms = forms;
    this.events = events;
  }

  /// Decides.
  Step<UUID> decide(Viewer viewer, UUID file, Road.Deciding deciding) {
    return files.write(
        viewer,
        file,
        "decide",
        CaseFileRule.deciding(viewer),
        hand -> {
          hand.open();
          hand.ofAdult();
          InvestigationRows.Row investigation = ready(hand, deciding.investigation());
          AssessmentRows.Row assessment = assessments.latest(hand.id()).orElse(null);
          Files.refuse(refusals(hand, deciding, assessment));
          boolean first = !decisions.anyIn(hand.id());
          UUID id = UUID.randomUUID();
          DecisionOutcome outcome = outcome(deciding);
          decisions.insert(
              hand.id(),
              new DecisionRows.Row(
                  id,
                  investigation.id(),
                  outcome,
                  deciding.granted(),
                  deciding.ground(),
                  investigation.investigator(),
                  hand.staff(),
                  hand.now(),
                  null,
                  null,
                  null,
                  java.util.Objects.requireNonNull(assessment).id(),
                  assessment.expired(hand.today()),
                  1,
                  hand.seal(id, "decision", 1, words(deciding))));
          tasks.add(hand.id(), TaskKind.SERVE_DECISION, id, hand.today(), hand.responsible());
          notCarriedOut.due(hand, decisions.find(hand.id(), id).orElseThrow());
          forms.drop(hand.id(), hand.staff(), "decision");
          tell(hand, investigation, outcome, first);
          return id;
        });
  }

  private InvestigationRows.Row ready(Files.InHand hand, UUID id) {
    InvestigationRows.Row row = investigations.find(hand.id(), id).orElse(null);
    if (row == null || row.state() != InvestigationRows.State.CONCLUDED) {
      throw Files.refused(CaseRule.DECISION_AFTER_INVESTIGATION.refusal("investigation"));
    }
    if (row.decided()) {
      throw Files.refused(CaseRule.DECIDED_ONCE.refusal("investigation"));
    }
    return row;
  }

  private List<Refusal> refusals(
      Files.InHand hand, Road.Deciding deciding, AssessmentRows.@Nullable Row assessment) {
    LocalDate today = hand.today();
    List<Refusal> refusals = new ArrayList<>();
    if (!consents.stands(hand.id(), Road.Subject.REGISTER, today)) {
      refusals.add(CaseRule.CONSENT_STANDS.refusal("investigation"));
    }
    if (assessment == null) {
      refusals.add(CaseRule.RISK_ASSESSMENT_STANDS.refusal("confirmed", ".none"));
    } else if (assessment.expired(today) && deciding.confirmed().isBlank()) {
      refusals.add(CaseRule.RISK_ASSESSMENT_STANDS.refusal("confirmed", ".expired"));
    }
    if (deciding.appliedFor().isEmpty()) {
      refusals.add(CaseRule.DECISION_SAYS_WHAT.refusal("applied_for"));
    } else if (!deciding.appliedFor().containsAll(deciding.granted())) {
      refusals.add(CaseRule.DECISION_SAYS_WHAT.refusal("granted", ".more"));
    }
    if (Rules.grounds(today).stream().noneMatch(rule -> rule.key().equals(deciding.ground()))) {
      refusals.add(CaseRule.GROUND_STOOD_THAT_DAY.refusal("ground"));
    }
    if (deciding.motive().isBlank()) {
      refusals.add(CaseRule.MOTIVE_IS_GIVEN.refusal("motive"));
    }
    if (!mandates.lacking(hand.staff(), deciding.appliedFor(), today).isEmpty()) {
      refusals.add(CaseRule.DELEGATE_HAS_MANDATE.refusal("granted"));
    }
    return refusals;
  }

  private static DecisionOutcome outcome(Road.Deciding deciding) {
    if (deciding.granted().isEmpty()) {
      return DecisionOutcome.DENIED;
    }
    return deciding.granted().equals(deciding.appliedFor())
        ? DecisionOutcome.GRANTED
        : DecisionOutcome.PARTLY;
  }

  private static Words words(Road.Deciding deciding) {
    return Words.none()
        .withCodes("applied_for", Codes.of(deciding.appliedFor()))
        .with("motive", deciding.motive())
        .with("confirmed", deciding.confirmed());
  }

  /// What the figures may know. What she has been exposed to is told once, at the first decision.
  private void tell(
      Files.InHand hand,
      InvestigationRows.Row investigation,
      DecisionOutcome outcome,
      boolean first) {
    LocalDate intake = hand.words().date("intake_on");
    String municipality = hand.file().municipality();
    events.publishEvent(
        new Decided(
            UUID.randomUUID(),
            hand.today(),
            municipality,
            outcome,
            intake == null ? null : (int) ChronoUnit.DAYS.between(intake, hand.today())));
    if (first) {
      Person person = people.find(hand.file().person()).orElseThrow();
      Road.Mapping mapping =
          Investigations.mapping(
              hand.open(
                  investigation.id(),
                  "investigation",
                  investigation.version(),
                  investigation.sealed()));
      events.publishEvent(
          new ViolenceMapped(
              UUID.randomUUID(),
              hand.today(),
              municipality,
              Investigations.band(person, hand),
              mapping.kinds(),
              mapping.perpetrators().stream()
                  .map(Road.Perpetrator::relation)
                  .collect(Collectors.toSet())));
    }
  }

  /// She has got it: from that day she has three weeks.
  Step<Deadline> serve(Viewer viewer, UUID file, UUID decision, LocalDate served) {
    return files.write(
        viewer,
        file,
        "serve_decision",
        CaseFileRule.deciding(viewer),
        hand -> {
          DecisionRows.Row row = decision(hand, decision);
          if (row.servedOn() != null) {
            throw Files.refused(CaseRule.DECISION_IS_SERVED.refusal("served_on", ".once"));
          }
          if (served.isBefore(row.decidedOn())) {
            throw Files.refused(CaseRule.DECISION_IS_SERVED.refusal("served_on", ".before"));
          }
          if (served.isAfter(hand.today())) {
            throw Files.refused(CaseRule.DATES_IN_ORDER.refusal("served_on", ".future"));
          }
          Deadline appeal = Deadlines.appeal(served);
          decisions.serve(row.id(), served, appeal);
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.SERVE_DECISION);
          return appeal;
        });
  }

  private DecisionRows.Row decision(Files.InHand hand, UUID id) {
    return decisions
        .find(hand.id(), id)
        .orElseThrow(() -> Files.refused(CaseRule.APPEAL_OF_A_DECISION.refusal("decision")));
  }

  /// What somebody applied for, read back.
  static Set<SupportType> appliedFor(Words words) {
    return Codes.supports(words.codes("applied_for"));
  }
}
