package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// A support has ended; whoever delivered it does not open the file any more.
@StaffFace
@Component
class SupportEndsForm implements StepForm {
  private final Road road;

  SupportEndsForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "support_ends";
  }

  @Override
  public int order() {
    return 42;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
        ? at.reading().supports().stream()
            .map(Reading.Seen::row)
            .filter(row -> row.endedOn() == null)
            .map(row ->
                new Offer(
                    row.id(),
                    SupportForm.named(
                        texts,
                        SupportBeginsForm.goesOn(row, at.today())
                            ? "casework.step.support_ends.of"
                            : "casework.step.support_ends.never",
                        row)))
            .toList()
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("ended_on");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("ended_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(SupportBeginsForm.support(sheet.texts(), at));
    sheet.day(sheet.demanded("ended_on", CaseRule.DATES_IN_ORDER));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    LocalDate on = sent.day("ended_on");
    UUID support = Objects.requireNonNullElse(record, file);
    return sent.step(() -> road.endSupport(viewer, file, support, on));
  }
}
