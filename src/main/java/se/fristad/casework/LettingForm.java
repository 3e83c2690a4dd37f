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

/// She lets something be told to somebody, for something, to a day.
@StaffFace
@Component
class LettingForm implements StepForm {
  /// The longest name of a receiver, in characters.
  static final int MOST_TO = 200;

  private final Road road;

  LettingForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "letting";
  }

  @Override
  public int order() {
    return 61;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.RENEW_DISCLOSURE);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of(
        "receiver",
        "to",
        "items",
        "purpose",
        "given",
        "consent_from",
        "consent_until",
        "consent_how");
  }

  @Override
  public Set<String> several() {
    return Set.of("items");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("consent_from", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.select(
        sheet.needed("receiver"),
        DisclosureForm.chosen(
            sheet, "casework.receiver", Telling.Receiver.values(), Telling.Receiver::code));
    sheet.line(sheet.demanded("to", CaseRule.CONSENT_TO_TELL_STANDS), MOST_TO);
    sheet.checks(
        sheet.demanded("items", CaseRule.CONSENT_TO_TELL_STANDS),
        sheet.options("casework.item", Telling.Item.values(), Telling.Item::code));
    sheet.choice(
        sheet.needed("purpose"),
        sheet.options("casework.purpose", Telling.Purpose.values(), Telling.Purpose::code));
    sheet.day(sheet.needed("consent_from"));
    sheet.day(sheet.demanded("consent_until", CaseRule.CONSENT_STANDS));
    sheet.across(
        sheet.needed("given"),
        sheet.options("casework.given", Road.Given.values(), Road.Given::code));
    sheet.area(sheet.demanded("consent_how", CaseRule.WRITTEN_IN_WORDS), 3, ConsentForm.MOST_HOW);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Letting letting =
        new Road.Letting(
            new Telling(
                sent.ticked("items", Telling.Item.values(), Telling.Item::code),
                sent.one("purpose", Telling.Purpose.values(), Telling.Purpose::code),
                sent.one("receiver", Telling.Receiver.values(), Telling.Receiver::code)),
            sent.text("to", MOST_TO),
            sent.one("given", Road.Given.values(), Road.Given::code),
            new Road.Agreed(
                sent.day("consent_from"),
                sent.day("consent_until"),
                sent.text("consent_how", ConsentForm.MOST_HOW)));
    return sent.step(() -> road.letTell(viewer, file, letting));
  }
}
