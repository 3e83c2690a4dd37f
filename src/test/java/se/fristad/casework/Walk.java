package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.assessment.Answers;
import se.fristad.assessment.Judgement;
import se.fristad.assessment.Level;
import se.fristad.casework.facts.CaseFact;
import se.fristad.casework.facts.NeedMet;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.house.TestClock;
import se.fristad.law.Rules;
import se.fristad.vault.Confidential;

/// Walks somebody along the road as far as a test needs: given a file, given an investigation that
/// is ready. Hears what the figures are told.
@TestComponent
public class Walk {
  private final Road road;
  private final TestClock clock;
  private final List<CaseFact> facts = new CopyOnWriteArrayList<>();

  Walk(Road road, TestClock clock) {
    this.road = road;
    this.clock = clock;
  }

  /// How far somebody has come.
  ///
  /// @param worker whose file it is
  public record At(Viewer worker, UUID file, UUID investigation, UUID decision) {}

  private static final UUID NOTHING = new UUID(0, 0);

  @EventListener
  void hear(CaseFact fact) {
    facts.add(fact);
  }

  /// What the figures were told since [#forget].
  public List<CaseFact> facts() {
    return facts;
  }

  /// Forgets what was told.
  public void forget() {
    facts.clear();
  }

  /// Goes to ten o'clock on a day.
  public void goTo(LocalDate day) {
    clock.set(day.atTime(LocalTime.of(10, 0)).atZone(Files.HERE).toInstant());
  }

