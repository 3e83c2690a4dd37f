package se.fristad.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.Decided;
import se.fristad.casework.facts.DecisionOutcome;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceMapped;
import se.fristad.law.Deadline;
import se.fristad.law.Deadlines;
import se.fristad.law.Rules;
import se.fristad.vault.Confidential;

/// The decision (*beslut*): by somebody with a mandate, on a section of law that stood, with a
/// motive, on a risk assessment that holds; then served, from which day she has three weeks to
/// appeal.
@StaffFace
@Component
class Decisions {
  private final Files files;
  private final Protections protections;
  private final DecisionRows decisions;
  private final InvestigationRows investigations;
  private final AssessmentRows assessments;
  private final ConsentRows consents;
  private final MandateRows mandates;
  private final PersonRows people;
  private final Tasks tasks;
  private final ProposalRows proposals;
  private final CommunicationRows communications;
  private final ReportRows reports;
  private final AppealRows appeals;
  private final InTime inTime;
  private final NotCarriedOut notCarriedOut;
  private final Forms forms;
  private final ApplicationEventPublisher events;

  Decisions(
      Files files,
      Protections protections,
      DecisionRows decisions,
      InvestigationRows investigations,
      AssessmentRows assessments,
      ConsentRows consents,
      MandateRows mandates,
      PersonRows people,
      Tasks tasks,
      ProposalRows proposals,
      CommunicationRows communications,
      ReportRows reports,
      AppealRows appeals,
      InTime inTime,
      NotCarriedOut notCarriedOut,
      Forms forms,
      ApplicationEventPublisher events) {
    this.files = files;
    this.protections = protections;
    this.decisions = decisions;
    this.investigations = investigations;
    this.assessments = assessments;
    this.consents = consents;
    this.mandates = mandates;
    this.people = people;
    this.tasks = tasks;
    this.proposals = proposals;
    this.communications = communications;
    this.reports = reports;
    this.appeals = appeals;
    this.inTime = inTime;
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
          InvestigationRows.Row investigation = asked(hand, deciding, true);
          UUID id = made(hand, investigation, deciding, null, null);
          forms.drop(hand.id(), hand.staff(), "decision");
          return id;
        });
  }

  /// Whether somebody needs a second person for this today.
  boolean needsSecond(Viewer viewer, Set<SupportType> types, LocalDate today) {
    return mandates.lacking(viewer.staff(), types, today).isEmpty()
        && !mandates.lackingAlone(viewer.staff(), types, today).isEmpty();
  }

  /// Proposes, for a second person to confirm.
  Step<UUID> propose(Viewer viewer, UUID file, Road.Deciding deciding) {
    return files.write(
        viewer,
        file,
        "propose_decision",
        CaseFileRule.deciding(viewer),
        hand -> {
          InvestigationRows.Row investigation = asked(hand, deciding, false);
          UUID id = UUID.randomUUID();
          proposals.insert(
              hand.id(),
              new ProposalRows.Row(
                  id,
                  investigation.id(),
                  hand.staff(),
                  hand.now(),
                  ProposalRows.State.WAITING,
                  null,
                  1,
                  hand.seal(
                      id,
                      "proposal",
                      1,
                      words(deciding)
                          .withCodes("granted", Codes.of(deciding.granted()))
                          .with("ground", deciding.ground()))));
          tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.PROPOSE_AGAIN);
          tasks.addFor(Role.HEAD, hand.id(), TaskKind.CONFIRM_DECISION, id, hand.today());
          forms.drop(hand.id(), hand.staff(), "decision");
          return id;
        });
  }

  /// The second person decides as proposed: everything is asked anew, of her and of the day.
  Step<UUID> confirm(Viewer viewer, UUID file, UUID proposal) {
    return files.write(
        viewer,
        file,
        "confirm_decision",
        CaseFileRule.deciding(viewer),
        hand -> {
          ProposalRows.Row row = waiting(hand, proposal);
          if (row.proposedBy().equals(hand.staff())) {
            throw Files.refused(CaseRule.SECOND_PERSON_CONFIRMS.refusal("answer", ".same"));
          }
          Words said = hand.open(row.id(), "proposal", row.version(), row.sealed());
          Road.Deciding deciding = deciding(row.investigation(), said);
          hand.open();
          hand.ofAdult();
          InvestigationRows.Row investigation = ready(hand, row.investigation());
          Files.refuse(refusals(hand, deciding, assessments.latest(hand.id()).orElse(null)));
          UUID id = made(hand, investigation, deciding, row.proposedBy(), null);
          end(hand, row, ProposalRows.State.DECIDED, said);
          return id;
        });
  }

  /// The second person wants it otherwise, and says what.
  Step<UUID> sendBack(Viewer viewer, UUID file, UUID proposal, Confidential why) {
    return files.write(
        viewer,
        file,
        "send_back_decision",
        CaseFileRule.deciding(viewer),
        hand -> {
          ProposalRows.Row row = waiting(hand, proposal);
          if (why.isBlank()) {
            throw Files.refused(CaseRule.SECOND_PERSON_CONFIRMS.refusal("why", ".back"));
          }
          Words said = hand.open(row.id(), "proposal", row.version(), row.sealed());
          end(hand, row, ProposalRows.State.SENT_BACK, said.with("back", why));
          tasks.add(hand.id(), TaskKind.PROPOSE_AGAIN, row.id(), hand.today(), row.proposedBy());
          return row.id();
        });
  }

  private ProposalRows.Row waiting(Files.InHand hand, UUID proposal) {
    ProposalRows.Row row = proposals.find(hand.id(), proposal).orElse(null);
    if (row == null || row.state() != ProposalRows.State.WAITING) {
      throw Files.refused(CaseRule.SECOND_PERSON_CONFIRMS.refusal("answer", ".none"));
    }
    return row;
  }

  private void end(Files.InHand hand, ProposalRows.Row row, ProposalRows.State state, Words said) {
    int version = row.version() + 1;
    proposals.end(
        row.id(),
        state,
        hand.staff(),
        hand.now(),
        version,
        hand.seal(row.id(), "proposal", version, said));
    tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.CONFIRM_DECISION);
  }

  /// Asks everything that a decision demands.
  private InvestigationRows.Row asked(Files.InHand hand, Road.Deciding deciding, boolean alone) {
    hand.open();
    hand.ofAdult();
    InvestigationRows.Row investigation = ready(hand, deciding.investigation());
    if (proposals.waits(investigation.id())) {
      throw Files.refused(CaseRule.SECOND_PERSON_CONFIRMS.refusal("investigation", ".waits"));
    }
    List<Refusal> refusals = refusals(hand, deciding, assessments.latest(hand.id()).orElse(null));
    if (alone
        && mandates.lacking(hand.staff(), deciding.appliedFor(), hand.today()).isEmpty()
        && !mandates.lackingAlone(hand.staff(), deciding.appliedFor(), hand.today()).isEmpty()) {
      refusals.add(CaseRule.SECOND_PERSON_CONFIRMS.refusal("granted"));
    }
    Files.refuse(refusals);
    return investigation;
  }

  private UUID made(
      Files.InHand hand,
      InvestigationRows.Row investigation,
      Road.Deciding deciding,
      @Nullable UUID proposedBy,
      DecisionRows.@Nullable Row replaces) {
    AssessmentRows.Row assessment = assessments.latest(hand.id()).orElseThrow();
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
            assessment.id(),
            assessment.expired(hand.today()),
            1,
            hand.seal(id, "decision", 1, words(deciding)),
            proposedBy,
            replaces == null ? null : replaces.id(),
            null,
            null,
            null));
    tasks.add(hand.id(), TaskKind.SERVE_DECISION, id, hand.today(), hand.responsible());
    if (replaces != null) {
      tasks.done(
          hand.id(),
          replaces.id(),
          hand.staff(),
          hand.now(),
          TaskKind.CARRY_OUT,
          TaskKind.SERVE_DECISION);
    } else {
      tell(hand, investigation, outcome, first);
    }
    inTime.ends(hand, investigation.id());
    // what was to come after an acute protection is decided
    tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.ACUTE_ENDS);
    notCarriedOut.due(hand, decisions.find(hand.id(), id).orElseThrow());
    return id;
  }

  /// Changes a decision (*ändring*): a new one stands instead of it, is told and can be appealed;
  /// the old one stays as it was.
  Step<UUID> change(Viewer viewer, UUID file, Road.Changing changing) {
    return files.write(
        viewer,
        file,
        "change_decision",
        CaseFileRule.deciding(viewer),
        hand -> {
          hand.open();
          hand.ofAdult();
          DecisionRows.Row old =
              decisions
                  .find(hand.id(), changing.decision())
                  .orElseThrow(() ->
                      Files.refused(CaseRule.DECISION_IS_CHANGED.refusal("granted", ".none")));
          UUID investigated = old.investigation();
          if (investigated == null) {
            throw Files.refused(CaseRule.DECISION_IS_CHANGED.refusal("granted", ".acute"));
          }
          if (!old.stands()) {
            throw Files.refused(CaseRule.DECISION_IS_CHANGED.refusal("granted", ".once"));
          }
          Words said = hand.open(old.id(), "decision", old.version(), old.sealed());
          Road.Deciding deciding =
              new Road.Deciding(
                  investigated,
                  appliedFor(said),
                  changing.granted(),
                  old.ground(),
                  changing.motive(),
                  said.text("confirmed"),
                  changing.heard());
          boolean worse = !changing.granted().containsAll(old.granted());
          List<Refusal> refusals = new ArrayList<>();
          refusals.addAll(
              refusals(
                  hand,
                  deciding,
                  assessments.latest(hand.id()).orElse(null),
                  worse ? old.decidedOn() : null));
          refusals.addAll(againstChange(hand, old, changing, worse));
          Files.refuse(refusals);
          InvestigationRows.Row investigation =
              investigations.find(hand.id(), investigated).orElseThrow();
          return made(hand, investigation, deciding, null, old);
        });
  }

  private List<Refusal> againstChange(
      Files.InHand hand, DecisionRows.Row old, Road.Changing changing, boolean worse) {
    List<Refusal> refusals = new ArrayList<>();
    if (changing.granted().equals(old.granted())) {
      refusals.add(CaseRule.DECISION_IS_CHANGED.refusal("granted", ".same"));
    }
    if (!mandates.lackingAlone(hand.staff(), changing.granted(), hand.today()).isEmpty()) {
      refusals.add(CaseRule.DELEGATE_HAS_MANDATE.refusal("granted", ".change"));
    }
    AppealRows.Row appeal =
        appeals.of(hand.id()).stream()
            .filter(one -> one.decision().equals(old.id()))
            .findFirst()
            .orElse(null);
    if (appeal != null && appeal.state() == AppealRows.State.HANDED_OVER) {
      refusals.add(CaseRule.CHANGED_UNDER_APPEAL.refusal("granted", ".handed_over"));
    } else if (appeal != null && appeal.state() == AppealRows.State.TO_HAND_OVER && worse) {
      refusals.add(CaseRule.CHANGED_UNDER_APPEAL.refusal("granted"));
    }
    if (worse) {
      Road.Because because = changing.because();
      if (because == null) {
        refusals.add(CaseRule.DECISION_IS_CHANGED.refusal("because"));
      } else if (because == Road.Because.CIRCUMSTANCES
          && Rules.CIRCUMSTANCES_CHANGED.on(old.decidedOn()).isEmpty()) {
        refusals.add(CaseRule.CIRCUMSTANCES_HAVE_CHANGED.refusal("because"));
      }
    }
    return refusals;
  }

  /// Puts an obvious slip right, beside the decision (*rättelse*).
  Step<UUID> correct(Viewer viewer, UUID file, UUID decision, Confidential words) {
    return files.write(
        viewer,
        file,
        "correct_decision",
        CaseFileRule.deciding(viewer),
        hand -> {
          DecisionRows.Row row = decisions.find(hand.id(), decision).orElse(null);
          if (row == null) {
            throw Files.refused(CaseRule.SLIP_IS_CORRECTED_BESIDE.refusal("words", ".none"));
          }
          if (words.isBlank()) {
            throw Files.refused(CaseRule.SLIP_IS_CORRECTED_BESIDE.refusal("words"));
          }
          Files.refuse(protections.inPrint(hand, "words", words));
          if (!mandates
              .lacking(
                  hand.staff(),
                  appliedFor(hand.open(row.id(), "decision", row.version(), row.sealed())),
                  hand.today())
              .isEmpty()) {
            throw Files.refused(CaseRule.DELEGATE_HAS_MANDATE.refusal("words", ".change"));
          }
          UUID id = UUID.randomUUID();
          decisions.correct(
              id,
              hand.id(),
              row.id(),
              hand.now(),
              hand.staff(),
              hand.sealText(id, "correction", 1, words));
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
    return refusals(
        hand,
        deciding,
        assessment,
        deciding.granted().equals(deciding.appliedFor()) ? null : LocalDate.MIN);
  }

  /// @param disadvantage since when she must have been told of what it rests on; null when it is
  ///   not to her disadvantage
  private List<Refusal> refusals(
      Files.InHand hand,
      Road.Deciding deciding,
      AssessmentRows.@Nullable Row assessment,
      @Nullable LocalDate disadvantage) {
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
    } else if (disadvantage != null) {
      refusals.addAll(unheard(hand, deciding, disadvantage));
    }
    if (Rules.grounds(today).stream().noneMatch(rule -> rule.key().equals(deciding.ground()))) {
      refusals.add(CaseRule.GROUND_STOOD_THAT_DAY.refusal("ground"));
    }
    if (deciding.motive().isBlank()) {
      refusals.add(CaseRule.MOTIVE_IS_GIVEN.refusal("motive"));
    }
    refusals.addAll(protections.inPrint(hand, "motive", deciding.motive()));
    refusals.addAll(protections.inPrint(hand, "childs_best", deciding.heard().childsBest()));
    Boolean said = deciding.heard().children();
    boolean reported = !reports.of(hand.id()).isEmpty();
    if (said == null && !reported) {
      refusals.add(CaseRule.CHILDS_BEST_INTEREST.refusal("children", ".asked"));
    }
    if ((reported || Boolean.TRUE.equals(said)) && deciding.heard().childsBest().isBlank()) {
      refusals.add(CaseRule.CHILDS_BEST_INTEREST.refusal("childs_best"));
    }
    if (!mandates.lacking(hand.staff(), deciding.appliedFor(), today).isEmpty()) {
      refusals.add(CaseRule.DELEGATE_HAS_MANDATE.refusal("granted"));
    }
    return refusals;
  }

  /// She was told of what it rests on and has answered or had her time; or it is said why not.
  private List<Refusal> unheard(Files.InHand hand, Road.Deciding deciding, LocalDate since) {
    List<CommunicationRows.Row> told =
        communications.of(hand.id()).stream()
            .filter(row -> row.investigation().equals(deciding.investigation()))
            .filter(row -> !row.sentOn().isBefore(since))
            .toList();
    if (told.stream().anyMatch(row -> row.over(hand.today()))) {
      return List.of();
    }
    if (deciding.heard().unheard() != null) {
      return deciding.heard().why().isBlank()
          ? List.of(CaseRule.COMMUNICATED_BEFORE.refusal("unheard_why", ".why"))
          : List.of();
    }
    return List.of(
        told.isEmpty()
            ? CaseRule.COMMUNICATED_BEFORE.refusal("unheard")
            : CaseRule.COMMUNICATED_BEFORE.refusal("unheard", ".waits"));
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
    Road.Heard heard = deciding.heard();
    Road.Unheard unheard = heard.unheard();
    return Words.none()
        .withCodes("applied_for", Codes.of(deciding.appliedFor()))
        .with("motive", deciding.motive())
        .with("confirmed", deciding.confirmed())
        .with("children", heard.children() == null ? "" : heard.children() ? "yes" : "no")
        .with("childs_best", heard.childsBest())
        .with("unheard", unheard == null ? "" : unheard.code())
        .with("unheard_why", heard.why());
  }

  /// What was proposed, read back.
  private static Road.Deciding deciding(UUID investigation, Words said) {
    String unheard = said.value("unheard");
    return new Road.Deciding(
        investigation,
        appliedFor(said),
        Codes.supports(said.codes("granted")),
        said.value("ground"),
        said.text("motive"),
        said.text("confirmed"),
        new Road.Heard(
            said.value("children").isEmpty() ? null : said.value("children").equals("yes"),
            said.text("childs_best"),
            unheard.isEmpty() ? null : Road.Unheard.valueOf(unheard.toUpperCase(Locale.ROOT)),
            said.text("unheard_why")));
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
