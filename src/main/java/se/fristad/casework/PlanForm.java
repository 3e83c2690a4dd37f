package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.Reading.Seen;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// The plan (*individuell handlingsplan*): goals in her own words, and for each who does what by
/// when. About a plan that stands it is a revision, which begins with what that one says.
@StaffFace
@Component
class PlanForm implements StepForm {
  static final String KIND = "plan";

  /// The longest of each text, in characters.
  static final int MOST_GOAL = 1_000;

  static final int MOST_WHAT = 500;
  static final int MOST_NAME = 120;
  static final int MOST_VIEW = 2_000;

  private static final List<String> GOAL = List.of("words", "need", "supports");
  private static final List<String> ACTION = List.of("what", "who", "name", "due", "standing");
  private static final String HERSELF = Plan.By.HERSELF.code();
  private static final String OTHER = Plan.By.OTHER.code();

  private final Road road;
  private final StaffNames names;

  PlanForm(Road road, StaffNames names) {
    this.road = road;
    this.names = names;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.REVIEW_PLAN);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    if (!at.reading().file().open()) {
      return List.of();
    }
    return standing(at.reading())
        .map(seen -> List.of(new Offer(seen.row().id(), texts.t("casework.step.plan.revise"))))
        .orElseGet(() -> once(texts));
  }

  /// The plan of a file that stands.
  static Optional<Seen<PlanRows.Row>> standing(Reading reading) {
    return reading.plans().stream().filter(seen -> seen.row().stands()).findFirst();
  }

  /// What is to be done by a plan, in the order of its goals.
  static List<Seen<PlanRows.Action>> actions(Reading reading, UUID plan) {
    return reading.planActions().stream()
        .filter(seen -> seen.row().plan().equals(plan))
        .sorted(
            Comparator.comparingInt((Seen<PlanRows.Action> seen) -> seen.row().goal())
                .thenComparingInt(seen -> seen.row().place()))
        .toList();
  }

  @Override
  public Set<String> names() {
    Set<String> names =
        new HashSet<>(Set.of("view", "agreed", "got", "paper_is_safe", "got_how", "review"));
    for (int goal = 0; goal < Plan.MOST_GOALS; goal++) {
      for (String name : GOAL) {
        names.add(Plan.Goal.field(goal, name));
      }
      for (int action = 0; action < Plan.MOST_ACTIONS; action++) {
        for (String name : ACTION) {
          names.add(Plan.Action.field(goal, action, name));
        }
      }
    }
    return names;
  }

  @Override
  public Set<String> several() {
    return IntStream.range(0, Plan.MOST_GOALS)
        .mapToObj(goal -> Plan.Goal.field(goal, "supports"))
        .collect(Collectors.toSet());
  }

  /// A revision begins with what the plan that stands says; her view and how she gets it are asked
  /// anew.
  @Override
  public TypedForm begun(At at) {
    return standing(at.reading())
        .filter(seen -> seen.row().id().equals(at.record()))
        .map(seen -> begun(at.reading(), seen))
        .orElse(TypedForm.empty());
  }

  private static TypedForm begun(Reading reading, Seen<PlanRows.Row> seen) {
    TypedForm typed = TypedForm.empty();
    Words words = seen.words();
    for (int goal = 0; goal < Plans.goals(words); goal++) {
      for (String name : GOAL) {
        typed = with(typed, Plan.Goal.field(goal, name), words.value(Plan.Goal.field(goal, name)));
      }
    }
    for (Seen<PlanRows.Action> one : actions(reading, seen.row().id())) {
      PlanRows.Action row = one.row();
      String by = one.words().value("by");
      String who = row.staff() == null ? by : row.staff().toString();
      for (String name : ACTION) {
        typed =
            with(
                typed,
                Plan.Action.field(row.goal(), row.place(), name),
                switch (name) {
                  case "who" -> who;
                  case "due" -> row.dueOn().toString();
                  case "standing" -> row.standing().code();
                  default -> one.words().value(name);
                });
      }
    }
    return typed;
  }

  private static TypedForm with(TypedForm typed, String name, String value) {
    return value.isEmpty() ? typed : typed.with(name, value);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    List<Option> who = who(texts, at.reading());
    List<Option> needs = needs(sheet, at.reading());
    List<Option> supports = supports(texts, at.reading());
    boolean revised = at.record() != null;
    for (int goal = 0; goal < shownGoals(sheet.typed()); goal++) {
      sheet.partNamed(texts.t("casework.step.plan.goal", goal + 1));
      Field words = field(sheet, goal, "words");
      sheet.area(
          goal == 0 ? sheet.demanded(words, CaseRule.PLAN_SAYS_WHO_WHAT_WHEN) : words,
          2,
          MOST_GOAL);
      Field need = field(sheet, goal, "need");
      sheet.select(goal == 0 ? need.needed() : need, needs);
      if (!supports.isEmpty()) {
        sheet.checks(field(sheet, goal, "supports"), supports);
      }
      for (int action = 0; action < shownActions(sheet.typed(), goal); action++) {
        action(sheet, goal, action, who, revised);
      }
      sheet.more(texts.t("casework.step.plan.more"));
    }
    sheet.part("hers");
    sheet.area(sheet.field("view"), 3, MOST_VIEW);
    sheet.across(
        sheet.demanded("agreed", CaseRule.PLAN_IS_HERS),
        sheet.options("casework.step.plan.agreed", Plan.Agreement.values(), Plan.Agreement::code));
    sheet.choice(
        sheet.demanded("got", CaseRule.PAPER_IS_SAFE_WITH_HER),
        sheet.options("casework.step.plan.got", Plan.Got.values(), Plan.Got::code));
    sheet.tick(sheet.field("paper_is_safe"), texts.t("casework.step.plan.paper_is_safe.yes"));
    sheet.line(sheet.field("got_how"), MOST_WHAT);
    sheet.part("review");
    sheet.day(sheet.demanded("review", CaseRule.PLAN_IS_GONE_THROUGH));
  }

  private static Field field(Sheet sheet, int goal, String name) {
    return sheet.field(Plan.Goal.field(goal, name), "casework.step.plan.g_" + name, goal + 1);
  }

  private static void action(Sheet sheet, int goal, int action, List<Option> who, boolean revised) {
    sheet.line(field(sheet, goal, action, "what"), MOST_WHAT);
    sheet.together(() -> {
      sheet.select(field(sheet, goal, action, "who"), who);
      sheet.line(field(sheet, goal, action, "name"), MOST_NAME);
      sheet.day(field(sheet, goal, action, "due"));
      // what has not been made yet stands nowhere
      if (revised) {
        sheet.select(
            field(sheet, goal, action, "standing"),
            sheet.options("casework.plan.standing", Plan.Standing.values(), Plan.Standing::code));
      }
    });
  }

  private static Field field(Sheet sheet, int goal, int action, String name) {
    return sheet.field(
        Plan.Action.field(goal, action, name),
        "casework.step.plan.a_" + name,
        goal + 1,
        action + 1);
  }

  /// Whoever works in the file, the person herself, and somebody else.
  private List<Option> who(Texts texts, Reading reading) {
    Set<UUID> staff =
        reading.assignments().stream()
            .filter(one -> one.until() == null)
            .map(Reading.Assigned::staff)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    NamedStaff named = NamedStaff.in(reading, names, texts);
    List<Option> options = new ArrayList<>();
    options.add(Option.of(HERSELF, texts.t("casework.plan.by.herself")));
    staff.stream()
        .map(one -> Option.of(one.toString(), named.of(one)))
        .sorted(Comparator.comparing(Option::label))
        .forEach(options::add);
    options.add(Option.of(OTHER, texts.t("casework.plan.by.other")));
    return options;
  }

  /// Every kind of need, those that the investigation came to first: needs change on the way.
  private static List<Option> needs(Sheet sheet, Reading reading) {
    Set<String> found =
        reading.investigations().stream()
            .flatMap(seen -> Investigations.mapping(seen.words()).needs().stream())
            .map(need -> need.domain().code())
            .collect(Collectors.toSet());
    return sheet
        .options(
            "casework.need",
            Arrays.stream(Road.NeedDomain.values()).map(Road.NeedDomain::code).toList())
        .stream()
        .map(option ->
            found.contains(option.value())
                ? Option.of(
                    option.value(), sheet.texts().t("casework.plan.need.found", option.label()))
                : option)
        .sorted(Comparator.comparing((Option option) -> !found.contains(option.value())))
        .toList();
  }

  /// The supports that have not ended.
  private static List<Option> supports(Texts texts, Reading reading) {
    return reading.supports().stream()
        .map(Seen::row)
        .filter(row -> row.endedOn() == null)
        .map(row -> Option.of(row.id().toString(), texts.t("casework.type." + row.type().code())))
        .toList();
  }

  private static boolean isGoalUsed(TypedForm typed, int goal) {
    return GOAL.stream().anyMatch(name -> typed.has(Plan.Goal.field(goal, name)))
        || IntStream.range(0, Plan.MOST_ACTIONS).anyMatch(action -> isUsed(typed, goal, action));
  }

  private static boolean isUsed(TypedForm typed, int goal, int action) {
    return ACTION.stream().anyMatch(name -> typed.has(Plan.Action.field(goal, action, name)));
  }

  /// One more than is written in.
  private static int shownGoals(TypedForm typed) {
    int last =
        IntStream.range(0, Plan.MOST_GOALS)
            .filter(goal -> isGoalUsed(typed, goal))
            .max()
            .orElse(-1);
    return Math.min(Plan.MOST_GOALS, last + 2);
  }

  private static int shownActions(TypedForm typed, int goal) {
    int last =
        IntStream.range(0, Plan.MOST_ACTIONS)
            .filter(action -> isUsed(typed, goal, action))
            .max()
            .orElse(-1);
    return Math.min(Plan.MOST_ACTIONS, last + 2);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    List<Plan.Goal> goals = new ArrayList<>();
    for (int goal = 0; goal < Plan.MOST_GOALS; goal++) {
      if (isGoalUsed(sent.typed(), goal)) {
        goals.add(goal(sent, goal));
      }
    }
    Plan plan =
        new Plan(
            goals,
            sent.text("view", MOST_VIEW),
            sent.one("agreed", Plan.Agreement.values(), Plan.Agreement::code),
            sent.one("got", Plan.Got.values(), Plan.Got::code),
            sent.has("paper_is_safe"),
            sent.text("got_how", MOST_WHAT),
            sent.day("review"));
    return sent.step(() -> road.makePlan(viewer, file, record, plan));
  }

  private static Plan.Goal goal(Sent sent, int goal) {
    List<Plan.Action> actions = new ArrayList<>();
    for (int action = 0; action < Plan.MOST_ACTIONS; action++) {
      if (isUsed(sent.typed(), goal, action)) {
        actions.add(action(sent, goal, action));
      }
    }
    return new Plan.Goal(
        goal,
        sent.text(Plan.Goal.field(goal, "words"), MOST_GOAL),
        sent.one(Plan.Goal.field(goal, "need"), Road.NeedDomain.values(), Road.NeedDomain::code),
        sent.typed().ticked(Plan.Goal.field(goal, "supports")).stream()
            .map(id -> Read.id(id).orElse(null))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()),
        actions);
  }

  private static Plan.Action action(Sent sent, int goal, int action) {
    String field = Plan.Action.field(goal, action, "who");
    String who = sent.value(field);
    UUID staff = Read.id(who).orElse(null);
    if (staff == null && !who.equals(HERSELF) && !who.equals(OTHER)) {
      sent.refuse(Refusal.unreadable(field, "casework.wrong.choose"));
    }
    LocalDate due = sent.day(Plan.Action.field(goal, action, "due"));
    return new Plan.Action(
        action,
        sent.text(Plan.Action.field(goal, action, "what"), MOST_WHAT),
        staff != null ? Plan.By.STAFF : who.equals(OTHER) ? Plan.By.OTHER : Plan.By.HERSELF,
        staff,
        sent.text(Plan.Action.field(goal, action, "name"), MOST_NAME),
        due,
        sent.chosen(
                Plan.Action.field(goal, action, "standing"),
                Plan.Standing.values(),
                Plan.Standing::code)
            .orElse(Plan.Standing.NOT_BEGUN));
  }
}