  /// The day it is.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Files.HERE);
  }

  /// The moment it is.
  public Instant now() {
    return clock.instant();
  }

  /// Somebody who works here, in this role.
  public static Viewer in(Role role) {
    return new Viewer(UUID.randomUUID(), "centre", role);
  }

  /// A caseworker with a mandate for everything, from last year to next.
  public Viewer delegate() {
    Viewer worker = in(Role.CASEWORKER);
    mandate(worker, Set.of(SupportType.values()), today().minusYears(1), today().plusYears(1));
    return worker;
  }

  /// A mandate as the head writes it down.
  public UUID mandate(Viewer worker, Set<SupportType> types, LocalDate from, LocalDate until) {
    return done(
        road.giveMandate(
            in(Role.HEAD),
            new Road.Mandate(UUID.randomUUID(), worker.staff(), types, from, until)));
  }

  /// A personal number of the form that Skatteverket gives for tests: birth number 238.
  public static String number(LocalDate born) {
    String nine =
        "%02d%02d%02d238"
            .formatted(born.getYear() % 100, born.getMonthValue(), born.getDayOfMonth());
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return born.getYear() / 100 + nine + (10 - sum % 10) % 10;
  }

  /// Ylva Exempel, with these.
  public Road.Who who(String number, String telephone) {
    return new Road.Who(
        text("Ylva Exempel"),
        text(number),
        null,
        text(telephone),
        text("Prästgatan 4"),
        text("Ring bara före klockan tre."),
        Road.Protection.NONE,
        "sv");
  }

  /// A file to be, of Ylva who is 36 and agrees for half a year.
  public Road.Opening opening() {
    return opening(number(LocalDate.of(1990, 3, 16)), today(), today().plusMonths(6));
  }

  /// A file to be.
  public Road.Opening opening(String number, LocalDate from, LocalDate until) {
    return new Road.Opening(UUID.randomUUID(), null, "0380", who(number, ""), agreed(from, until));
  }

  static Road.Agreed agreed(LocalDate from, LocalDate until) {
    return new Road.Agreed(from, until, text("Muntligt, i rummet."));
  }

  /// Her file is opened by somebody who may decide.
  public At opened() {
    return opened(delegate(), opening());
  }

  /// Her file is opened.
  public At opened(Viewer worker, Road.Opening opening) {
    UUID file = done(road.open(worker, opening)).file();
    return new At(worker, file, NOTHING, NOTHING);
  }

  /// The form answered: danger now or not, nothing else known.
  public static Road.Assessing assessing(Level judged, String reason, String... answers) {
    Map<String, String> all = new java.util.TreeMap<>();
    for (int i = 0; i < answers.length; i += 2) {
      all.put(answers[i], answers[i + 1]);
    }
    return new Road.Assessing(new Answers(all), new Judgement(judged, reason, ""));
  }

  /// … the risk is assessed and an investigation opened.
  public At investigated() {
    return investigated(opened());
  }

  /// … the risk is assessed and an investigation opened.
  public At investigated(At at) {
    done(road.assess(at.worker(), at.file(), assessing(Level.LOW, "", "danger_now", "no")));
    UUID investigation = done(road.openInvestigation(at.worker(), at.file()));
    return new At(at.worker(), at.file(), investigation, NOTHING);
  }

  /// What was mapped.
  public static Road.Mapping mapping() {
    return new Road.Mapping(
        Set.of(ViolenceKind.PHYSICAL, ViolenceKind.CONTROL),
        List.of(
            new Road.Perpetrator(Relationship.FORMER_PARTNER, text("Mannen hon lämnat")),
            new Road.Perpetrator(Relationship.IN_LAW, text(""))),
        text("I tre år, varje vecka."),
        text("Slag och kontroll av telefonen."),
        text("Jag vågar inte sova."),
        List.of(
            new Road.Need(
                Road.NeedDomain.PROTECTION,
                Road.Horizon.ACUTE,
                text("Resurscentrum"),
                text("Skydd i natt"))));
  }

  /// … which is ready.
  public At concluded() {
    return concluded(investigated());
  }

  /// … which is ready.
  public At concluded(At at) {
    done(road.concludeInvestigation(at.worker(), at.file(), at.investigation(), mapping()));
    return at;
  }

  /// A decision to make on an investigation, by the section of crime victims.
  public static Road.Deciding deciding(At at, Set<SupportType> applied, Set<SupportType> granted) {
    return new Road.Deciding(
        at.investigation(),
        applied,
        granted,
        Rules.CRIME_VICTIM_SUPPORT.key(),
        text("Behovet kan inte tillgodoses på annat sätt."),
        text(""),
        granted.containsAll(applied) ? Road.Heard.NOTHING : heard());
  }

  /// Nobody needed to be told before: she was there.
  public static Road.Heard heard() {
    return new Road.Heard(
        false, text(""), Road.Unheard.NOT_NEEDED, text("Hon var med och har hört allt."));
  }

  /// An appeal that changes nothing.
  public static Road.Reconsidered unchanged() {
    return new Road.Reconsidered(false, text("Inget nytt har kommit fram."));
  }

  /// … and decided: this is granted.
  public At decided(SupportType... granted) {
    return decided(concluded(), granted);
  }

  /// … and decided: this is granted.
  public At decided(At at, SupportType... granted) {
    UUID decision =
        done(road.decide(at.worker(), at.file(), deciding(at, Set.of(granted), Set.of(granted))));
    return new At(at.worker(), at.file(), at.investigation(), decision);
  }

  /// … and served the same day.
  public At served(SupportType... granted) {
    At at = decided(granted);
    done(road.serve(at.worker(), at.file(), at.decision(), today()));
    return at;
  }

  /// A support under the decision, delivered by somebody else than the worker.
  public Road.Supporting under(At at, SupportType type, UUID deliverer) {
    return new Road.Supporting(
        at.decision(),
        type,
        Road.Provider.OWN,
        deliverer,
        Road.Horizon.SHORT,
        today(),
        false,
        text("Att hon sover."));
  }

  /// A service, told about what can be applied for.
  public Road.Supporting service(SupportType type, UUID deliverer) {
    return new Road.Supporting(
        null,
        type,
        Road.Provider.OWN,
        deliverer,
        Road.Horizon.SHORT,
        today(),
        true,
        text("Att hon sover."));
  }

  /// She says that her need was met.
  public void followedUp(At at) {
    UUID followUp = done(road.planFollowUp(at.worker(), at.file(), today()));
    done(
        road.followUp(
            at.worker(),
            at.file(),
            followUp,
            new Road.FollowUp(NeedMet.YES, text("Ja, jag sover."))));
  }

  /// A closing with everything answered; she does not want to be contacted again.
  public static Road.Closing closing() {
    return new Road.Closing(text("Behovet är mött."), false, Road.Contact.DECLINED, text(""));
  }

  /// A file to hand over, everything gone through.
  public static Road.Handing handing(UUID to) {
    return new Road.Handing(
        to, Set.of(Road.Through.values()), true, text(""), text("Ring aldrig efter klockan tre."));
  }

  static Confidential text(String text) {
    return Confidential.of(text);
  }

  /// What a step gave; it must be done.
  public static <T> T done(Step<T> step) {
    if (step instanceof Step.Refused<T> refused) {
      throw new AssertionError("refused: " + refused.refusals());
    }
    assertThat(step).isInstanceOf(Step.Done.class);
    return ((Step.Done<T>) step).value();
  }

  /// The keys of the sentences that refuse a step, without the part they all begin with; it must be
  /// refused. Each names its rule and a paragraph.
  public static List<String> refused(Step<?> step) {
    assertThat(step).isInstanceOf(Step.Refused.class);
    List<Refusal> refusals = ((Step.Refused<?>) step).refusals();
    assertThat(refusals)
        .isNotEmpty()
        .allSatisfy(refusal ->
            assertThat(refusal.cited())
                .matches(cited -> refusal.rule() == null || !cited.isEmpty()));
    return refusals.stream()
        .map(refusal -> refusal.key().replace("casework.rule.", "").replace(".sentence", ""))
        .toList();
  }
}
