package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// The person is told of the notes about her, or it is said why she is not yet (14 kap. 6 § SoL).
@StaffFace
@Component
class InformForm implements StepForm {
  static final String KIND = "inform";
  private static final int MOST = 2_000;

  private final Road road;

  InformForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 94;
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return once(texts);
  }

  @Override
  public Set<String> names() {
    return Set.of("informed_on", "how", "words");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("informed_on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.choice(
        sheet.demanded("how", CaseRule.PERSON_KNOWS_OF_NOTES),
        sheet.options("casework.told", Road.Told.values(), Road.Told::code));
    sheet.day(sheet.needed("informed_on"));
    sheet.area(sheet.field("words"), 3, MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Informing informing =
        new Road.Informing(
            sent.day("informed_on"),
            sent.one("how", Road.Told.values(), Road.Told::code),
            sent.text("words", MOST));
    return sent.step(() -> road.informOfNotes(viewer, file, informing));
  }
}
