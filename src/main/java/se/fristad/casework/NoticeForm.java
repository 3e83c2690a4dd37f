package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Described;
import se.fristad.page.Option;
import se.fristad.page.Texts;

/// The notice of a decision (*beslutsunderrättelse*): what it will say is shown before it is made.
@StaffFace
@Component
class NoticeForm implements StepForm {
  static final String KIND = "decision_notice";
  private static final int MOST = 500;

  private final Documents documents;
  private final Saying saying;

  NoticeForm(Documents documents, Saying saying) {
    this.documents = documents;
    this.saying = saying;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 31;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.SERVE_DECISION);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().decisions().stream()
        .map(Reading.Seen::row)
        .map(row ->
            new Offer(
                row.id(), texts.t("casework.step.decision_notice.of", texts.date(row.decidedOn()))))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("unnamed", "nameless");
  }

  @Override
  public Set<String> several() {
    return Set.of("unnamed");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    at.reading().decisions().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst()
        .ifPresent(seen -> sheet.told(told(texts, at.reading(), seen)));
    sheet.part("names");
    sheet.checks(
        sheet.field("unnamed"),
        List.of(Option.of("1", texts.t("casework.step.decision_notice.unnamed.yes"))));
    sheet.area(sheet.demanded("nameless", CaseRule.NAME_LEFT_OUT_FOR_A_THREAT), 3, MOST);
  }

  private List<Described> told(Texts texts, Reading reading, Reading.Seen<DecisionRows.Row> seen) {
    Map<String, String> said =
        saying.ofDecision(reading.number(), reading.person(), seen.row(), seen.words(), false);
    List<Described> lines = new ArrayList<>();
    for (String name : DocumentKind.DECISION_NOTICE.names()) {
      String value = said.getOrDefault(name, "");
      if (!value.isBlank()) {
        lines.add(new Described(texts.t("casework.document.name." + name), value));
      }
    }
    return lines;
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID decision = Objects.requireNonNullElse(record, file);
    boolean unnamed = sent.has("unnamed");
    return sent.step(
        () -> documents.notice(viewer, file, decision, unnamed, sent.text("nameless", MOST)));
  }
}
