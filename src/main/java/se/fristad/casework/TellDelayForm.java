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

/// She is told that her matter is delayed, and why (11 § FL): the goal moves, the six months do
/// not.
@StaffFace
@Component
class TellDelayForm implements StepForm {
  private static final int MOST = 2_000;

  private final InTime inTime;

  TellDelayForm(InTime inTime) {
    this.inTime = inTime;
  }

  @Override
  public String kind() {
    return "tell_delay";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.DECIDE_IN_TIME);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return undecided(at, texts.t("casework.step.tell_delay"));
  }

  /// The investigations of a file on which nothing is decided yet.
  static List<Offer> undecided(At at, String label) {
    return at.reading().file().open()
        ? at.reading().investigations().stream()
            .map(Reading.Seen::row)
            .filter(row -> row.state() != InvestigationRows.State.DISCONTINUED && !row.decided())
            .map(row -> new Offer(row.id(), label))
            .toList()
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("told_on", "expected_on", "why");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("told_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.area(sheet.demanded("why", CaseRule.DELAY_IS_TOLD), 4, MOST);
    sheet.day(sheet.needed("told_on"));
    sheet.day(sheet.demanded("expected_on", CaseRule.DELAY_IS_TOLD));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID investigation = Objects.requireNonNullElse(record, file);
    LocalDate told = sent.day("told_on");
    LocalDate expected = sent.day("expected_on");
    return sent.step(
        () -> inTime.tell(viewer, file, investigation, told, expected, sent.text("why", MOST)));
  }
}
