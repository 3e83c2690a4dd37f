package se.fristad.casework;

import java.time.Instant;
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
import se.fristad.vault.Confidential;

/// The report has been sent.
@StaffFace
@Component
class ChildSendReportForm implements StepForm {
  private final ChildRoad road;

  ChildSendReportForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "send_child_report";
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.REPORT_CHILD);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return ChildReportForm.made(at, texts, "send_child_report", row -> row.sentAt() == null);
  }

  @Override
  public Set<String> names() {
    return Set.of("sent_on", "sent_time", "to");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("sent_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(ChildReportForm.about(sheet.texts(), at));
    sheet.day(sheet.needed("sent_on"));
    sheet.time(sheet.needed("sent_time"));
    sheet.line(sheet.demanded("to", CaseRule.WRITTEN_IN_WORDS), ChildReportForm.MOST_LINE);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID report = Objects.requireNonNullElse(record, file);
    Instant at = sent.moment("sent_on", "sent_time");
    Confidential to = sent.text("to", ChildReportForm.MOST_LINE);
    return sent.step(() -> road.send(viewer, file, report, at, to));
  }
}
