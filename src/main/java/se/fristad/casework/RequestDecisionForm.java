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

/// She asks in writing that her matter is decided, after six months (12 § FL).
@StaffFace
@Component
class RequestDecisionForm implements StepForm {
  private static final int MOST = 4_000;

  private final InTime inTime;

  RequestDecisionForm(InTime inTime) {
    this.inTime = inTime;
  }

  @Override
  public String kind() {
    return "request_decision";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 61;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return TellDelayForm.undecided(at, texts.t("casework.step.request_decision")).stream()
        .filter(offer ->
            at.reading().requests().stream()
                .noneMatch(seen -> seen.row().investigation().equals(offer.record())))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("received_on", "words");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("received_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.day(sheet.demanded("received_on", CaseRule.DECISION_IS_ASKED_FOR_ONCE));
    sheet.area(sheet.field("words"), 4, MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID investigation = Objects.requireNonNullElse(record, file);
    LocalDate on = sent.day("received_on");
    return sent.step(
        () -> inTime.request(viewer, file, investigation, on, sent.text("words", MOST)));
  }
}
