package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.outgoing.Answer;
import se.fristad.outgoing.SafeContact;
import se.fristad.vault.Confidential;

/// The individual plan (*individuell handlingsplan*): made with her, gone through on a day that is
/// set, revised by a new one beside it when her needs change (A-ADD-06), closed when it has done
/// its work. One stands at a time.
@StaffFace
@Component
class Plans {
  /// The most revisions of one file, and the most that is said of one thing to be done: each is
  /// read whenever the file is.
  static final int MOST = 60;

  static final int MOST_SAID = 40;

  private static final String PLAN = "plan";
  private static final String ACTION = "plan_action";

  private final Files files;
  private final GoingOut goingOut;
  private final FileRows fileRows;
  private final PlanRows rows;
  private final SupportRows supports;
  private final ConsentRows consents;
  private final PersonRows people;
  private final Tasks tasks;
  private final ApplicationEventPublisher events;

  Plans(
      Files files,
      GoingOut goingOut,
      FileRows fileRows,
      PlanRows rows,
      SupportRows supports,
      ConsentRows consents,
      PersonRows people,
      Tasks tasks,
      ApplicationEventPublisher events) {
    this.files = files;
    this.goingOut = goingOut;
    this.fileRows = fileRows;
    this.rows = rows;
    this.supports = supports;
    this.consents = consents;
    this.people = people;
    this.tasks = tasks;
    this.events = events;
  }

  /// Makes a plan.
  ///
  /// @param replaces the one whose place it takes; null for the first
  Step<UUID> make(Viewer viewer, UUID file, @Nullable UUID replaces, Plan plan) {
    return files.write(
        viewer,
        file,
        replaces == null ? "make_plan" : "revise_plan",
        hand -> {
          hand.open();
          hand.ofAdult();
          PlanRows.Row before = rows.standing(hand.id()).orElse(null);
          Files.refuse(refusals(hand, replaces, before, plan));
          if (before != null) {
            end(hand, before, PlanRows.State.REPLACED, Confidential.of(""));
          }
          return insert(hand, plan);
        });
  }

  private UUID insert(Files.InHand hand, Plan plan) {
    UUID id = UUID.randomUUID();
    int number = rows.of(hand.id()).stream().mapToInt(PlanRows.Row::number).max().orElse(0) + 1;
    rows.insert(
        hand.id(),
        new PlanRows.Row(
            id,
            number,
            hand.staff(),
            hand.now(),
            plan.review(),
            PlanRows.State.STANDS,
            null,
            null,
            1,
            hand.seal(id, PLAN, 1, words(plan))));
    for (int goal = 0; goal < plan.goals().size(); goal++) {
      List<Plan.Action> actions = plan.goals().get(goal).actions();
      for (int place = 0; place < actions.size(); place++) {
        insert(hand, id, goal, place, actions.get(place));
      }
    }
    tasks.add(hand.id(), TaskKind.REVIEW_PLAN, id, plan.review(), hand.responsible());
    events.publishEvent(new PlanChanged(hand.id(), id, hand.now()));
    return id;
  }

  private void insert(Files.InHand hand, UUID plan, int goal, int place, Plan.Action action) {
    UUID id = UUID.randomUUID();
    rows.insert(
        hand.id(),
        new PlanRows.Action(
            id,
            plan,
            goal,
            place,
            action.staff(),
            action.due(),
            action.standing(),
            hand.staff(),
            hand.now(),
            1,
            hand.seal(
                id,
                ACTION,
                1,
                Words.none()
                    .with("what", action.what())
                    .with("by", action.by().code())
                    .with("name", action.name()))));
    UUID whose = whose(hand, action.by(), action.staff());
    if (whose != null && action.standing().open()) {
      tasks.add(hand.id(), TaskKind.PLAN_ACTION, id, action.due(), whose);
    }
  }

  /// Who has it on her day: whoever of us does it, and of what another house does whoever answers
  /// for the file. What she does herself nobody reminds her of.
  private static @Nullable UUID whose(Files.InHand hand, Plan.By by, @Nullable UUID staff) {
    return switch (by) {
      case HERSELF -> null;
      case STAFF -> staff;
      case OTHER -> hand.responsible();
    };
  }

