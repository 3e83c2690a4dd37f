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
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// A support has begun.
@StaffFace
@Component
class SupportBeginsForm implements StepForm {
  private final Road road;

  SupportBeginsForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "support_begins";
  }

  @Override
  public int order() {
    return 41;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
        ? at.reading().supports().stream()
            .map(Reading.Seen::row)
            .filter(row -> row.endedOn() == null && !goesOn(row, at.today()))
            .map(row ->
                new Offer(
                    row.id(), SupportForm.named(texts, "casework.step.support_begins.of", row)))
            .toList()
        : List.of();
  }

  /// Whether it has begun and not ended.
  static boolean goesOn(SupportRows.Row row, LocalDate today) {
    LocalDate begins = row.beginsOn();
    return row.endedOn() == null && begins != null && !begins.isAfter(today);
  }

  @Override
  public Set<String> names() {
    return Set.of("begins_on");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("begins_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(support(sheet.texts(), at));
    sheet.day(sheet.demanded("begins_on", CaseRule.DATES_IN_ORDER));
  }

  /// The support that the address names.
  static List<Described> support(Texts texts, At at) {
    return at.reading().supports().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .map(seen ->
            new Described(
                texts.t("casework.type." + seen.row().type().code()), seen.words().value("goal")))
        .toList();
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    LocalDate on = sent.day("begins_on");
    UUID support = Objects.requireNonNullElse(record, file);
    return sent.step(() -> road.beginSupport(viewer, file, support, on));
  }
}
