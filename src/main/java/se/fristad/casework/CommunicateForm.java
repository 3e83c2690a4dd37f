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
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// She is told of what a decision will rest on, and until when she can answer (*kommunicering*).
@StaffFace
@Component
class CommunicateForm implements StepForm {
  private static final int MOST = 4_000;

  /// So many days she is given unless somebody writes another day.
  private static final int USUAL = 14;

  private final Road road;

  CommunicateForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "communicate";
  }

  @Override
  public int order() {
    return 28;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
        ? at.reading().investigations().stream()
            .map(Reading.Seen::row)
            .filter(row -> row.state() == InvestigationRows.State.CONCLUDED && !row.decided())
            .map(row -> new Offer(row.id(), texts.t("casework.step.communicate")))
            .toList()
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("sent_on", "answer_by", "words", "orally");
  }

  @Override
  public Set<String> several() {
    return Set.of("orally");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty()
        .with("sent_on", at.today().toString())
        .with("answer_by", at.today().plusDays(USUAL).toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    DecisionForm.told(sheet, at.reading(), at.record());
    sheet.area(sheet.demanded("words", CaseRule.COMMUNICATED_BEFORE), 5, MOST);
    sheet.day(sheet.needed("sent_on"));
    sheet.day(sheet.demanded("answer_by", CaseRule.COMMUNICATED_BEFORE));
    sheet.checks(
        sheet.demanded("orally", CaseRule.MAY_SPEAK_TO_THE_BOARD),
        List.of(Option.of("1", sheet.texts().t("casework.step.communicate.orally.yes"))));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    LocalDate on = sent.day("sent_on");
    LocalDate by = sent.day("answer_by");
    Road.Communicating told =
        new Road.Communicating(
            Objects.requireNonNullElse(record, file),
            on,
            by,
            sent.has("orally"),
            sent.text("words", MOST));
    return sent.step(() -> road.communicate(viewer, file, told));
  }
}
