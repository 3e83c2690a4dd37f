package se.fristad.demonstration;

import static se.fristad.vault.Confidential.of;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.assessment.Answers;
import se.fristad.assessment.Judgement;
import se.fristad.assessment.Level;
import se.fristad.casework.Plan;
import se.fristad.casework.Road;
import se.fristad.casework.Step;
import se.fristad.casework.facts.NeedMet;
import se.fristad.casework.facts.RiskLevel;
import se.fristad.casework.facts.SupportType;
import se.fristad.centre.Moment;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.contact.Waiting;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.intake.Receiving;
import se.fristad.intake.WayIn;
import se.fristad.law.Rules;
import se.fristad.vault.Confidential;

/// Walks one invented road by the use cases that the pages call, each step on its own day. Every
/// rule is asked, every line of the log is written, everything is sealed.
@StaffFace
@OnDemonstration
@Component
class Making {
  private static final ZoneId HERE = OpeningHours.HERE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Visits visits;
  private final Threads threads;
  private final Receiving receiving;
  private final Road road;
  private final MakingChildren children;

  Making(Visits visits, Threads threads, Receiving receiving, Road road, MakingChildren children) {
    this.visits = visits;
    this.threads = threads;
    this.receiving = receiving;
    this.road = road;
    this.children = children;
  }

  /// Those who do the work.
  ///
  /// @param caseworkers at least one; a road stays with one of them
  /// @param deputy another head, who writes down what the head may decide
  record Team(
      Viewer reception,
      List<Viewer> caseworkers,
      Viewer treatment,
      Viewer change,
      Viewer head,
      Viewer deputy) {
    Viewer caseworker(Story story) {
      return caseworkers.get(
          Math.floorMod(story.about().person().number().hashCode(), caseworkers.size()));
    }
  }

  /// The head writes down who may decide, for the invented year and until the end of this one.
  void mandates(Team team, LocalDate until) {
    LocalDate from = LocalDate.of(Year.OF - 1, 12, 1);
    Set<SupportType> all = EnumSet.allOf(SupportType.class);
    at(
        from.atTime(9, 0).atZone(HERE).toInstant(),
        () -> {
          done(
              road.giveMandate(
                  team.deputy(),
                  new Road.Mandate(UUID.randomUUID(), team.head().staff(), all, from, until)));
          for (Viewer one : team.caseworkers()) {
            Set<SupportType> types = EnumSet.copyOf(all);
            types.removeIf(type -> !type.isOutpatient());
            done(
                road.giveMandate(
                    team.head(),
                    new Road.Mandate(UUID.randomUUID(), one.staff(), types, from, until)));
          }
          return true;
        });
  }

  /// Walks a road to where its plan ends.
  ///
  /// @throws IllegalStateException when a step was refused: the plan and the rules do not agree
  void walk(Story story, Team team) {
    SplittableRandom random = story.random().split();
    UUID thread = story.way() == WayIn.CHAT ? conversation(story, team, random) : null;
    if (story.came() == Story.Came.NONE) {
      return;
    }
    UUID intake = uuid(random);
    Instant received = story.at().plus(Duration.ofMinutes(25 + random.nextLong(40)));
    at(
        story.at().plus(Duration.ofMinutes(12)),
        () -> {
          if (!receiving.begin(team.reception(), intake, story.way(), thread)) {
            throw new IllegalStateException("an intake was not begun");
          }
          return true;
        });
    if (story.came() == Story.Came.DRAFT) {
      return;
    }
    at(
        received,
        () -> {
          if (!receiving.conclude(team.reception(), intake, form(story, received, random))) {
            throw new IllegalStateException("an intake was not concluded");
          }
          return true;
        });
    if (thread != null) {
      at(
          received.plusSeconds(60),
          () -> threads.close(team.reception(), Queue.SUPPORT, new ThreadId(thread), null));
    }
    if (story.file() != null) {
      file(story, story.file(), intake, team, random);
    }
  }

