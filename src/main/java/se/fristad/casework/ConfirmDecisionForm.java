package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.law.Rules;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// A proposed decision before a second person: she decides as proposed, or sends it back and says
/// what she wants otherwise. Whoever proposed it does not find it.
@StaffFace
@Component
class ConfirmDecisionForm implements StepForm {
  private static final int MOST = 4_000;

  private final Road road;
  private final StaffNames names;

  ConfirmDecisionForm(Road road, StaffNames names) {
    this.road = road;
    this.names = names;
  }

  @Override
  public String kind() {
    return "confirm_decision";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.CONFIRM_DECISION);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().proposals().stream()
        .map(Reading.Seen::row)
        .filter(row ->
            row.state() == ProposalRows.State.WAITING
                && !row.proposedBy().equals(at.viewer().staff()))
        .map(row -> new Offer(row.id(), texts.t("casework.step.confirm_decision")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("answer", "why");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    at.reading().proposals().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .forEach(seen -> {
          sheet.told(told(texts, seen, at));
          DecisionForm.told(sheet, at.reading(), seen.row().investigation());
        });
    sheet.part("answer");
    sheet.choice(
        sheet.demanded("answer", CaseRule.SECOND_PERSON_CONFIRMS),
        sheet.options("casework.step.confirm_decision.answer", List.of("confirm", "back")));
    sheet.area(sheet.field("why"), 4, MOST);
  }

  private List<Described> told(Texts texts, Reading.Seen<ProposalRows.Row> seen, At at) {
    Words said = seen.words();
    List<Described> lines = new ArrayList<>();
    Confidential name = names.of(List.of(seen.row().proposedBy())).get(seen.row().proposedBy());
    add(lines, texts, "proposed_by", name == null ? texts.t("casework.somebody") : name.reveal());
    add(lines, texts, "applied_for", DecisionForm.types(texts, Decisions.appliedFor(said)));
    add(
        lines,
        texts,
        "granted",
        said.codes("granted").isEmpty()
            ? texts.t("casework.outcome.denied")
            : DecisionForm.types(texts, Codes.supports(said.codes("granted"))));
    add(
        lines,
        texts,
        "ground",
        Rules.of(said.value("ground")).map(rule -> rule.citedOn(at.today())).orElse(""));
    add(lines, texts, "motive", said.value("motive"));
    add(lines, texts, "childs_best", said.value("childs_best"));
    return lines;
  }

  private static void add(List<Described> lines, Texts texts, String name, String value) {
    if (!value.isBlank()) {
      lines.add(new Described(texts.t("casework.document.name." + name), value));
    }
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID proposal = Objects.requireNonNullElse(record, file);
    String answer = sent.one("answer", new String[] {"confirm", "back"}, code -> code);
    Confidential why = sent.text("why", MOST);
    return sent.step(() ->
        answer.equals("confirm")
            ? road.confirm(viewer, file, proposal)
            : road.sendBack(viewer, file, proposal, why));
  }
}