  private List<Refusal> refusals(
      Files.InHand hand, @Nullable UUID replaces, PlanRows.@Nullable Row before, Plan plan) {
    List<Refusal> refusals = new ArrayList<>();
    if (!consents.stands(hand.id(), Road.Subject.REGISTER, hand.today())) {
      refusals.add(CaseRule.CONSENT_STANDS.refusal(PLAN));
    }
    if (replaces == null && before != null) {
      refusals.add(CaseRule.PLAN_STANDS_BESIDE.refusal(PLAN, ".stands"));
    }
    if (replaces != null && (before == null || !before.id().equals(replaces))) {
      refusals.add(CaseRule.PLAN_STANDS_BESIDE.refusal(PLAN, ".replaced"));
    }
    if (rows.of(hand.id()).size() >= MOST) {
      refusals.add(Refusal.unreadable(PLAN, "casework.step.plan.most", MOST));
    }
    refusals.addAll(ofGoals(hand, plan));
    if (!plan.review().isAfter(hand.today())) {
      refusals.add(CaseRule.PLAN_IS_GONE_THROUGH.refusal("review"));
    }
    if (plan.agreed() != Plan.Agreement.YES && plan.view().isBlank()) {
      refusals.add(CaseRule.PLAN_IS_HERS.refusal("view"));
    }
    if (plan.got() == Plan.Got.NOT && plan.gotHow().isBlank()) {
      refusals.add(CaseRule.PLAN_IS_HERS.refusal("got_how", ".not_got"));
    }
    if (plan.got() == Plan.Got.PAPER && !plan.paperIsSafe() && !paperIsSafe(hand)) {
      refusals.add(CaseRule.PAPER_IS_SAFE_WITH_HER.refusal("paper_is_safe"));
    }
    return refusals;
  }

  /// Whether what she has said of letters lets a paper lie where she is.
  private boolean paperIsSafe(Files.InHand hand) {
    return people.find(hand.file().person()).orElseThrow().reach().rule()
            instanceof SafeContact.Agreed rule
        && rule.letter() == Answer.MAY;
  }

  private List<Refusal> ofGoals(Files.InHand hand, Plan plan) {
    List<Refusal> refusals = new ArrayList<>();
    if (plan.goals().isEmpty()) {
      refusals.add(CaseRule.PLAN_SAYS_WHO_WHAT_WHEN.refusal("g0_words", ".goals"));
    }
    Set<UUID> working =
        fileRows.assignments(hand.id()).stream()
            .filter(one -> one.until() == null)
            .map(Reading.Assigned::staff)
            .collect(Collectors.toSet());
    Set<UUID> given =
        supports.of(hand.id()).stream().map(SupportRows.Row::id).collect(Collectors.toSet());
    for (Plan.Goal goal : plan.goals()) {
      String words = goal.field("words");
      String supported = goal.field("supports");
      String first = goal.field("a0_what");
      if (goal.words().isBlank()) {
        refusals.add(CaseRule.PLAN_SAYS_WHO_WHAT_WHEN.refusal(words, ".goal"));
      }
      if (!given.containsAll(goal.supports())) {
        refusals.add(CaseRule.SUPPORT_UNDER_A_DECISION.refusal(supported, ".not_here"));
      }
      if (goal.actions().isEmpty()) {
        refusals.add(CaseRule.PLAN_SAYS_WHO_WHAT_WHEN.refusal(first, ".actions"));
      }
      for (Plan.Action action : goal.actions()) {
        refusals.addAll(ofAction(goal, action, working, hand.today()));
        String name = action.field(goal, "name");
        refusals.addAll(goingOut.against(hand, GoingOut.Way.PLAN, name, action.name()));
      }
    }
    return refusals;
  }

