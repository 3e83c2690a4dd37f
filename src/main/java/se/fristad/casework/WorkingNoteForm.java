package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// A working note of her own: a new one, or one that she writes on in, writes in the journal or
/// throws away.
@StaffFace
@Component
class WorkingNoteForm implements StepForm {
  static final String KIND = "working_note";
  private static final String THEN = "then";

  private final Road road;

  WorkingNoteForm(Road road) {
    this.road = road;
  }

  /// What becomes of it.
  enum Then {
    /// It stays hers.
    KEEP,
    /// It is written in the journal, and locked.
    LOCK,
    /// It is thrown away.
    THROW;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
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
    return 91;
  }

  @Override
  public boolean next() {
    return false;
  }

  /// A new one, and each of her own.
  @Override
  public List<Offer> offers(At at, Texts texts) {
    List<Offer> offers = new ArrayList<>(once(texts));
    at.reading()
        .workingNotes()
        .forEach(seen ->
            offers.add(new Offer(seen.row().id(), texts.t("casework.step.working_note.on"))));
    return offers;
  }

  @Override
  public Set<String> names() {
    return Set.of(NoteForm.FIELD, THEN, NoteForm.MARKS, NoteForm.WHOM);
  }

  @Override
  public Set<String> several() {
    return Set.of(NoteForm.MARKS);
  }

  @Override
  public TypedForm begun(At at) {
    return at.reading().workingNotes().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst()
        .map(seen ->
            TypedForm.empty()
                .with(NoteForm.FIELD, seen.words().value("text"))
                .with(THEN, Then.KEEP.code()))
        .orElse(TypedForm.empty());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.notice(Tone.INFO, sheet.texts().t("casework.step.working_note.yours"));
    sheet.area(sheet.needed(NoteForm.FIELD), 10, Notes.MOST);
    if (at.record() != null) {
      sheet.choice(
          sheet.needed(THEN),
          sheet.options("casework.step.working_note.then", Then.values(), Then::code));
      List<Option> marks = NoteForm.marks(sheet);
      sheet.folded("marks");
      sheet.checks(sheet.field(NoteForm.MARKS), marks);
      sheet.line(sheet.field(NoteForm.WHOM), Notes.MOST_WHOM);
    }
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Confidential text = Confidential.of(sent.value(NoteForm.FIELD));
    if (record == null) {
      return sent.step(() -> road.keepWorkingNote(viewer, file, text));
    }
    Then then = sent.one(THEN, Then.values(), Then::code);
    Road.Noting noting = NoteForm.noting(sent);
    return switch (then) {
      case KEEP -> sent.step(() -> road.changeWorkingNote(viewer, file, record, text));
      case LOCK -> sent.step(() -> road.lockWorkingNote(viewer, file, record, noting));
      case THROW -> sent.step(() -> road.throwWorkingNote(viewer, file, record));
    };
  }
}