  /// She writes, is answered, and for those who only wrote it is closed.
  private UUID conversation(Story story, Team team, SplittableRandom random) {
    Story.Talk talk = story.talk();
    VisitToken token = VisitToken.minted();
    String language = story.about().person().language().equals("sv") ? "sv" : "en";
    Instant at = story.at();
    Viewer answers = talk.queue() == Queue.SUPPORT ? team.reception() : team.change();
    at(
        at,
        () ->
            visits.begin(
                talk.queue(), token, uuid(random), firstWords(story, random), language, true));
    if (talk.words()) {
      at(at.plusSeconds(90), () -> visits.givePhrase(talk.queue(), token, language));
    }
    UUID thread =
        threads.open(answers, talk.queue()).stream()
            .filter(one -> one.begunAt().equals(at))
            .map(Waiting::thread)
            .map(ThreadId::value)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a conversation was not heard"));
    if (talk.answered()) {
      at(
          // one that stands open this morning was answered before it
          at.plusSeconds(40 + random.nextLong(talk.ends() ? 900 : 120)),
          () ->
              threads.answer(
                  answers,
                  talk.queue(),
                  new ThreadId(thread),
                  uuid(random),
                  of(InventedWords.answer(random))));
    }
    if (talk.ends() && story.came() == Story.Came.NONE) {
      at(
          at.plus(Duration.ofMinutes(40)),
          () -> threads.close(answers, talk.queue(), new ThreadId(thread), null));
    }
    return thread;
  }

  private static Confidential firstWords(Story story, SplittableRandom random) {
    String language = story.about().person().language();
    return of(
        story.talk().queue() == Queue.SUPPORT
            ? InventedWords.first(random, language, story.about().municipality())
            : InventedWords.ofOneWhoUsesViolence(random));
  }

  private static Map<String, String> form(Story story, Instant now, SplittableRandom random) {
    Story.About about = story.about();
    Map<String, String> form = new HashMap<>(Map.of("way", code(story.way())));
    form.put("source", code(about.source()));
    form.put("municipality", about.municipality());
    InventedAnswers.to(story, random).forEach((item, answer) -> form.put("q_" + item, answer));
    form.remove("q_children_present");
    form.put("estimate", Integer.toString(InventedAnswers.estimate(about.risk(), random)));
    form.put("note", InventedWords.note(random));
    if (about.children().isEmpty()) {
      form.put("children", "no");
    } else {
      LocalDate today = now.atZone(HERE).toLocalDate();
      form.put("children", "yes");
      form.put("children_number", Integer.toString(about.children().size()));
      form.put(
          "children_ages",
          String.join(", ", about.children().stream().map(String::valueOf).toList()));
      form.put("exposed", "yes");
      form.put("report", "made");
      form.put("report_date", today.toString());
      form.put("report_time", LocalTime.ofInstant(now.minusSeconds(300), HERE).format(TIME));
      form.put("report_municipality", about.municipality());
    }
    form.put("outcome", code(story.came()));
    switch (story.came()) {
      case INFORMATION_ONLY -> form.put("obvious", "1");
      case DECLINED -> {
        form.put("advice", "protection,others,again");
        form.put("offer_channel", "herself");
        form.put("offer_how", "Ingen väg är trygg just nu. Hör av sig vid behov.");
      }
      case PASSED_MUNICIPALITY -> form.put("passed_municipality", about.municipality());
      case PASSED_AUTHORITY -> form.put("passed_authority", "Migrationsverket");
      case OPENS, NO_CONTACT, DRAFT, NONE -> {}
    }
    return form;
  }

