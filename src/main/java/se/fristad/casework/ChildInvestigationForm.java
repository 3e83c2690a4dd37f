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

/// The investigation of a child is completed.
@StaffFace
@Component
class ChildInvestigationForm implements StepForm {
  private final ChildRoad road;

  ChildInvestigationForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "conclude_child";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.CHILD);
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.COMPLETE_CHILD);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return InvestigationForm.open(at, texts.t("casework.step.conclude_child"));
  }

  @Override
  public Set<String> names() {
    return Set.of("ending", "opinion", "not_heard", "investigation_words", "follow_up");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.area(sheet.demanded("opinion", CaseRule.CHILD_IS_HEARD), 5, ChildReportForm.MOST_WORDS);
    sheet.area(sheet.field("not_heard"), 3, ChildReportForm.MOST_WORDS);
    sheet.area(
        sheet.demanded("investigation_words", CaseRule.CHILD_INVESTIGATION_IS_COMPLETED),
        8,
        ChildReportForm.MOST_WORDS);
    sheet.choice(
        sheet.needed("ending"),
        sheet.options(
            "casework.step.conclude_child.ending",
            ChildRoad.Ending.values(),
            ChildRoad.Ending::code));
    sheet.tick(
        sheet.field("follow_up"), sheet.texts().t("casework.step.conclude_child.follow_up.tick"));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID investigation = Objects.requireNonNullElse(record, file);
    ChildRoad.Concluding concluding =
        new ChildRoad.Concluding(
            sent.one("ending", ChildRoad.Ending.values(), ChildRoad.Ending::code),
            sent.text("opinion", ChildReportForm.MOST_WORDS),
            sent.text("not_heard", ChildReportForm.MOST_WORDS),
            sent.text("investigation_words", ChildReportForm.MOST_WORDS),
            sent.has("follow_up"));
    return sent.step(() -> road.conclude(viewer, file, investigation, concluding));
  }
}
