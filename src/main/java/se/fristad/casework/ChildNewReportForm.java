package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// One more report on a child whose file is open.
@StaffFace
@Component
class ChildNewReportForm implements StepForm {
  private final ChildRoad road;

  ChildNewReportForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "receive_child_report";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.CHILD);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
            && at.reading().reports().stream().anyMatch(seen -> seen.row().received())
        ? once(texts)
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("reporter", "who", "exposure", "seen", "reached_on", "reached_time");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("reached_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.choice(
        sheet.needed("reporter"),
        sheet.options("casework.reporter", ChildRoad.Reporter.values(), ChildRoad.Reporter::code));
    sheet.line(sheet.field("who"), ChildReportForm.MOST_LINE);
    sheet.choice(
        sheet.needed("exposure"),
        sheet.options("casework.exposure", ChildRoad.Exposure.values(), ChildRoad.Exposure::code));
    sheet.area(sheet.demanded("seen", CaseRule.WRITTEN_IN_WORDS), 5, ChildReportForm.MOST_WORDS);
    sheet.day(sheet.needed("reached_on"));
    sheet.time(sheet.needed("reached_time"));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    ChildRoad.Again again =
        new ChildRoad.Again(
            sent.one("reporter", ChildRoad.Reporter.values(), ChildRoad.Reporter::code),
            sent.text("who", ChildReportForm.MOST_LINE),
            sent.one("exposure", ChildRoad.Exposure.values(), ChildRoad.Exposure::code),
            sent.text("seen", ChildReportForm.MOST_WORDS),
            sent.moment("reached_on", "reached_time"));
    return sent.step(() -> road.receive(viewer, file, again));
  }
}
