package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// What is wrong in a locked note is corrected beside it.
@StaffFace
@Component
class CorrectNoteForm implements StepForm {
  static final String KIND = "correct_note";

  private final Road road;

  CorrectNoteForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<Role> roles() {
    return NoteForm.WRITERS;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 92;
  }

  @Override
  public boolean next() {
    return false;
  }

  /// Each note that she may see; also in a closed file.
  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().notes().stream()
        .filter(seen -> seen.row().kind() == NoteRows.Kind.NOTE)
        .map(seen -> new Offer(seen.row().id(), texts.t("casework.step.correct_note")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of(NoteForm.FIELD);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    at.reading().notes().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .forEach(seen ->
            sheet.told(
                List.of(
                    new Described(
                        sheet
                            .texts()
                            .t(
                                "casework.step.correct_note.stands",
                                sheet.texts().moment(seen.row().madeAt())),
                        seen.words().value("text")))));
    sheet.area(sheet.demanded(NoteForm.FIELD, CaseRule.CORRECTED_BESIDE), 5, Notes.MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID note = record == null ? UUID.randomUUID() : record;
    Confidential text = Confidential.of(sent.value(NoteForm.FIELD));
    return sent.step(() -> road.correctNote(viewer, file, note, text));
  }
}
