package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.FollowedUp;

/// The follow-up (*uppföljning*): she is asked whether her need was met (A-COO-14), and of each
/// goal of the plan that stands whether she has reached it.
@StaffFace
@Component
class FollowUps {
  private final Files files;
  private final FollowUpRows rows;
  private final Plans plans;
  private final Tasks tasks;
  private final Forms forms;
  private final ApplicationEventPublisher events;

  FollowUps(
      Files files,
      FollowUpRows rows,
      Plans plans,
      Tasks tasks,
      Forms forms,
      ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.plans = plans;
    this.tasks = tasks;
    this.forms = forms;
    this.events = events;
  }

  /// It is to be made on a day.
  Step<UUID> plan(Viewer viewer, UUID file, LocalDate due) {
    return files.write(
        viewer,
        file,
        "plan_follow_up",
        hand -> {
          hand.open();
          hand.ofAdult();
          if (due.isBefore(hand.today())) {
            throw Files.refused(CaseRule.DATES_IN_ORDER.refusal("due_on", ".past"));
          }
          UUID id = UUID.randomUUID();
          rows.insert(id, hand.id(), due);
          tasks.add(hand.id(), TaskKind.FOLLOW_UP, id, due, hand.responsible());
          return id;
        });
  }

  /// She has answered.
  Step<UUID> answer(Viewer viewer, UUID file, UUID followUp, Road.FollowUp answer) {
    return files.write(
        viewer,
        file,
        "follow_up",
        hand -> {
          hand.open();
          FollowUpRows.Row row =
              rows.find(hand.id(), followUp)
                  .filter(found -> found.doneAt() == null)
                  .orElseThrow(() ->
                      Files.refused(CaseRule.NEED_IS_FOLLOWED_UP.refusal("follow_up", ".done")));
          PlanRows.Row plan = plans.standing(hand).orElse(null);
          Files.refuse(refusals(hand, plan, answer));
          Words words = Words.none().with("words", answer.words());
          for (int i = 0; i < answer.goals().size(); i++) {
            words = words.with(goal(i), answer.goals().get(i).code());
          }
          rows.done(
              row.id(),
              answer.needMet(),
              hand.staff(),
              hand.now(),
              hand.seal(row.id(), "follow_up", 1, words),
              plan == null ? null : plan.id());
          if (plan != null && answer.review() != null) {
            plans.goneThrough(hand, plan, answer.review());
          }
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.FOLLOW_UP);
          forms.drop(hand.id(), hand.staff(), "follow_up");
          events.publishEvent(
              new FollowedUp(
                  UUID.randomUUID(), hand.today(), hand.file().municipality(), answer.needMet()));
          return row.id();
        });
  }

  private List<Refusal> refusals(
      Files.InHand hand, PlanRows.@Nullable Row plan, Road.FollowUp answer) {
    List<Refusal> refusals = new ArrayList<>();
    int goals = plan == null ? 0 : plans.goals(hand, plan);
    for (int i = answer.goals().size(); i < goals; i++) {
      String field = goal(i);
      refusals.add(CaseRule.NEED_IS_FOLLOWED_UP.refusal(field, ".goal"));
    }
    if (answer.goals().size() > goals) {
      refusals.add(CaseRule.PLAN_STANDS_BESIDE.refusal("need_met", ".replaced"));
    }
    LocalDate review = answer.review();
    if (review != null && !review.isAfter(hand.today())) {
      refusals.add(CaseRule.PLAN_IS_GONE_THROUGH.refusal("review"));
    }
    return refusals;
  }

  /// Under what her answer about a goal stands, and the name of its field.
  static String goal(int number) {
    return "goal_" + number;
  }
}
