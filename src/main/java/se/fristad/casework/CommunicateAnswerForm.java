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
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// She has answered what a decision will rest on; also that she has nothing to add.
@StaffFace
@Component
class CommunicateAnswerForm implements StepForm {
  private static final int MOST = 8_000;

  private final Road road;

  CommunicateAnswerForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "communicate_answer";
  }

  @Override
  public int order() {
    return 29;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.AWAIT_ANSWER);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().communications().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.answeredOn() == null)
        .map(row -> new Offer(row.id(), texts.t("casework.step.communicate_answer")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("answered_on", "words");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("answered_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.day(sheet.needed("answered_on"));
    sheet.area(sheet.demanded("words", CaseRule.COMMUNICATED_BEFORE), 6, MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID communication = Objects.requireNonNullElse(record, file);
    LocalDate on = sent.day("answered_on");
    return sent.step(
        () -> road.answerCommunication(viewer, file, communication, on, sent.text("words", MOST)));
  }
}
