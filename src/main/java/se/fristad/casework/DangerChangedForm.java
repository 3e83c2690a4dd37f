package se.fristad.casework;

import java.time.LocalDate;
import java.util.Arrays;
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
import se.fristad.vault.Confidential;

/// Something has happened that may have changed the danger.
@StaffFace
@Component
class DangerChangedForm implements StepForm {
  private static final int MOST_WORDS = 2_000;

  private final Road road;

  DangerChangedForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "danger_changed";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("what", "on", "words");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.choice(
        sheet.demanded("what", CaseRule.DANGER_IS_ASSESSED_ANEW),
        sheet.options(
            "casework.danger",
            Arrays.stream(Road.DangerEvent.values())
                .filter(Road.DangerEvent::written)
                .map(Road.DangerEvent::code)
                .toList()));
    sheet.day(sheet.needed("on"));
    sheet.area(sheet.demanded("words", CaseRule.WRITTEN_IN_WORDS), 4, MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.DangerEvent what = sent.one("what", Road.DangerEvent.values(), Road.DangerEvent::code);
    LocalDate on = sent.day("on");
    Confidential words = sent.text("words", MOST_WORDS);
    return sent.step(() -> road.dangerChanged(viewer, file, what, on, words));
  }
}
