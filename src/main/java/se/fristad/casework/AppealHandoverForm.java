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
import se.fristad.page.Described;
import se.fristad.page.Texts;

/// An appeal in time has gone to the court, with the papers of the matter.
@StaffFace
@Component
class AppealHandoverForm implements StepForm {
  private static final int MOST = 4_000;

  private final Road road;

  AppealHandoverForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "appeal_to_court";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 32;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.ANSWER_APPEAL);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().appeals().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.state() == AppealRows.State.TO_HAND_OVER)
        .map(row -> new Offer(row.id(), texts.t("casework.step.appeal_to_court")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("changed", "why");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(appeal(sheet.texts(), at));
    sheet.choice(
        sheet.demanded("changed", CaseRule.RECONSIDERED_FIRST),
        sheet.options("casework.step.appeal_to_court.changed", List.of("no", "yes")));
    sheet.area(sheet.demanded("why", CaseRule.RECONSIDERED_FIRST), 4, MOST);
  }

  /// The appeal that the address names.
  static List<Described> appeal(Texts texts, At at) {
    return at.reading().appeals().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .map(seen ->
            new Described(
                texts.t("casework.appeal.received", texts.date(seen.row().receivedOn())),
                seen.words().value("words").isBlank()
                    ? texts.t("casework.appeal.no-words")
                    : seen.words().value("words")))
        .toList();
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID appeal = Objects.requireNonNullElse(record, file);
    boolean changed = sent.one("changed", new String[] {"no", "yes"}, code -> code).equals("yes");
    Road.Reconsidered reconsidered = new Road.Reconsidered(changed, sent.text("why", MOST));
    return sent.step(() -> road.handOverAppeal(viewer, file, appeal, reconsidered));
  }
}
