package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// The head looks at an emergency hour: who, when and why, and whether it was needed.
@StaffFace
@Component
class ReviewEmergencyForm implements StepForm {
  private final Emergencies emergencies;
  private final StaffNames names;

  ReviewEmergencyForm(Emergencies emergencies, StaffNames names) {
    this.emergencies = emergencies;
    this.names = names;
  }

  @Override
  public String kind() {
    return "review_emergency";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.HEAD);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.REVIEW_EMERGENCY);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().emergencies().stream()
        .filter(one -> one.reviewed() == null)
        .map(one ->
            new Offer(
                one.id(), texts.t("casework.step.review_emergency.of", texts.moment(one.at()))))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("verdict");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    at.reading().emergencies().stream()
        .filter(one -> one.id().equals(at.record()))
        .findFirst()
        .ifPresent(one -> {
          Confidential name = names.of(Set.of(one.staff())).get(one.staff());
          sheet.told(
              List.of(
                  new Described(
                      texts.t("casework.step.review_emergency.who"),
                      texts.t(
                          "casework.step.review_emergency.as",
                          name == null ? texts.t("casework.somebody") : name.reveal(),
                          texts.t(Role.of(one.role()).textKey()))),
                  new Described(
                      texts.t("casework.step.review_emergency.when"), texts.moment(one.at())),
                  new Described(
                      texts.t("casework.step.review_emergency.why"), one.reason().reveal())));
        });
    sheet.choice(
        sheet.needed("verdict"),
        sheet.options(
            "casework.step.review_emergency.verdict",
            Emergencies.Verdict.values(),
            Emergencies.Verdict::code));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Emergencies.Verdict verdict =
        sent.one("verdict", Emergencies.Verdict.values(), Emergencies.Verdict::code);
    UUID hour = record == null ? UUID.randomUUID() : record;
    return sent.step(() -> emergencies.review(viewer, file, hour, verdict));
  }
}
