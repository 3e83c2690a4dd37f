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
import se.fristad.vault.Confidential;

/// The unit has said that it has the report.
@StaffFace
@Component
class ChildReceiptForm implements StepForm {
  private final ChildRoad road;

  ChildReceiptForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "child_receipt";
  }

  @Override
  public int order() {
    return 6;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.AWAIT_RECEIPT, TaskKind.ASK_FOR_RECEIPT);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return ChildReportForm.made(
        at, texts, "child_receipt", row -> row.sentAt() != null && row.receiptOn() == null);
  }

  @Override
  public Set<String> names() {
    return Set.of("receipt_on", "receipt_from");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("receipt_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(ChildReportForm.about(sheet.texts(), at));
    sheet.day(sheet.demanded("receipt_on", CaseRule.CHILD_REPORT_IS_ANSWERED));
    sheet.line(
        sheet.demanded("receipt_from", CaseRule.WRITTEN_IN_WORDS), ChildReportForm.MOST_LINE);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID report = Objects.requireNonNullElse(record, file);
    LocalDate on = sent.day("receipt_on");
    Confidential from = sent.text("receipt_from", ChildReportForm.MOST_LINE);
    return sent.step(() -> road.receipt(viewer, file, report, on, from));
  }
}
