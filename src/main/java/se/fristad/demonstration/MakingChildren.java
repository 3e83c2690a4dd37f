package se.fristad.demonstration;

import static se.fristad.vault.Confidential.of;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.assessment.Answers;
import se.fristad.assessment.Instrument;
import se.fristad.assessment.Judgement;
import se.fristad.assessment.Level;
import se.fristad.casework.ChildRoad;
import se.fristad.casework.Road;
import se.fristad.casework.Step;
import se.fristad.centre.Moment;
import se.fristad.centre.OpeningHours;
import se.fristad.law.WorkingDays;

/// The children of an invented road: each is reported on the day its mother's file is opened, most
/// of them here, one in eight to another municipality. What would lie in the future is not done:
/// the clocks of this morning's children run.
@StaffFace
@OnDemonstration
@Component
class MakingChildren {
  private static final ZoneId HERE = OpeningHours.HERE;
  private static final List<String> NAMES =
      List.of("Alva", "Noel", "Samira", "Elias", "Yara", "Hugo", "Leila", "Oskar", "Amal", "Tuva");
  private static final List<String> OTHERS = List.of("0360", "0381", "0382", "0305");

  private final ChildRoad children;
  private final Road road;
  private final Clock clock;

  MakingChildren(ChildRoad children, Road road, Clock clock) {
    this.children = children;
    this.road = road;
    this.clock = clock;
  }

  /// Reports the children of a story from its file.
  void report(Story story, Story.File plan, UUID file, Viewer worker) {
    SplittableRandom random = new SplittableRandom(file.getMostSignificantBits());
    for (int age : story.about().children()) {
      if (age < 18) {
        one(story, plan, file, worker, age, random);
      }
    }
  }

  private void one(
      Story story, Story.File plan, UUID file, Viewer worker, int age, SplittableRandom random) {
    Instant at = plan.opened().plus(Duration.ofMinutes(25));
    boolean here = random.nextInt(8) > 0;
    String municipality =
        here ? story.about().municipality() : OTHERS.get(random.nextInt(OTHERS.size()));
    LocalDate born = day(at).minusYears(age).minusDays(random.nextInt(1, 360));
    ChildRoad.Concern concern =
        new ChildRoad.Concern(
            new Road.Who(
                of(NAMES.get(random.nextInt(NAMES.size())) + " Påhittad"),
                of(""),
                born,
                of(""),
                of(""),
                of("Ring mamma på det säkra sättet, aldrig hem."),
                Road.Protection.NONE,
                story.about().person().language()),
            of(age > 6 ? "Åsunda skola" : age > 1 ? "Förskolan Linden" : ""),
            random.nextInt(4) == 0 ? ChildRoad.Exposure.SUFFERED : ChildRoad.Exposure.WITNESSED,
            of("Mamman berättar att barnet var hemma när det hände."),
            municipality,
            at,
            at,
            of("Barnets mottagning, per telefon"));
    ChildRoad.Reported reported =
        on(at.plusSeconds(60), () -> done(children.report(worker, file, concern)));
    UUID child = reported.child();
    UUID received = reported.received();
    if (child != null && received != null) {
      here(plan, child, received, worker, random);
    } else {
      elsewhere(plan, file, reported.report(), worker);
    }
  }

  private void elsewhere(Story.File plan, UUID file, UUID report, Viewer worker) {
    LocalDate next = WorkingDays.onOrAfter(day(plan.opened()).plusDays(1));
    Instant at = before(plan, next.atTime(10, 15).atZone(HERE).toInstant());
    if (at != null) {
      on(
          at,
          () ->
              done(
                  children.receipt(worker, file, report, day(at), of("Jourhavande, per telefon"))));
    }
  }

  /// The child's own risk, by the same form as the adult's: it is safe where it is.
  private void assess(UUID child, Viewer worker, Instant at) {
    if (at.isAfter(clock.instant())) {
      return;
    }
    on(
        at,
        () ->
            done(
                road.assess(
                    worker,
                    child,
                    new Road.Assessing(
                        new Answers(safe()),
                        new Judgement(Level.LOW, "Barnet är på en säker plats.", "")))));
  }

