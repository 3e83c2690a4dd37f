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
import se.fristad.casework.facts.SupportType;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// A decision is changed by a new one (*ändring av beslut*, 37–39 §§ FL).
@StaffFace
@Component
class ChangeDecisionForm implements StepForm {
  private final Road road;

  ChangeDecisionForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "change_decision";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 82;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
        ? at.reading().decisions().stream()
            .map(Reading.Seen::row)
            .filter(row -> row.stands() && !row.acute())
            .map(row ->
                new Offer(
                    row.id(),
                    texts.t("casework.step.change_decision.of", texts.date(row.decidedOn()))))
            .toList()
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of(
        "granted", "because", "motive", "children", "childs_best", "unheard", "unheard_why");
  }

  @Override
  public Set<String> several() {
    return Set.of("granted");
  }

  @Override
  public TypedForm begun(At at) {
    return at.reading().decisions().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst()
        .map(seen ->
            TypedForm.empty()
                .with("granted", String.join(",", Codes.of(seen.row().granted())))
                .with("children", seen.words().value("children"))
                .with("childs_best", seen.words().value("childs_best")))
        .orElse(TypedForm.empty());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    sheet.told(AppealForm.decision(texts, at));
    UUID investigation = null;
    List<String> applied = List.of();
    for (Reading.Seen<DecisionRows.Row> seen : at.reading().decisions()) {
      if (seen.row().id().equals(at.record())) {
        investigation = seen.row().investigation();
        applied = List.copyOf(Codes.of(Decisions.appliedFor(seen.words())));
      }
    }
    sheet.checks(
        sheet.demanded("granted", CaseRule.DECISION_IS_CHANGED),
        sheet.options("casework.type", applied));
    sheet.choice(
        sheet.field("because"),
        sheet.options("casework.because", Road.Because.values(), Road.Because::code));
    sheet.area(sheet.demanded("motive", CaseRule.MOTIVE_IS_GIVEN), 6, DecisionForm.MOST_MOTIVE);
    sheet.part("children");
    if (at.reading().reports().isEmpty()) {
      sheet.across(
          sheet.demanded("children", CaseRule.CHILDS_BEST_INTEREST),
          sheet.options("casework.step.decision.children", List.of("yes", "no")));
    }
    sheet.area(sheet.field("childs_best"), 4, DecisionForm.MOST_MOTIVE);
    sheet.part("heard");
    DecisionForm.told(sheet, at.reading(), investigation);
    sheet.choice(
        sheet.field("unheard"),
        sheet.options("casework.unheard", Road.Unheard.values(), Road.Unheard::code));
    sheet.area(sheet.field("unheard_why"), 2, DecisionForm.MOST_MOTIVE);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Changing changing =
        new Road.Changing(
            Objects.requireNonNullElse(record, file),
            sent.ticked("granted", SupportType.values(), SupportType::code),
            sent.chosen("because", Road.Because.values(), Road.Because::code).orElse(null),
            sent.text("motive", DecisionForm.MOST_MOTIVE),
            DecisionForm.heard(sent));
    return sent.step(() -> road.change(viewer, file, changing));
  }
}