  private void file(Story story, Story.File plan, UUID intake, Team team, SplittableRandom random) {
    Viewer caseworker = team.caseworker(story);
    Invented person = story.about().person();
    UUID file = uuid(random);
    LocalDate opened = day(plan.opened());
    at(
        plan.opened(),
        () -> {
          done(
              road.open(
                  caseworker,
                  new Road.Opening(
                      file,
                      intake,
                      story.about().municipality(),
                      new Road.Who(
                          of(person.name()),
                          of(person.number()),
                          null,
                          of(person.telephone()),
                          of(person.address()),
                          of(InventedWords.safeContact(random)),
                          random.nextInt(100) < 9
                              ? Road.Protection.SECRECY_MARK
                              : Road.Protection.NONE,
                          person.language()),
                      new Road.Agreed(opened, opened.plusYears(1), of("Muntligt, vid besök.")))));
          done(road.reach(caseworker, file, InventedWords.reach(file)));
          if (Math.floorMod(file.hashCode(), 3) == 0) {
            InventedWords.links(file, opened)
                .forEach(link -> done(road.link(caseworker, file, link)));
          }
          assess(caseworker, file, story, random);
          return true;
        });
    UUID investigation =
        at(plan.opened().plusSeconds(1200), () -> done(road.openInvestigation(caseworker, file)));
    children.report(story, plan, file, caseworker);
    at(
        plan.opened().plus(Duration.ofHours(1)),
        () -> done(road.note(caseworker, file, of(InventedWords.note(random)))));
    Instant concluded = plan.concluded();
    look(plan, file, story, caseworker, random, at -> concluded == null || at.isBefore(concluded));
    if (concluded == null) {
      return;
    }
    Story.Decision decision = plan.decision();
    if (decision == null) {
      at(
          concluded,
          () ->
              done(
                  road.discontinueInvestigation(
                      caseworker, file, investigation, of("Hon har tagit tillbaka sin ansökan."))));
      at(
          concluded.plus(Duration.ofHours(2)),
          () -> close(story, caseworker, file, true, "Utredningen avslutades på hennes begäran."));
      return;
    }
    at(
        concluded,
        () -> {
          assess(caseworker, file, story, random);
          return done(
              road.concludeInvestigation(caseworker, file, investigation, mapping(story, random)));
        });
    decide(story, decision, file, investigation, team, random);
    look(plan, file, story, caseworker, random, at -> !at.isBefore(concluded));
  }

  /// The risk is assessed again on the days of the plan that are meant.
  private void look(
      Story.File plan,
      UUID file,
      Story story,
      Viewer caseworker,
      SplittableRandom random,
      Predicate<Instant> meant) {
    plan.looked().stream()
        .filter(meant)
        .forEach(again ->
            at(
                again,
                () -> {
                  assess(caseworker, file, story, random);
                  return true;
                }));
  }

  private void decide(
      Story story,
      Story.Decision plan,
      UUID file,
      UUID investigation,
      Team team,
      SplittableRandom random) {
    Viewer caseworker = team.caseworker(story);
    Set<SupportType> applied =
        plan.granted().isEmpty() ? Set.of(SupportType.SUPPORT_TALKS) : plan.granted();
    Viewer delegate =
        applied.stream().allMatch(SupportType::isOutpatient) ? caseworker : team.head();
    if (!plan.granted().containsAll(applied)) {
      at(plan.at().minusSeconds(3_600), () -> communicate(caseworker, file, investigation, plan));
    }
    UUID decision =
        at(
            plan.at(),
            () ->
                done(
                    road.decide(
                        delegate,
                        file,
                        new Road.Deciding(
                                investigation,
                                applied,
                                plan.granted(),
                                Rules.ASSESSED_SUPPORT.key(),
                                of(InventedWords.motive(random, !plan.granted().isEmpty())),
                                of(""))
                            .with(heard(story)))));
    List<UUID> supports =
        plan.granted().stream()
            .map(type ->
                at(
                    plan.at().plusSeconds(300),
                    () -> grant(caseworker, file, decision, type, plan, team, random)))
            .toList();
    Instant served = plan.served();
    if (served != null) {
      at(served, () -> done(road.serve(caseworker, file, decision, day(served))));
    }
    if (plan.granted().isEmpty()) {
      appeal(story, plan, file, decision, caseworker);
    }
    LocalDate begins = plan.begins();
    if (begins == null) {
      if (plan.closed() != null) {
        at(
            plan.closed(),
            () ->
                close(
                    story,
                    caseworker,
                    file,
                    true,
                    "Beslutet står fast. Hon vet vart hon kan vända sig."));
      }
      return;
    }
    LocalDate review = plan.toFollowUp() == null ? begins.plusDays(90) : plan.toFollowUp();
    UUID agreed =
        at(
            plan.at().plusSeconds(600),
            () ->
                done(road.makePlan(caseworker, file, null, planned(plan, supports, review, team))));
    supports.forEach(support ->
        at(
            begins.atTime(13, 0).atZone(HERE).toInstant(),
            () -> done(road.beginSupport(caseworker, file, support, begins))));
    Instant followedUp = plan.followedUp();
    UUID followUp =
        at(
            begins.atTime(14, 0).atZone(HERE).toInstant(),
            () -> done(road.planFollowUp(caseworker, file, review)));
    if (followedUp == null) {
      return;
    }
    at(
        followedUp,
        () -> {
          supports.forEach(
              support -> done(road.endSupport(caseworker, file, support, day(followedUp))));
          done(road.closePlan(caseworker, file, agreed, of(InventedWords.PLAN_DONE)));
          return done(
              road.followUp(
                  caseworker,
                  file,
                  followUp,
                  new Road.FollowUp(met(random), of(InventedWords.note(random)))));
        });
    Instant closed = plan.closed();
    if (closed != null) {
      at(
          closed,
          () ->
              close(story, caseworker, file, false, "Insatsen är avslutad och behovet uppföljt."));
    }
  }

