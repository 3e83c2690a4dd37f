package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// An appeal has come in (*överklagande*): in time it is handed over to the court, too late its
/// dismissal is drafted. Also after the file was closed.
@StaffFace
@Component
class AppealForm implements StepForm {
  static final int MOST_WORDS = 8_000;

  private final Road road;

  AppealForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "appeal";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    Reading reading = at.reading();
    return reading.decisions().stream()
        .map(Reading.Seen::row)
        .filter(row ->
            reading.appeals().stream().noneMatch(seen -> seen.row().decision().equals(row.id())))
        .map(row ->
            new Offer(row.id(), texts.t("casework.step.appeal.of", texts.date(row.decidedOn()))))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("received_on", "words");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("received_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(decision(sheet.texts(), at));
    sheet.day(sheet.demanded("received_on", CaseRule.APPEAL_IN_TIME_IS_HANDED_OVER));
    sheet.area(sheet.field("words"), 6, MOST_WORDS);
  }

  /// The decision that the address names.
  static List<Described> decision(Texts texts, At at) {
    List<Described> lines = new ArrayList<>();
    for (Reading.Seen<DecisionRows.Row> seen : at.reading().decisions()) {
      DecisionRows.Row row = seen.row();
      if (row.id().equals(at.record())) {
        lines.add(new Described(texts.t("casework.decision.at"), texts.date(row.decidedOn())));
        lines.add(
            new Described(
                texts.t("casework.decision.outcome"),
                texts.t("casework.outcome." + row.outcome().code())));
        if (!row.granted().isEmpty()) {
          lines.add(
              new Described(
                  texts.t("casework.decision.what"), DecisionForm.types(texts, row.granted())));
        }
        LocalDate last = row.appealLegal();
        lines.add(
            new Described(
                texts.t("casework.decision.appeal"),
                last == null ? texts.t("casework.decision.unserved") : texts.date(last)));
      }
    }
    return lines;
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Appeal appeal =
        new Road.Appeal(
            Objects.requireNonNullElse(record, file),
            sent.day("received_on"),
            sent.text("words", MOST_WORDS));
    return sent.step(() -> road.receiveAppeal(viewer, file, appeal));
  }
}
