package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// Somebody in the relation map is not near her any more. Who must never be contacted still must
/// not.
@StaffFace
@Component
class LinkEndForm implements StepForm {
  /// Its address.
  static final String KIND = "link_end";

  private static final int MOST = 500;
  private final Road road;

  LinkEndForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 67;
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return LinkChangeForm.open(at, texts, KIND);
  }

  @Override
  public Set<String> names() {
    return Set.of("why");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    LinkChangeForm.found(at)
        .ifPresent(link ->
            sheet.told(
                List.of(
                    new Described(
                        sheet.texts().t("casework.link.bond." + link.bond().code()),
                        link.name().reveal()))));
    sheet.area(sheet.demanded("why", CaseRule.WRITTEN_IN_WORDS), 2, MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Confidential why = sent.text("why", MOST);
    UUID id = record == null ? UUID.randomUUID() : record;
    return sent.step(() -> road.endLink(viewer, file, id, why));
  }
}
