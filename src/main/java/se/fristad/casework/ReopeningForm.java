package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// A closed file is opened again (*återöppning*): why, that she agrees, and whether she is reached
/// as before.
@StaffFace
@Component
class ReopeningForm implements StepForm {
  private static final int MOST_WORDS = 2_000;
  private static final String AS_BEFORE = "as_before";
  private static final String ASK = "ask";

  private final Road road;

  ReopeningForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "reopening";
  }

  @Override
  public int order() {
    return 91;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? List.of() : once(texts);
  }

  @Override
  public Set<String> names() {
    return Set.of("why", "words", "reach", "consent_from", "consent_until", "consent_how");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("consent_from", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    sheet.choice(
        sheet.needed("why"),
        sheet.options(
            "casework.step.reopening.why", Road.Reopening.Why.values(), Road.Reopening.Why::code));
    sheet.area(sheet.demanded("words", CaseRule.WRITTEN_IN_WORDS), 4, MOST_WORDS);
    sheet.part("agreed");
    if (stands(at)) {
      sheet.notice(Tone.INFO, texts.t("casework.step.reopening.agreed.stands"));
    }
    sheet.day(sheet.field("consent_from"));
    sheet.day(sheet.field("consent_until"));
    sheet.area(sheet.field("consent_how"), 3, ConsentForm.MOST_HOW);
    sheet.part("reached");
    sheet.choice(
        sheet.needed("reach"),
        List.of(
            Option.of(AS_BEFORE, texts.t("casework.step.reopening.reach.as_before")),
            Option.of(ASK, texts.t("casework.step.reopening.reach.ask"))));
  }

  private static boolean stands(At at) {
    return at.reading().consents().stream()
        .map(Reading.Seen::row)
        .anyMatch(
            row -> row.subject().equals(Road.Subject.REGISTER.code()) && row.stands(at.today()));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Reopening.Why why = sent.one("why", Road.Reopening.Why.values(), Road.Reopening.Why::code);
    Confidential words = sent.text("words", MOST_WORDS);
    Confidential how = sent.text("consent_how", ConsentForm.MOST_HOW);
    // a consent that stands need not be written again: then neither its last day nor how is given
    boolean agrees = !how.isBlank() || !sent.typed().value("consent_until").isBlank();
    Road.Agreed agreed =
        agrees ? new Road.Agreed(sent.day("consent_from"), sent.day("consent_until"), how) : null;
    boolean asBefore = sent.one("reach", REACHES, code -> code).equals(AS_BEFORE);
    return sent.step(
        () -> road.reopen(viewer, file, new Road.Reopening(why, words, agreed, asBefore)));
  }

  private static final String[] REACHES = {AS_BEFORE, ASK};
}
