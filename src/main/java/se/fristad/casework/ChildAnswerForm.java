package se.fristad.casework;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;

/// Another unit has decided; with its own dates.
@StaffFace
@Component
class ChildAnswerForm implements StepForm {
  private final ChildRoad road;

  ChildAnswerForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "child_answer";
  }

  @Override
  public int order() {
    return 16;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return ChildReportForm.made(
        at, texts, "child_answer", row -> row.sentAt() != null && row.outcome() == null);
  }

  @Override
  public Set<String> names() {
    return Set.of("outcome", "outcome_on", "protection_on", "answer");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(ChildReportForm.about(sheet.texts(), at));
    sheet.choice(
        sheet.needed("outcome"),
        sheet.options(
            "casework.step.child_answer.outcome",
            ChildRoad.Outcome.values(),
            ChildRoad.Outcome::code));
    sheet.day(sheet.needed("outcome_on"));
    sheet.day(sheet.field("protection_on"));
    sheet.area(sheet.field("answer"), 3, ChildReportForm.MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID report = Objects.requireNonNullElse(record, file);
    ChildRoad.Answer answer =
        new ChildRoad.Answer(
            sent.one("outcome", ChildRoad.Outcome.values(), ChildRoad.Outcome::code),
            sent.day("outcome_on"),
            sent.dayOrNone("protection_on"),
            sent.text("answer", ChildReportForm.MOST_WORDS));
    return sent.step(() -> road.answer(viewer, file, report, answer));
  }
}
