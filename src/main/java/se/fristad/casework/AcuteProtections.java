package se.fristad.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.Decided;
import se.fristad.casework.facts.DecisionOutcome;
import se.fristad.centre.Centre;
import se.fristad.law.Rules;

/// Acute protection before an investigation (*akut skydd*): a decision like the others, by somebody
/// with a mandate, with a motive, told and appealed as they are, but for a short time, on the
/// danger that is seen (11 kap. 1 § SoL). An investigation follows at once, or it is said why not.
///
/// She is not told beforehand of what it rests on: it cannot wait (25 § FL).
@StaffFace
@Component
class AcuteProtections {
  /// The most days of one. What is needed longer is investigated.
  static final int MOST_DAYS = 31;

  /// How long before the decision it may have begun: she was driven there first.
  static final Duration BEFORE = Duration.ofHours(24);

  /// How long her yes to a file holds after the protection ends, unless she is asked anew.
  private static final int AGREED_DAYS_AFTER = 30;

  private final Files files;
  private final Protections protections;
  private final DecisionRows decisions;
  private final InvestigationRows investigations;
  private final AssessmentRows assessments;
  private final ConsentRows consents;
  private final Consents given;
  private final MandateRows mandates;
  private final ReportRows reports;
  private final Tasks tasks;
  private final Centre centre;
  private final ApplicationEventPublisher events;

  AcuteProtections(
      Files files,
      Protections protections,
      DecisionRows decisions,
      InvestigationRows investigations,
      AssessmentRows assessments,
      ConsentRows consents,
      Consents given,
      MandateRows mandates,
      ReportRows reports,
      Tasks tasks,
      Centre centre,
      ApplicationEventPublisher events) {
    this.files = files;
    this.protections = protections;
    this.decisions = decisions;
    this.investigations = investigations;
    this.assessments = assessments;
    this.consents = consents;
    this.given = given;
    this.mandates = mandates;
    this.reports = reports;
    this.tasks = tasks;
    this.centre = centre;
    this.events = events;
  }

  /// Decides in a file that is the viewer's.
  Step<UUID> decide(Viewer viewer, UUID file, AcuteRoad.Acute acute) {
    return files.write(
        viewer, file, "decide_acute", CaseFileRule.deciding(viewer), hand -> decided(hand, acute));
  }

  /// Decides in a file that somebody has in hand.
  UUID decided(Files.InHand hand, AcuteRoad.Acute acute) {
    hand.open();
    hand.ofAdult();
    boolean investigated = investigations.unfinishedIn(hand.id());
    boolean agreed = consents.stands(hand.id(), Road.Subject.REGISTER, hand.today());
    Files.refuse(refusals(hand, acute, investigated, agreed));
    LocalDate last = acute.until() == null ? hand.today() : acute.until();
    if (!agreed) {
      given.register(
          hand, new Road.Agreed(hand.today(), agreedUntil(acute, hand.today()), acute.agreed()));
    }
    AssessmentRows.Row assessment = assessments.latest(hand.id()).orElse(null);
    DecisionRows.Row before = standing(hand);
    UUID id = UUID.randomUUID();
    decisions.insert(
        hand.id(),
        new DecisionRows.Row(
            id,
            null,
            outcome(acute),
            acute.granted(),
            Rules.ASSESSED_SUPPORT.key(),
            hand.staff(),
            hand.staff(),
            hand.now(),
            null,
            null,
            null,
            assessment == null ? null : assessment.id(),
            false,
            1,
            hand.seal(id, "decision", 1, words(acute)),
            null,
            before == null ? null : before.id(),
            null,
            acute.from(),
            last));
    due(hand, acute, id, before, investigated, assessment);
    LocalDate intake = hand.words().date("intake_on");
    events.publishEvent(
        new Decided(
            UUID.randomUUID(),
            hand.today(),
            hand.file().municipality(),
            outcome(acute),
            intake == null ? null : (int) ChronoUnit.DAYS.between(intake, hand.today())));
    events.publishEvent(new AcuteProtectionDecided(hand.id(), id, hand.now()));
    return id;
  }

