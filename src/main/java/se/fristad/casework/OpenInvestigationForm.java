package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// An investigation is opened (*utredning inleds*). Nothing is typed: whoever opens it
/// investigates, and that is said before.
@StaffFace
@Component
class OpenInvestigationForm implements StepForm {
  private final Road road;

  OpenInvestigationForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "investigate";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.INVESTIGATE);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    boolean unfinished =
        at.reading().investigations().stream()
            .anyMatch(seen ->
                switch (seen.row().state()) {
                  case OPEN -> true;
                  case CONCLUDED -> !seen.row().decided();
                  case DISCONTINUED -> false;
                });
    return at.reading().file().open()
            && at.reading().file().kind() == CaseFile.Kind.ADULT
            && !unfinished
        ? once(texts)
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    List<Described> lines = new ArrayList<>();
    at.reading().consents().stream()
        .filter(seen ->
            seen.row().subject().equals(Road.Subject.REGISTER.code())
                && seen.row().stands(at.today()))
        .findFirst()
        .ifPresentOrElse(
            seen ->
                lines.add(
                    new Described(
                        texts.t("casework.consent.register"),
                        texts.t(
                            "casework.consent.stands",
                            texts.date(seen.row().givenOn()),
                            texts.date(seen.row().endsOn())))),
            () -> sheet.notice(Tone.WARN, texts.t("casework.step.investigate.no-consent")));
    lines.add(
        new Described(
            texts.t("casework.step.investigate.rule"),
            texts.t(TaskKind.INVESTIGATE.rule().textKey() + ".sentence")));
    sheet.told(lines);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    return sent.step(() -> road.openInvestigation(viewer, file));
  }
}
