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

/// An obvious slip in a decision is put right beside it (*rättelse*, 36 § FL).
@StaffFace
@Component
class CorrectDecisionForm implements StepForm {
  private static final int MOST = 2_000;

  private final Road road;

  CorrectDecisionForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "correct_decision";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 83;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().decisions().stream()
        .map(Reading.Seen::row)
        .map(row ->
            new Offer(
                row.id(),
                texts.t("casework.step.correct_decision.of", texts.date(row.decidedOn()))))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("words");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(AppealForm.decision(sheet.texts(), at));
    sheet.area(sheet.demanded("words", CaseRule.SLIP_IS_CORRECTED_BESIDE), 4, MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID decision = Objects.requireNonNullElse(record, file);
    return sent.step(() -> road.correct(viewer, file, decision, sent.text("words", MOST)));
  }
}
