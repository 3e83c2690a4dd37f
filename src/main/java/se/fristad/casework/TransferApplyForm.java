package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// Whoever asked turns to the supervisor (*ansök hos IVO*): offered after a no, and when the month
/// has passed without an answer.
@StaffFace
@Component
class TransferApplyForm implements StepForm {
  private final Transfers transfers;

  TransferApplyForm(Transfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public String kind() {
    return "transfer_apply";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 72;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.AWAIT_TRANSFER);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().transfers().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.mayBeTried(at.today()))
        .map(row ->
            new Offer(row.id(), texts.t("casework.step.transfer_apply." + row.direction().code())))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("applied_on");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("applied_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(TransferTables.told(sheet.texts(), at.reading(), at.record(), at.today()));
    sheet.day(sheet.demanded("applied_on", CaseRule.TRANSFER_IS_TRIED));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID transfer = Objects.requireNonNullElse(record, file);
    LocalDate on = sent.day("applied_on");
    return sent.step(() -> transfers.apply(viewer, file, transfer, on));
  }
}
