package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// Who she is, written down anew. Her telephone and her address stand in it as little as anywhere:
/// what is typed takes the place of what is kept, and what is left empty stays.
@StaffFace
@Component
class IdentityForm implements StepForm {
  private final Road road;

  IdentityForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "person";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("name", "alias", "number", "reserve", "born", "telephone", "address", "language");
  }

  @Override
  public TypedForm begun(At at) {
    Person person = at.reading().person();
    TypedForm typed =
        TypedForm.empty()
            .with("name", person.name().reveal())
            .with("alias", person.alias().reveal())
            .with("number", person.number().reveal())
            .with("language", person.language());
    return person.born() == null || !person.number().isBlank()
        ? typed
        : typed.with("born", person.born().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    Person person = at.reading().person();
    sheet.line(sheet.demanded("name", CaseRule.WRITTEN_IN_WORDS), OpeningForm.MOST_NAME);
    sheet.line(sheet.field("alias"), OpeningForm.MOST_NAME);
    sheet.line(sheet.field("number"), OpeningForm.MOST_LINE);
    if (person.reserve().isBlank()) {
      sheet.tick(sheet.field("reserve"), texts.t("casework.step.person.reserve.yes"));
    }
    sheet.day(sheet.field("born"));
    sheet.line(sheet.field("telephone"), OpeningForm.MOST_LINE);
    if (person.treatedAs(at.today()).hidesAddress()) {
      sheet.shut(sheet.field("address").withHint(texts.t("casework.step.person.address.shut")));
    } else {
      sheet.line(sheet.field("address"), OpeningForm.MOST_TEXT);
    }
    sheet.select(
        sheet.field("language"),
        OpeningForm.LANGUAGES.stream()
            .map(code -> Option.of(code, texts.languageName(code)))
            .toList());
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Who who =
        new Road.Who(
            sent.text("name", OpeningForm.MOST_NAME),
            sent.text("number", OpeningForm.MOST_LINE),
            sent.dayOrNone("born"),
            sent.text("telephone", OpeningForm.MOST_LINE),
            sent.text("address", OpeningForm.MOST_TEXT),
            Confidential.of(""),
            Road.Protection.UNCHECKED,
            OpeningForm.LANGUAGES.contains(sent.value("language")) ? sent.value("language") : "",
            sent.text("alias", OpeningForm.MOST_NAME),
            sent.has("reserve"));
    return sent.step(() -> road.changePerson(viewer, file, who));
  }
}
