package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// She agrees to something, or agrees again (*samtycke*).
@StaffFace
@Component
class ConsentForm implements StepForm {
  /// The longest text of how a consent was given, in characters.
  static final int MOST_HOW = 1_000;

  private final Road road;

  ConsentForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "consent";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.RENEW_CONSENT, TaskKind.RENEW_SHARING);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("subject", "consent_from", "consent_until", "consent_how");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("consent_from", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.choice(
        sheet.needed("subject"),
        sheet.options(
            "casework.subject",
            Road.Subject.WHOLE.toArray(Road.Subject[]::new),
            Road.Subject::code));
    sheet.day(sheet.needed("consent_from"));
    sheet.day(sheet.demanded("consent_until", CaseRule.CONSENT_STANDS));
    sheet.area(sheet.demanded("consent_how", CaseRule.WRITTEN_IN_WORDS), 3, MOST_HOW);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Subject subject =
        sent.one("subject", Road.Subject.WHOLE.toArray(Road.Subject[]::new), Road.Subject::code);
    Road.Agreed agreed =
        new Road.Agreed(
            sent.day("consent_from"),
            sent.day("consent_until"),
            sent.text("consent_how", MOST_HOW));
    return sent.step(() -> road.consent(viewer, file, subject, agreed));
  }
}
