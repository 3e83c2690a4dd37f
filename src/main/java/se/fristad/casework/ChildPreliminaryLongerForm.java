package se.fristad.casework;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.law.Reasons;
import se.fristad.page.Texts;

/// The fourteen days are made longer.
@StaffFace
@Component
class ChildPreliminaryLongerForm implements StepForm {
  private final ChildRoad road;

  ChildPreliminaryLongerForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "prolong_preliminary";
  }

  @Override
  public int order() {
    return 31;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.CHILD);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return ChildReportForm.received(at, texts, "prolong_preliminary", row -> row.outcome() == null);
  }

  @Override
  public Set<String> names() {
    return Set.of("reasons", "longer_why", "until");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(ChildReportForm.about(sheet.texts(), at));
    sheet.choice(
        sheet.demanded("reasons", CaseRule.CHILD_IS_DECIDED_ON),
        sheet.options("casework.reasons", Reasons.values(), ChildLongerForm::code));
    sheet.area(
        sheet.demanded("longer_why", CaseRule.CHILD_IS_DECIDED_ON), 4, ChildReportForm.MOST_WORDS);
    sheet.day(sheet.needed("until"));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID report = Objects.requireNonNullElse(record, file);
    ChildRoad.Longer longer = ChildLongerForm.longer(sent);
    return sent.step(() -> road.prolongPreliminary(viewer, file, report, longer));
  }
}
