package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;

/// A day on which she is to be asked whether her need was met.
@StaffFace
@Component
class FollowUpPlanForm implements StepForm {
  private final Road road;

  FollowUpPlanForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "follow_up_plan";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("due_on");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.day(sheet.demanded("due_on", CaseRule.NEED_IS_FOLLOWED_UP));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    LocalDate due = sent.day("due_on");
    return sent.step(() -> road.planFollowUp(viewer, file, due));
  }
}