  /// What the form of it is to ask in a file.
  AcuteForm.For asks(UUID file, LocalDate today) {
    return new AcuteForm.For(
        today,
        investigations.unfinishedIn(file),
        consents.stands(file, Road.Subject.REGISTER, today));
  }

  /// Until when her yes holds that she gives with it.
  static LocalDate agreedUntil(AcuteRoad.Acute acute, LocalDate today) {
    LocalDate until = acute.until();
    LocalDate last = until == null || until.isBefore(today) ? today : until;
    LocalDate most = today.plusDays(MOST_DAYS);
    return (last.isAfter(most) ? most : last).plusDays(AGREED_DAYS_AFTER);
  }

  /// The one that protects her today, and in whose place a new one stands.
  private DecisionRows.@Nullable Row standing(Files.InHand hand) {
    return decisions.of(hand.id()).stream()
        .filter(row -> row.protects(hand.today()))
        .findFirst()
        .orElse(null);
  }

  /// What is to be done after it, by the day.
  private void due(
      Files.InHand hand,
      AcuteRoad.Acute acute,
      UUID id,
      DecisionRows.@Nullable Row before,
      boolean investigated,
      AssessmentRows.@Nullable Row assessment) {
    LocalDate day = day(hand.now());
    UUID staff = hand.responsible();
    if (before != null) {
      tasks.done(hand.id(), before.id(), hand.staff(), hand.now(), TaskKind.SERVE_DECISION);
    }
    tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.ACUTE_ENDS);
    tasks.add(hand.id(), TaskKind.SERVE_DECISION, id, day, staff);
    LocalDate until = acute.until();
    if (until != null && !acute.granted().isEmpty()) {
      tasks.add(hand.id(), TaskKind.ACUTE_ENDS, id, until, staff);
    }
    if (acute.afterwards() == AcuteRoad.Afterwards.INVESTIGATION && !investigated) {
      once(hand, TaskKind.INVESTIGATE, day);
    }
    if (assessment == null || assessment.expired(hand.today())) {
      once(hand, TaskKind.ASSESS_RISK, day);
    }
    if (Boolean.TRUE.equals(acute.children()) && reports.of(hand.id()).isEmpty()) {
      once(hand, TaskKind.CHILDREN_ALONG, day);
    }
  }

  private void once(Files.InHand hand, TaskKind kind, LocalDate day) {
    if (tasks.open(hand.id(), hand.viewer().role()).stream().noneMatch(one -> one.kind() == kind)) {
      tasks.add(hand.id(), kind, null, day, hand.responsible());
    }
  }

  /// The day on which somebody is there to do it: today, or the next that we are open.
  private LocalDate day(Instant now) {
    return centre.hours().isOpen(now)
        ? LocalDate.ofInstant(now, Files.HERE)
        : centre.hours().nextOpening(now).toLocalDate();
  }

  private List<Refusal> refusals(
      Files.InHand hand, AcuteRoad.Acute acute, boolean investigated, boolean agreed) {
    List<Refusal> refusals = new ArrayList<>();
    if (acute.wanted().isEmpty()) {
      refusals.add(CaseRule.DECISION_SAYS_WHAT.refusal("wanted", ".acute"));
    } else if (!acute.wanted().containsAll(acute.granted())) {
      refusals.add(CaseRule.DECISION_SAYS_WHAT.refusal("granted", ".acute_more"));
    }
    if (!AcuteRoad.KINDS.containsAll(acute.wanted())) {
      refusals.add(CaseRule.DECISION_SAYS_WHAT.refusal("wanted", ".acute"));
    }
    refusals.addAll(time(hand, acute));
    if (acute.danger() == null || acute.risk().isBlank()) {
      refusals.add(CaseRule.ACUTE_RISK_IS_SAID.refusal(acute.danger() == null ? "danger" : "risk"));
    }
    refusals.addAll(children(acute));
    if (acute.motive().isBlank()) {
      refusals.add(CaseRule.MOTIVE_IS_GIVEN.refusal("motive"));
    }
    refusals.addAll(protections.inPrint(hand, "motive", acute.motive()));
    refusals.addAll(protections.inPrint(hand, "childs_best", acute.childsBest()));
    if (!agreed && acute.agreed().isBlank()) {
      refusals.add(CaseRule.CONSENT_STANDS.refusal("agreed", ".acute"));
    }
    if (!investigated && acute.afterwards() == null) {
      refusals.add(CaseRule.INVESTIGATED_AFTER_ACUTE.refusal("afterwards"));
    } else if (!investigated
        && acute.afterwards() == AcuteRoad.Afterwards.NOTHING
        && acute.why().isBlank()) {
      refusals.add(CaseRule.INVESTIGATED_AFTER_ACUTE.refusal("no_investigation", ".why"));
    }
    if (!mandates.lacking(hand.staff(), acute.wanted(), hand.today()).isEmpty()) {
      refusals.add(CaseRule.DELEGATE_HAS_MANDATE.refusal("granted", ".acute"));
    } else if (!mandates.lackingAlone(hand.staff(), acute.wanted(), hand.today()).isEmpty()) {
      refusals.add(CaseRule.SECOND_PERSON_CONFIRMS.refusal("granted", ".acute"));
    }
    return refusals;
  }

  private static List<Refusal> time(Files.InHand hand, AcuteRoad.Acute acute) {
    List<Refusal> refusals = new ArrayList<>();
    LocalDate until = acute.until();
    LocalDate from = LocalDate.ofInstant(acute.from(), Files.HERE);
    if (acute.from().isBefore(hand.now().minus(BEFORE))
        || acute.from().isAfter(hand.now().plus(BEFORE))) {
      refusals.add(CaseRule.ACUTE_IS_FOR_A_TIME.refusal("from_on", ".from"));
    }
    if (until == null) {
      if (!acute.granted().isEmpty()) {
        refusals.add(CaseRule.ACUTE_IS_FOR_A_TIME.refusal("until_on", ".until"));
      }
    } else if (until.isBefore(from) || until.isBefore(hand.today())) {
      refusals.add(CaseRule.ACUTE_IS_FOR_A_TIME.refusal("until_on", ".before"));
    } else if (until.isAfter(from.plusDays(MOST_DAYS - 1L))) {
      refusals.add(CaseRule.ACUTE_IS_FOR_A_TIME.refusal("until_on", ".long").filledWith(MOST_DAYS));
    }
    return refusals;
  }

  private static List<Refusal> children(AcuteRoad.Acute acute) {
    if (acute.children() == null) {
      return List.of(CaseRule.CHILDS_BEST_INTEREST.refusal("children", ".along"));
    }
    List<Refusal> refusals = new ArrayList<>();
    if (acute.children() && acute.childrenWords().isBlank()) {
      refusals.add(CaseRule.CHILDS_BEST_INTEREST.refusal("children_words", ".along_who"));
    }
    if (acute.children() && acute.childsBest().isBlank()) {
      refusals.add(CaseRule.CHILDS_BEST_INTEREST.refusal("childs_best"));
    }
    return refusals;
  }

  private static DecisionOutcome outcome(AcuteRoad.Acute acute) {
    if (acute.granted().isEmpty()) {
      return DecisionOutcome.DENIED;
    }
    return acute.granted().equals(acute.wanted())
        ? DecisionOutcome.GRANTED
        : DecisionOutcome.PARTLY;
  }

  private static Words words(AcuteRoad.Acute acute) {
    boolean all = acute.granted().equals(acute.wanted());
    return Words.none()
        .withCodes("applied_for", Codes.of(acute.wanted()))
        .with("danger", acute.danger() == null ? "" : acute.danger().code())
        .with("risk", acute.risk())
        .with("own_words", acute.ownWords())
        .with("children", Boolean.TRUE.equals(acute.children()) ? "yes" : "no")
        .with("children_words", acute.childrenWords())
        .with("childs_best", acute.childsBest())
        .with("motive", acute.motive())
        .with("unheard", all ? "" : Road.Unheard.URGENT.code())
        .with("afterwards", acute.afterwards() == null ? "" : acute.afterwards().code())
        .with("no_investigation", acute.why());
  }
}