  private static List<Refusal> ofAction(
      Plan.Goal goal, Plan.Action action, Set<UUID> working, LocalDate today) {
    List<Refusal> refusals = new ArrayList<>();
    String what = action.field(goal, "what");
    String who = action.field(goal, "who");
    String name = action.field(goal, "name");
    String due = action.field(goal, "due");
    if (action.what().isBlank()) {
      refusals.add(CaseRule.PLAN_SAYS_WHO_WHAT_WHEN.refusal(what, ".what"));
    }
    if (action.by() == Plan.By.STAFF && !working.contains(action.staff())) {
      refusals.add(CaseRule.PLAN_SAYS_WHO_WHAT_WHEN.refusal(who, ".staff"));
    }
    if (action.by() == Plan.By.OTHER && action.name().isBlank()) {
      refusals.add(CaseRule.PLAN_SAYS_WHO_WHAT_WHEN.refusal(name, ".name"));
    }
    if (action.standing().open() && action.due().isBefore(today)) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal(due, ".past"));
    }
    return refusals;
  }

  /// Says where something stands that is to be done: whoever answers for the file of everything,
  /// whoever gives support of what is hers.
  Step<UUID> say(
      Viewer viewer, UUID file, UUID action, Plan.Standing standing, Confidential words) {
    return files.write(
        viewer,
        file,
        "say_plan_action",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          hand.open();
          PlanRows.Action row =
              rows.action(hand.id(), action)
                  .orElseThrow(() ->
                      Files.refused(CaseRule.PLAN_STANDS_BESIDE.refusal("standing", ".replaced")));
          if (viewer.role() != Role.CASEWORKER && !hand.staff().equals(row.staff())) {
            throw Files.refused(CaseRule.PLAN_SAYS_WHO_WHAT_WHEN.refusal("standing", ".not_hers"));
          }
          if ((standing == Plan.Standing.HINDERED || standing == Plan.Standing.DROPPED)
              && words.isBlank()) {
            throw Files.refused(CaseRule.PLAN_SAYS_WHO_WHAT_WHEN.refusal("words", ".why"));
          }
          said(hand, row, standing, words);
          events.publishEvent(new PlanChanged(hand.id(), row.plan(), hand.now()));
          return row.id();
        });
  }

  private void said(
      Files.InHand hand, PlanRows.Action row, Plan.Standing standing, Confidential words) {
    Words before = hand.open(row.id(), ACTION, row.version(), row.sealed());
    int number = before.codes("said").size();
    if (number >= MOST_SAID) {
      throw Files.refused(Refusal.unreadable("words", "casework.step.plan_action.most", MOST_SAID));
    }
    List<String> all = new ArrayList<>(before.codes("said"));
    all.add(standing.code());
    int version = row.version() + 1;
    Words after =
        before
            .withCodes("said", all)
            .with("said_" + number, words)
            .with("said_" + number + "_at", hand.now().toString())
            .with("said_" + number + "_by", hand.staff().toString());
    rows.say(
        row.id(),
        standing,
        hand.staff(),
        hand.now(),
        version,
        hand.seal(row.id(), ACTION, version, after));
    tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.PLAN_ACTION);
    UUID whose = whose(hand, Road.of(Plan.By.values(), before.value("by")), row.staff());
    if (standing.open() && whose != null) {
      tasks.add(hand.id(), TaskKind.PLAN_ACTION, row.id(), row.dueOn(), whose);
    }
  }

  /// It is closed: what is left to be done by it is not done any more.
  Step<UUID> close(Viewer viewer, UUID file, UUID plan, Confidential why) {
    return files.write(
        viewer,
        file,
        "close_plan",
        hand -> {
          hand.open();
          PlanRows.Row row =
              rows.standing(hand.id())
                  .filter(found -> found.id().equals(plan))
                  .orElseThrow(
                      () -> Files.refused(CaseRule.PLAN_STANDS_BESIDE.refusal("why", ".replaced")));
          if (why.isBlank()) {
            throw Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal("why", ".plan_closed"));
          }
          end(hand, row, PlanRows.State.CLOSED, why);
          events.publishEvent(new PlanChanged(hand.id(), row.id(), hand.now()));
          return row.id();
        });
  }

  private void end(Files.InHand hand, PlanRows.Row row, PlanRows.State state, Confidential why) {
    int version = row.version() + 1;
    Words words = hand.open(row.id(), PLAN, row.version(), row.sealed()).with("why", why);
    rows.end(
        row.id(),
        state,
        hand.staff(),
        hand.now(),
        version,
        hand.seal(row.id(), PLAN, version, words));
    tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.REVIEW_PLAN);
    for (PlanRows.Action action : rows.actions(row.id())) {
      tasks.done(hand.id(), action.id(), hand.staff(), hand.now(), TaskKind.PLAN_ACTION);
    }
  }

  /// The plan that stands in a file that somebody has in hand.
  Optional<PlanRows.Row> standing(Files.InHand hand) {
    return rows.standing(hand.id());
  }

  /// How many goals it has.
  int goals(Files.InHand hand, PlanRows.Row row) {
    return goals(hand.open(row.id(), PLAN, row.version(), row.sealed()));
  }

  /// It has been gone through with her, and is to be again on a day; in the transaction of the
  /// follow-up.
  void goneThrough(Files.InHand hand, PlanRows.Row row, LocalDate next) {
    rows.review(row.id(), next);
    tasks.prolong(hand.id(), row.id(), TaskKind.REVIEW_PLAN, next);
    events.publishEvent(new PlanChanged(hand.id(), row.id(), hand.now()));
  }

  private static Words words(Plan plan) {
    Words words =
        Words.none()
            .with("goals", Integer.toString(plan.goals().size()))
            .with("view", plan.view())
            .with("agreed", plan.agreed().code())
            .with("got", plan.got().code())
            .with("paper_is_safe", plan.paperIsSafe() ? "1" : "")
            .with("got_how", plan.gotHow());
    for (int i = 0; i < plan.goals().size(); i++) {
      Plan.Goal goal = plan.goals().get(i);
      words =
          words
              .with(Plan.Goal.field(i, "words"), goal.words())
              .with(Plan.Goal.field(i, "need"), goal.need().code())
              .withCodes(
                  Plan.Goal.field(i, "supports"),
                  goal.supports().stream().map(UUID::toString).sorted().toList());
    }
    return words;
  }

  /// How many goals a plan has.
  static int goals(Words words) {
    return Integer.parseInt(words.value("goals"));
  }

  /// All of a file, opened, the latest first.
  List<Reading.Seen<PlanRows.Row>> of(Files.InHand hand) {
    return rows.of(hand.id()).stream()
        .map(row -> new Reading.Seen<>(row, hand.open(row.id(), PLAN, row.version(), row.sealed())))
        .toList();
  }

  /// What is to be done by each, opened.
  List<Reading.Seen<PlanRows.Action>> actions(Files.InHand hand) {
    return rows.actionsOf(hand.id()).stream()
        .map(row ->
            new Reading.Seen<>(row, hand.open(row.id(), ACTION, row.version(), row.sealed())))
        .toList();
  }
}