  /// What she wants to reach with what is granted, and who does what until it is gone through.
  private static Plan planned(
      Story.Decision plan, List<UUID> supports, LocalDate review, Team team) {
    LocalDate first = day(plan.at()).plusDays(1);
    LocalDate last = review.isAfter(first) ? review : first;
    boolean shelter = plan.granted().stream().anyMatch(SupportType::isShelter);
    return new Plan(
        List.of(
            new Plan.Goal(
                of(shelter ? InventedWords.GOAL_SAFE : InventedWords.GOAL_CALM),
                shelter ? Road.NeedDomain.PROTECTION : Road.NeedDomain.HEALTH,
                Set.copyOf(supports),
                List.of(
                    new Plan.Action(
                        of("Samtal varje vecka."),
                        Plan.By.STAFF,
                        team.treatment().staff(),
                        of(""),
                        last),
                    new Plan.Action(
                        of("Berätta för en vän som hon litar på."),
                        Plan.By.HERSELF,
                        null,
                        of(""),
                        last)))),
        of("Ett steg i taget."),
        Plan.Agreement.YES,
        Plan.Got.READ,
        false,
        of(""),
        last);
  }

  private static Road.Heard heard(Story story) {
    boolean children = !story.about().children().isEmpty();
    return new Road.Heard(children, of(children ? InventedWords.CHILDS_BEST : ""), null, of(""));
  }

  /// She reads what a denial will rest on, and has nothing to add.
  private UUID communicate(Viewer caseworker, UUID file, UUID investigation, Story.Decision plan) {
    LocalDate today = day(plan.at());
    UUID told =
        done(
            road.communicate(
                caseworker,
                file,
                new Road.Communicating(
                    investigation,
                    today,
                    today.plusDays(7),
                    true,
                    of("Utredningen, läst tillsammans i rummet."))));
    return done(
        road.answerCommunication(
            caseworker, file, told, today, of("Hon har läst och har inget att tillägga.")));
  }

  /// Every other denial is appealed in time, and each sixth too late.
  private void appeal(
      Story story, Story.Decision plan, UUID file, UUID decision, Viewer caseworker) {
    int kind = Math.floorMod(story.about().person().number().hashCode() / 7, 6);
    Instant received = plan.at().plus(Duration.ofDays(kind == 5 ? 24 : 12));
    if (kind % 2 == 0 || plan.closed() == null || !received.isBefore(plan.closed())) {
      return;
    }
    at(
        received,
        () -> {
          Road.Appealed appealed =
              done(
                  road.receiveAppeal(
                      caseworker,
                      file,
                      new Road.Appeal(
                          decision, day(received), of("Hon anser att hon behöver insatsen."))));
          Confidential dismissal = appealed.dismissal();
          return dismissal == null
              ? done(
                  road.handOverAppeal(
                      caseworker,
                      file,
                      appealed.appeal(),
                      new Road.Reconsidered(false, of("Det har inte kommit fram något nytt."))))
              : done(road.dismissAppeal(caseworker, file, appealed.appeal(), dismissal));
        });
  }

