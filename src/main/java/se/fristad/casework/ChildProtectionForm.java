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

/// Immediate protection is assessed (*omedelbar skyddsbedömning*).
@StaffFace
@Component
class ChildProtectionForm implements StepForm {
  private final ChildRoad road;

  ChildProtectionForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "assess_protection";
  }

  @Override
  public int order() {
    return 3;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.CHILD);
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.ASSESS_PROTECTION);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return ChildReportForm.received(
        at, texts, "assess_protection", row -> row.protectionOn() == null);
  }

  @Override
  public Set<String> names() {
    return Set.of("needed", "measures", "protection_words");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(ChildReportForm.about(sheet.texts(), at));
    sheet.across(
        sheet.demanded("needed", CaseRule.PROTECTION_IS_ASSESSED),
        sheet.options("casework.step.assess_protection.needed", List.of("yes", "no")));
    sheet.area(sheet.field("measures"), 4, ChildReportForm.MOST_WORDS);
    sheet.area(
        sheet.demanded("protection_words", CaseRule.PROTECTION_IS_ASSESSED),
        5,
        ChildReportForm.MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID report = Objects.requireNonNullElse(record, file);
    String needed = sent.value("needed");
    if (!needed.equals("yes") && !needed.equals("no")) {
      sent.refuse(Refusal.unreadable("needed", "casework.wrong.choose"));
    }
    ChildRoad.Protection protection =
        new ChildRoad.Protection(
            needed.equals("yes"),
            sent.text("measures", ChildReportForm.MOST_WORDS),
            sent.text("protection_words", ChildReportForm.MOST_WORDS));
    return sent.step(() -> road.assessProtection(viewer, file, report, protection));
  }
}
