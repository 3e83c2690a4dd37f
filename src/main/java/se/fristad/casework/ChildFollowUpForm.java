package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// The follow-up of a child without support is over.
@StaffFace
@Component
class ChildFollowUpForm implements StepForm {
  private final ChildRoad road;

  ChildFollowUpForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "end_child_follow_up";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.CHILD);
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.END_CHILD_FOLLOW_UP);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().tasks().stream()
            .anyMatch(task -> task.kind() == TaskKind.END_CHILD_FOLLOW_UP)
        ? once(texts)
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("followed");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.area(
        sheet.demanded("followed", CaseRule.CHILD_IS_FOLLOWED_UP), 4, ChildReportForm.MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Confidential how = sent.text("followed", ChildReportForm.MOST_WORDS);
    return sent.step(() -> road.endFollowUp(viewer, file, how));
  }
}
