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

/// The supervisor has decided whether a matter is moved.
@StaffFace
@Component
class TransferTriedForm implements StepForm {
  private static final int MOST = 4_000;

  private final Transfers transfers;

  TransferTriedForm(Transfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public String kind() {
    return "transfer_tried";
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
    return 73;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.AWAIT_TRIAL);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().transfers().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.appliedOn() != null && row.tried() == null)
        .map(row -> new Offer(row.id(), texts.t("casework.step.transfer_tried")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("tried", "tried_on", "words");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("tried_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(TransferTables.told(sheet.texts(), at.reading(), at.record(), at.today()));
    sheet.choice(
        sheet.demanded("tried", CaseRule.TRANSFER_IS_TRIED),
        sheet.options("casework.step.transfer_tried.tried", List.of("moved", "stays")));
    sheet.day(sheet.needed("tried_on"));
    sheet.area(sheet.field("words"), 4, MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID transfer = Objects.requireNonNullElse(record, file);
    boolean moved =
        sent.one("tried", new String[] {"moved", "stays"}, code -> code).equals("moved");
    LocalDate on = sent.day("tried_on");
    return sent.step(
        () -> transfers.tried(viewer, file, transfer, moved, on, sent.text("words", MOST)));
  }
}
