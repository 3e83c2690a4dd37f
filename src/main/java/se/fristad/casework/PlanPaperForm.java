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

/// The plan as a document, for her to read and have if a paper is safe with her.
@StaffFace
@Component
class PlanPaperForm implements StepForm {
  static final String KIND = "plan_paper";

  private final Documents documents;
  private final Saying saying;

  PlanPaperForm(Documents documents, Saying saying) {
    this.documents = documents;
    this.saying = saying;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 47;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return PlanForm.standing(at.reading())
        .map(seen -> List.of(new Offer(seen.row().id(), texts.t("casework.step.plan_paper"))))
        .orElse(List.of());
  }

  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Reading reading = at.reading();
    reading.plans().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst()
        .map(seen ->
            saying.ofPlan(
                reading.number(),
                reading.person(),
                at.today(),
                seen,
                PlanForm.actions(reading, seen.row().id())))
        .ifPresent(said -> sheet.document(DocumentKind.ACTION_PLAN, said));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID plan = Objects.requireNonNullElse(record, file);
    return sent.step(() -> documents.plan(viewer, file, plan));
  }
}
