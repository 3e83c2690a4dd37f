package se.fristad.casework;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// That something which may have changed the danger needs no new assessment, and why.
@StaffFace
@Component
class DismissReassessForm implements StepForm {
  private static final int MOST_WHY = 2_000;

  private final Road road;

  DismissReassessForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "dismiss_reassess";
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 11;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
        ? at.reading().dangerChanges().stream()
            .filter(seen -> seen.row().asks())
            .map(seen ->
                new Offer(
                    seen.row().id(),
                    texts.t(
                        "casework.step.dismiss_reassess.of",
                        texts.t("casework.danger." + seen.words().value("what")))))
            .toList()
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("why");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    at.reading().dangerChanges().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst()
        .ifPresent(seen ->
            sheet.told(
                List.of(
                    new Described(
                        texts.t("casework.danger." + seen.words().value("what")),
                        seen.words().value("words").isBlank()
                            ? texts.moment(seen.row().notedAt())
                            : seen.words().value("words")))));
    sheet.area(sheet.demanded("why", CaseRule.DANGER_IS_ASSESSED_ANEW), 4, MOST_WHY);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID change = Objects.requireNonNullElse(record, file);
    Confidential why = sent.text("why", MOST_WHY);
    return sent.step(() -> road.dismissReassessment(viewer, file, change, why));
  }
}
