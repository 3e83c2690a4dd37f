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
import se.fristad.vault.Confidential;

/// A note of the journal. It lies on every page of the file, one key away, and has a page of its
/// own for whoever has no script, or wants to say what it tells beside the matter.
@StaffFace
@Component
class NoteForm implements StepForm {
  static final String KIND = "note";
  static final String FIELD = "note";
  static final String MARKS = "marks";
  static final String WHOM = "whom";

  /// Those who write notes.
  static final Set<Role> WRITERS = Set.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER);

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
    return WRITERS;
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
    return Set.of(FIELD, MARKS, WHOM);
  }

  @Override
  public Set<String> several() {
    return Set.of(MARKS);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.area(sheet.needed(FIELD), 6, Notes.MOST);
    sheet.folded("marks");
    sheet.checks(sheet.field(MARKS), marks(sheet));
    sheet.line(sheet.field(WHOM), Notes.MOST_WHOM);
  }

  static List<Option> marks(Sheet sheet) {
    return sheet.options("casework.mark", Road.Mark.values(), Road.Mark::code);
  }

  /// The note as it was typed.
  static Road.Noting noting(Sent sent) {
    return new Road.Noting(
        Confidential.of(sent.value(FIELD)),
        sent.ticked(MARKS, Road.Mark.values(), Road.Mark::code),
        sent.text(WHOM, Notes.MOST_WHOM));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Noting noting = noting(sent);
    return sent.step(() -> road.note(viewer, file, noting));
  }
}
