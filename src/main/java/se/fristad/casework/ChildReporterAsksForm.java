package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// Who reported by duty asks what became of it.
@StaffFace
@Component
class ChildReporterAsksForm implements StepForm {
  private final ChildRoad road;

  ChildReporterAsksForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "reporter_asks";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.CHILD);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return ChildReportForm.received(at, texts, "reporter_asks", row -> row.askedOn() == null);
  }

  @Override
  public Set<String> names() {
    return Set.of("asked_on");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("asked_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(ChildReportForm.about(sheet.texts(), at));
    sheet.day(sheet.demanded("asked_on", CaseRule.REPORTER_IS_TOLD));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID report = Objects.requireNonNullElse(record, file);
    LocalDate on = sent.day("asked_on");
    return sent.step(() -> road.reporterAsks(viewer, file, report, on));
  }
}
