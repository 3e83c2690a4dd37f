package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.Reading.Seen;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// Where something stands that is to be done by the plan. Whoever gives support says it of what is
/// hers; the way to it stands beside each in the plan.
@StaffFace
@Component
class PlanActionForm implements StepForm {
  static final String KIND = "plan_action";

  private static final int MOST_WORDS = 1_000;

  private final Road road;

  PlanActionForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER);
  }

  @Override
  public int order() {
    return 46;
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.PLAN_ACTION);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
        ? at.reading().planActions().stream()
            .filter(seen -> stands(at.reading(), seen))
            .map(seen -> new Offer(seen.row().id(), texts.t("casework.step.plan_action")))
            .toList()
        : List.of();
  }

  private static boolean stands(Reading reading, Seen<PlanRows.Action> action) {
    return PlanForm.standing(reading)
        .map(plan -> plan.row().id().equals(action.row().plan()))
        .orElse(false);
  }

  @Override
  public Set<String> names() {
    return Set.of("standing", "words");
  }

  @Override
  public TypedForm begun(At at) {
    return action(at)
        .map(seen -> TypedForm.empty().with("standing", seen.row().standing().code()))
        .orElse(TypedForm.empty());
  }

  private static Optional<Seen<PlanRows.Action>> action(At at) {
    return at.reading().planActions().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst();
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    action(at)
        .ifPresent(seen -> {
          List<Described> told = new ArrayList<>();
          told.add(new Described(texts.t("casework.plan.column.what"), seen.words().value("what")));
          told.add(
              new Described(texts.t("casework.plan.column.due"), texts.date(seen.row().dueOn())));
          sheet.told(told);
        });
    sheet.choice(
        sheet.needed("standing"),
        sheet.options("casework.plan.standing", Plan.Standing.values(), Plan.Standing::code));
    sheet.area(sheet.field("words"), 3, MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID action = Objects.requireNonNullElse(record, file);
    Plan.Standing standing = sent.one("standing", Plan.Standing.values(), Plan.Standing::code);
    Confidential words = sent.text("words", MOST_WORDS);
    return sent.step(() -> road.sayPlanAction(viewer, file, action, standing, words));
  }
}
