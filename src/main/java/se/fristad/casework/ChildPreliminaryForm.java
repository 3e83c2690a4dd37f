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

/// It is decided whether to investigate (*förhandsbedömning*).
@StaffFace
@Component
class ChildPreliminaryForm implements StepForm {
  private final ChildRoad road;

  ChildPreliminaryForm(ChildRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "decide_on_child";
  }

  @Override
  public int order() {
    return 4;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.CHILD);
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.DECIDE_ON_CHILD);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return ChildReportForm.received(at, texts, "decide_on_child", row -> row.outcome() == null);
  }

  @Override
  public Set<String> names() {
    return Set.of("decision", "why");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(ChildReportForm.about(sheet.texts(), at));
    sheet.choice(
        sheet.demanded("decision", CaseRule.CHILD_IS_DECIDED_ON),
        sheet.options("casework.step.decide_on_child.decision", List.of("opened", "not_opened")));
    sheet.area(
        sheet.demanded("why", CaseRule.EXPOSED_CHILD_IS_INVESTIGATED),
        5,
        ChildReportForm.MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID report = Objects.requireNonNullElse(record, file);
    String decision = sent.value("decision");
    if (!decision.equals("opened") && !decision.equals("not_opened")) {
      sent.refuse(Refusal.unreadable("decision", "casework.wrong.choose"));
    }
    ChildRoad.Preliminary preliminary =
        new ChildRoad.Preliminary(
            decision.equals("opened"), sent.text("why", ChildReportForm.MOST_WORDS));
    return sent.step(() -> road.decide(viewer, file, report, preliminary));
  }
}
