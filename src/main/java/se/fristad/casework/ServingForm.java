package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.law.Deadline;
import se.fristad.law.Deadlines;
import se.fristad.page.Field;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// She has got the decision (*delgivning*): from that day her time to appeal runs.
@StaffFace
@Component
class ServingForm implements StepForm {
  private final Road road;

  ServingForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "serving";
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
        .filter(row -> row.servedOn() == null && row.stands())
        .map(row -> new Offer(row.id(), texts.t("casework.step.serving")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("served_on");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("served_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.told(AppealForm.decision(sheet.texts(), at));
    sheet.day(sheet.demanded("served_on", CaseRule.DECISION_IS_SERVED));
    sheet.live(says(sheet.typed(), sheet.texts(), at.today()));
  }

  /// The last day to appeal; the day that a worker is warned of when it is another.
  @Override
  public List<String> says(TypedForm typed, Texts texts, LocalDate today) {
    return Field.day(typed.value("served_on")).stream()
        .map(day -> {
          Deadline appeal = Deadlines.appeal(day);
          return texts.t(
              "casework.step.serving.appeal",
              texts.date(appeal.legal()),
              appeal.provision().cited());
        })
        .toList();
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    LocalDate served = sent.day("served_on");
    UUID decision = Objects.requireNonNullElse(record, file);
    return sent.step(() -> road.serve(viewer, file, decision, served));
  }
}
