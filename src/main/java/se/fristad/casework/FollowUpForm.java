package se.fristad.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.NeedMet;
import se.fristad.page.Texts;

/// Her answer: was your need met?
@StaffFace
@Component
class FollowUpForm implements StepForm {
  private static final int MOST_WORDS = 4_000;

  private final Road road;

  FollowUpForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "follow_up";
  }

  @Override
  public int order() {
    return 51;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.FOLLOW_UP);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
        ? at.reading().followUps().stream()
            .map(Reading.Seen::row)
            .filter(row -> row.doneAt() == null)
            .map(row ->
                new Offer(
                    row.id(),
                    texts.t("casework.step.follow_up.of", texts.near(row.dueOn(), at.today()))))
            .toList()
        : List.of();
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>(Set.of("need_met", "words", "review"));
    for (int i = 0; i < Plan.MOST_GOALS; i++) {
      names.add(FollowUps.goal(i));
    }
    return names;
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.choice(
        sheet.demanded("need_met", CaseRule.NEED_IS_FOLLOWED_UP),
        sheet.options("casework.step.follow_up.answer", NeedMet.values(), NeedMet::code));
    sheet.area(sheet.field("words"), 4, MOST_WORDS);
    PlanForm.standing(at.reading()).ifPresent(plan -> goals(sheet, plan.words()));
  }

  /// Of each goal of the plan that stands, in her own words; and when it is gone through next.
  private static void goals(Sheet sheet, Words plan) {
    sheet.part("goals");
    for (int i = 0; i < Plans.goals(plan); i++) {
      sheet.across(
          sheet.demanded(
              sheet.field(
                  FollowUps.goal(i),
                  sheet
                      .texts()
                      .t("casework.plan.goal", i + 1, plan.value(Plan.Goal.field(i, "words"))),
                  (String) null),
              CaseRule.NEED_IS_FOLLOWED_UP),
          sheet.options("casework.step.follow_up.goal", NeedMet.values(), NeedMet::code));
    }
    sheet.day(sheet.field("review"));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID followUp = Objects.requireNonNullElse(record, file);
    Road.FollowUp answer =
        new Road.FollowUp(
            sent.one("need_met", NeedMet.values(), NeedMet::code),
            sent.text("words", MOST_WORDS),
            goals(sent),
            sent.dayOrNone("review"));
    return sent.step(() -> road.followUp(viewer, file, followUp, answer));
  }

  /// Her answers in the order of the goals, up to the last that was given.
  private static List<NeedMet> goals(Sent sent) {
    int last =
        IntStream.range(0, Plan.MOST_GOALS)
            .filter(goal -> sent.has(FollowUps.goal(goal)))
            .max()
            .orElse(-1);
    return IntStream.rangeClosed(0, last)
        .mapToObj(goal -> sent.one(FollowUps.goal(goal), NeedMet.values(), NeedMet::code))
        .toList();
  }
}