  private UUID grant(
      Viewer caseworker,
      UUID file,
      UUID decision,
      SupportType type,
      Story.Decision plan,
      Team team,
      SplittableRandom random) {
    return done(
        road.grantSupport(
            caseworker,
            file,
            new Road.Supporting(
                decision,
                type,
                Road.Provider.OWN,
                team.treatment().staff(),
                type.isShelter()
                    ? Road.Horizon.ACUTE
                    : random.nextBoolean() ? Road.Horizon.SHORT : Road.Horizon.LONG,
                null,
                true,
                of(type.isShelter() ? "Skydd." : "Trygghet i vardagen."))));
  }

  /// Whoever can be called without danger may be asked after a year how it went; what was promised
  /// sooner would be late on somebody's day this morning.
  private boolean close(Story story, Viewer caseworker, UUID file, boolean declined, String why) {
    boolean asked =
        InventedWords.reach(file).value("call").equals("may")
            && !story.about().person().telephone().isBlank();
    done(
        road.close(
            caseworker,
            file,
            new Road.Closing(
                of(why),
                declined,
                asked ? Road.Contact.WANTED : Road.Contact.DECLINED,
                of(asked ? "På dagen, på det säkra sättet." : ""),
                asked ? new Road.Again(Road.Again.By.CALL, Set.of(12)) : null)));
    return true;
  }

  private void assess(Viewer caseworker, UUID file, Story story, SplittableRandom random) {
    Map<String, String> answers = new HashMap<>(InventedAnswers.to(story, random));
    answers.put(
        "estimate", Integer.toString(InventedAnswers.estimate(story.about().risk(), random)));
    Level level = Level.valueOf(story.about().risk().name());
    done(
        road.assess(
            caseworker,
            file,
            new Road.Assessing(
                new Answers(answers),
                new Judgement(level, "Sammantagen bedömning efter samtal.", ""))));
  }

  private static Road.Mapping mapping(Story story, SplittableRandom random) {
    Story.About about = story.about();
    return new Road.Mapping(
        about.kinds(),
        about.by().stream().map(relation -> new Road.Perpetrator(relation, of(""))).toList(),
        of("Sedan flera år, tätare det senaste halvåret."),
        of(InventedWords.note(random)),
        of(InventedWords.first(random, about.person().language(), about.municipality())),
        List.of(
            new Road.Need(
                about.risk() == RiskLevel.HIGH
                    ? Road.NeedDomain.PROTECTION
                    : Road.NeedDomain.PRACTICAL,
                about.risk() == RiskLevel.HIGH ? Road.Horizon.ACUTE : Road.Horizon.SHORT,
                of("Nexus"),
                of("Samtal och praktiskt stöd.")),
            new Road.Need(
                random.nextBoolean() ? Road.NeedDomain.HOUSING : Road.NeedDomain.LEGAL,
                Road.Horizon.LONG,
                of("Socialtjänsten"),
                of("Tryggt boende på sikt."))));
  }

  private static NeedMet met(SplittableRandom random) {
    int drawn = random.nextInt(100);
    return drawn < 61
        ? NeedMet.YES
        : drawn < 84 ? NeedMet.PARTLY : drawn < 92 ? NeedMet.NO : NeedMet.UNKNOWN;
  }

  private static String code(Enum<?> one) {
    return one.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static LocalDate day(Instant at) {
    return at.atZone(HERE).toLocalDate();
  }

  private static UUID uuid(SplittableRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return UUID.nameUUIDFromBytes(bytes);
  }

  private static <T> T at(Instant moment, Supplier<T> work) {
    return Moment.on(moment, work);
  }

  private static <T> T done(Step<T> step) {
    return switch (step) {
      case Step.Done<T>(T value) -> value;
      case Step.Refused<T>(var refusals) ->
          throw new IllegalStateException(
              "refused: " + refusals.stream().map(Object::toString).toList());
      case Step.Again<T> _ -> throw new IllegalStateException("sent twice");
      case Step.NotThere<T> _ -> throw new IllegalStateException("not there");
    };
  }
}
