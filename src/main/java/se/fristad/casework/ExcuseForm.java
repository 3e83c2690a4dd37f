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

/// A late appeal is tried all the same: the delay is ours, or it reached the court in time (45 §
/// andra stycket FL).
@StaffFace
@Component
class ExcuseForm implements StepForm {
  private static final int MOST = 2_000;

  private final Road road;

  ExcuseForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "excuse_appeal";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 34;
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
        .map(row -> new Offer(row.id(), texts.t("casework.step.excuse_appeal")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("excuse", "why");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(AppealHandoverForm.appeal(sheet.texts(), at));
    sheet.choice(
        sheet.demanded("excuse", CaseRule.LATE_APPEAL_IS_DISMISSED),
        sheet.options("casework.excuse", Road.Excuse.values(), Road.Excuse::code));
    sheet.area(sheet.needed("why"), 3, MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID appeal = Objects.requireNonNullElse(record, file);
    Road.Excuse excuse = sent.one("excuse", Road.Excuse.values(), Road.Excuse::code);
    return sent.step(() -> road.excuseAppeal(viewer, file, appeal, excuse, sent.text("why", MOST)));
  }
}
