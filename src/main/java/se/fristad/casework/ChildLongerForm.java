package se.fristad.casework;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.law.Reasons;
import se.fristad.page.Texts;

/// The time to investigate a child is made longer.
@StaffFace
@Component
class ChildLongerForm implements StepForm {
  private final ChildRoad road;

  ChildLongerForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "prolong_child";
  }

  @Override
  public int order() {
    return 32;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.CHILD);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return InvestigationForm.open(at, texts.t("casework.step.prolong_child"));
  }

  @Override
  public Set<String> names() {
    return Set.of("reasons", "longer_why", "until");
  }

  static String code(Reasons reasons) {
    return reasons.name().toLowerCase(Locale.ROOT);
  }

  /// More time, as it was typed.
  static ChildRoad.Longer longer(Sent sent) {
    return new ChildRoad.Longer(
        sent.chosen("reasons", Reasons.values(), ChildLongerForm::code).orElse(null),
        sent.text("longer_why", ChildReportForm.MOST_WORDS),
        sent.dayOrNone("until"));
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.choice(
        sheet.demanded("reasons", CaseRule.CHILD_INVESTIGATION_IS_COMPLETED),
        sheet.options("casework.reasons", Reasons.values(), ChildLongerForm::code));
    sheet.area(
        sheet.demanded("longer_why", CaseRule.CHILD_INVESTIGATION_IS_COMPLETED),
        4,
        ChildReportForm.MOST_WORDS);
    sheet.day(sheet.needed("until"));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID investigation = Objects.requireNonNullElse(record, file);
    ChildRoad.Longer longer = longer(sent);
    return sent.step(() -> road.prolongInvestigation(viewer, file, investigation, longer));
  }
}
