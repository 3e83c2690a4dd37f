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

/// The answer to a request that a matter is taken over: theirs to ours, or ours to theirs.
@StaffFace
@Component
class TransferAnswerForm implements StepForm {
  private static final int MOST = 4_000;

  private final Transfers transfers;

  TransferAnswerForm(Transfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public String kind() {
    return "transfer_answer";
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
    return 71;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.AWAIT_TRANSFER, TaskKind.ANSWER_TRANSFER);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().transfers().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.answer() == null && row.tried() == null)
        .map(row ->
            new Offer(row.id(), texts.t("casework.step.transfer_answer." + row.direction().code())))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("answer", "answered_on", "words");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("answered_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(TransferTables.told(sheet.texts(), at.reading(), at.record(), at.today()));
    sheet.choice(
        sheet.demanded("answer", CaseRule.TRANSFER_IS_ANSWERED),
        sheet.options("casework.step.transfer_answer.answer", List.of("yes", "no")));
    sheet.day(sheet.needed("answered_on"));
    sheet.area(sheet.demanded("words", CaseRule.TRANSFER_IS_ANSWERED), 5, MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID transfer = Objects.requireNonNullElse(record, file);
    boolean yes = sent.one("answer", new String[] {"yes", "no"}, code -> code).equals("yes");
    LocalDate on = sent.day("answered_on");
    return sent.step(
        () -> transfers.answer(viewer, file, transfer, yes, on, sent.text("words", MOST)));
  }
}
