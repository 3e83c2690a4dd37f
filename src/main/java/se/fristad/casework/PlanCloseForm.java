package se.fristad.casework;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// The plan is closed: it has done its work, or she does not want it any more.
@StaffFace
@Component
class PlanCloseForm implements StepForm {
  private static final int MOST_WHY = 2_000;

  private final Road road;

  PlanCloseForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "plan_close";
  }

  @Override
  public int order() {
    return 48;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
        ? PlanForm.standing(at.reading())
            .map(seen -> List.of(new Offer(seen.row().id(), texts.t("casework.step.plan_close"))))
            .orElse(List.of())
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("why");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.area(sheet.demanded("why", CaseRule.WRITTEN_IN_WORDS), 4, MOST_WHY);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID plan = Objects.requireNonNullElse(record, file);
    Confidential why = sent.text("why", MOST_WHY);
    return sent.step(() -> road.closePlan(viewer, file, plan, why));
  }
}
