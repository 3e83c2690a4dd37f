package se.fristad.casework;

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
import se.fristad.vault.Confidential;

/// An appeal that came too late is dismissed (*avvisning*): the draft stands in the form, and
/// somebody with a mandate makes the words her own.
@StaffFace
@Component
class DismissalForm implements StepForm {
  private final Road road;

  DismissalForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "dismissal";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 33;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.ANSWER_APPEAL);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().appeals().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.state() == AppealRows.State.DISMISSAL_DRAFT)
        .map(row -> new Offer(row.id(), texts.t("casework.step.dismissal")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("words");
  }

  @Override
  public TypedForm begun(At at) {
    return at.reading().appeals().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst()
        .map(seen -> TypedForm.empty().with("words", seen.words().value("draft")))
        .orElse(TypedForm.empty());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(AppealHandoverForm.appeal(sheet.texts(), at));
    sheet.area(
        sheet.demanded("words", CaseRule.LATE_APPEAL_IS_DISMISSED), 14, AppealForm.MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID appeal = Objects.requireNonNullElse(record, file);
    Confidential words = sent.text("words", AppealForm.MOST_WORDS);
    return sent.step(() -> road.dismissAppeal(viewer, file, appeal, words));
  }
}
