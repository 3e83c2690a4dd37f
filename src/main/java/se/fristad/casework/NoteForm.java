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
import se.fristad.vault.Confidential;

/// A note of the journal. It lies on every page of the file, one key away, and has a page of its
/// own for whoever has no script.
@StaffFace
@Component
class NoteForm implements StepForm {
  static final String KIND = "note";
  static final String FIELD = "note";

  private final Road road;

  NoteForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return KIND;
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
    return 90;
  }

  /// Also in a closed file.
  @Override
  public List<Offer> offers(At at, Texts texts) {
    return once(texts);
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public Set<String> names() {
    return Set.of(FIELD);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.area(sheet.needed(FIELD), 6, Notes.MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    return sent.step(() -> road.note(viewer, file, Confidential.of(sent.value(FIELD))));
  }
}