  /// Every question answered: no, but for those that are good.
  private static Map<String, String> safe() {
    Map<String, String> answers = new HashMap<>();
    Instrument.initialRisk().sections().stream()
        .flatMap(section -> section.items().stream())
        .filter(item -> item.kind() == Instrument.Kind.CHOICE)
        .forEach(item -> answers.put(item.id(), "no"));
    answers.put("safe_to_talk", "yes");
    answers.put("children_present", "yes");
    return answers;
  }

  /// Of a file that is open this morning the assessment that stands is no older than it may be.
  private void assessAgain(UUID child, Viewer worker, Instant opened, SplittableRandom random) {
    Instant again = clock.instant().minus(Duration.ofDays(random.nextInt(1, 25)));
    if (opened.plus(Duration.ofDays(1)).isBefore(again)) {
      assess(child, worker, again);
    }
  }

  private void here(
      Story.File plan, UUID child, UUID report, Viewer worker, SplittableRandom random) {
    Instant opened = plan.opened();
    on(
        opened.plus(Duration.ofMinutes(40)),
        () ->
            done(
                children.assessProtection(
                    worker,
                    child,
                    report,
                    new ChildRoad.Protection(
                        false, of(""), of("Barnet är med mamman på en säker plats.")))));
    assess(child, worker, opened.plus(Duration.ofMinutes(50)));
    Instant decided = before(plan, opened.plus(Duration.ofDays(random.nextInt(1, 10))));
    if (decided == null) {
      return;
    }
    boolean opens = random.nextInt(100) < 45;
    UUID investigation =
        on(
            decided,
            () ->
                done(
                    children.decide(
                        worker,
                        child,
                        report,
                        new ChildRoad.Preliminary(
                            opens, of(opens ? "" : "Barnet har redan det stöd som behövs.")))));
    Instant ends =
        opens
            ? decided.plus(Duration.ofDays(random.nextInt(45, 110)))
            : decided.plus(Duration.ofHours(2));
    if (ends.isAfter(clock.instant())) {
      assessAgain(child, worker, opened, random);
      return;
    }
    if (opens) {
      on(
          ends,
          () ->
              done(
                  children.conclude(
                      worker,
                      child,
                      investigation,
                      new ChildRoad.Concluding(
                          ChildRoad.Ending.NO_SUPPORT,
                          of("Jag vill ha det lugnt hemma."),
                          of(""),
                          of("Mamman skyddar barnet och har eget stöd."),
                          false))));
    }
    on(
        ends.plusSeconds(600),
        () ->
            done(
                road.close(
                    worker,
                    child,
                    new Road.Closing(
                        of("Inget mer att göra för barnet nu."),
                        true,
                        Road.Contact.NOT_REACHED,
                        of("")))));
  }

  /// The moment, or just before the mother's investigation ends when that is earlier; null when it
  /// has not come yet.
  private @Nullable Instant before(Story.File plan, Instant at) {
    Instant concluded = plan.concluded();
    Instant last = concluded == null ? at : concluded.minusSeconds(120);
    Instant then = at.isBefore(last) ? at : last;
    return then.isAfter(clock.instant()) ? null : then;
  }

  private static LocalDate day(Instant at) {
    return at.atZone(HERE).toLocalDate();
  }

  private static <T> T on(Instant moment, Supplier<T> work) {
    return Moment.on(moment, work);
  }

  private static <T> T done(Step<T> step) {
    return switch (step) {
      case Step.Done<T>(T value) -> value;
      case Step.Refused<T>(var refusals) ->
          throw new IllegalStateException(
              "refused: " + refusals.stream().map(Object::toString).toList());
      case Step.Again<T> _ -> throw new IllegalStateException("sent before");
      case Step.NotThere<T> _ -> throw new IllegalStateException("not there");
    };
  }
}
