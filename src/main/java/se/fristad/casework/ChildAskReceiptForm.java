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

/// The unit has been asked for its receipt.
@StaffFace
@Component
class ChildAskReceiptForm implements StepForm {
  private final ChildRoad road;

  ChildAskReceiptForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "ask_for_receipt";
  }

  @Override
  public int order() {
    return 7;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.ASK_FOR_RECEIPT);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return asked(at)
        ? ChildReportForm.made(
            at, texts, "ask_for_receipt", row -> row.sentAt() != null && row.unanswered())
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("asked");
  }

  /// Not before it is due: a unit that has time to answer is not asked.
  private static boolean asked(At at) {
    return at.reading().tasks().stream().anyMatch(task -> task.kind() == TaskKind.ASK_FOR_RECEIPT);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(ChildReportForm.about(sheet.texts(), at));
    sheet.area(sheet.demanded("asked", CaseRule.WRITTEN_IN_WORDS), 3, ChildReportForm.MOST_LINE);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID report = Objects.requireNonNullElse(record, file);
    Confidential how = sent.text("asked", ChildReportForm.MOST_LINE);
    return sent.step(() -> road.askForReceipt(viewer, file, report, how));
  }
}
