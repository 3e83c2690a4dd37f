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

/// Her request that the matter is decided is refused in a decision of its own; else it is answered
/// by the decision itself (12 § FL).
@StaffFace
@Component
class RefuseRequestForm implements StepForm {
  private static final int MOST = 4_000;

  private final InTime inTime;

  RefuseRequestForm(InTime inTime) {
    this.inTime = inTime;
  }

  @Override
  public String kind() {
    return "refuse_request";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 62;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.ANSWER_REQUEST);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().requests().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.answer() == null)
        .map(row -> new Offer(row.id(), texts.t("casework.step.refuse_request")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("motive");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.area(sheet.demanded("motive", CaseRule.REQUEST_IS_ANSWERED), 6, MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID request = Objects.requireNonNullElse(record, file);
    return sent.step(() -> inTime.refuse(viewer, file, request, sent.text("motive", MOST)));
  }
}
