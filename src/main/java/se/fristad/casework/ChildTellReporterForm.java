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

/// Who reported is told what became of it.
@StaffFace
@Component
class ChildTellReporterForm implements StepForm {
  private final ChildRoad road;

  ChildTellReporterForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "tell_reporter";
  }

  @Override
  public int order() {
    return 8;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.CHILD);
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.TELL_REPORTER);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return ChildReportForm.received(
        at,
        texts,
        "tell_reporter",
        row -> row.askedOn() != null && row.toldOn() == null && row.outcome() != null);
  }

  @Override
  public Set<String> names() {
    return Set.of("told");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(ChildReportForm.about(sheet.texts(), at));
    sheet.area(sheet.demanded("told", CaseRule.REPORTER_IS_TOLD), 3, ChildReportForm.MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID report = Objects.requireNonNullElse(record, file);
    Confidential how = sent.text("told", ChildReportForm.MOST_WORDS);
    return sent.step(() -> road.tellReporter(viewer, file, report, how));
  }
}
