package se.fristad.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.vault.Confidential;

/// Working notes (*arbetsanteckningar*): what a worker writes for her own memory. Hers alone, the
/// head's neither, until she writes it in the journal, where it is locked, or throws it away. It is
/// no note of the file and moves none of its dates.
@StaffFace
@Component
class WorkingNotes {
  /// The most that somebody has of them in one file.
  static final int MOST = 20;

  private final Files files;
  private final WorkingNoteRows rows;
  private final Notes notes;

  WorkingNotes(Files files, WorkingNoteRows rows, Notes notes) {
    this.files = files;
    this.rows = rows;
    this.notes = notes;
  }

  /// Keeps a new one.
  Step<UUID> keep(Viewer viewer, UUID file, Confidential text) {
    return files.beside(
        viewer,
        file,
        "keep_working_note",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          Notes.check(text, "note", "note");
          if (rows.of(hand.id(), hand.staff()).size() >= MOST) {
            throw Files.refused(
                Refusal.unreadable("note", "casework.wrong.too_many_working_notes", MOST));
          }
          UUID id = UUID.randomUUID();
          rows.insert(
              hand.id(),
              hand.staff(),
              new WorkingNoteRows.Row(
                  id, hand.now(), hand.now(), 1, hand.sealText(id, "working_note", 1, text)));
          return id;
        });
  }

  /// Writes on in one.
  Step<UUID> change(Viewer viewer, UUID file, UUID id, Confidential text) {
    return files.beside(
        viewer,
        file,
        "change_working_note",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          WorkingNoteRows.Row row = find(hand, id);
          Notes.check(text, "note", "note");
          int version = row.version() + 1;
          rows.update(
              hand.id(),
              hand.staff(),
              new WorkingNoteRows.Row(
                  id,
                  row.madeAt(),
                  hand.now(),
                  version,
                  hand.sealText(id, "working_note", version, text)));
          return id;
        });
  }

  /// Writes one in the journal, where it is locked.
  ///
  /// @return the note
  Step<UUID> lock(Viewer viewer, UUID file, UUID id, Road.Noting noting) {
    return files.write(
        viewer,
        file,
        "note",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          WorkingNoteRows.Row row = find(hand, id);
          UUID note = notes.lock(hand, noting, row.madeAt());
          rows.delete(hand.id(), hand.staff(), id);
          return note;
        });
  }

  /// Throws one away.
  Step<UUID> throwAway(Viewer viewer, UUID file, UUID id) {
    return files.beside(
        viewer,
        file,
        "throw_working_note",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          rows.delete(hand.id(), hand.staff(), find(hand, id).id());
          return id;
        });
  }

  private WorkingNoteRows.Row find(Files.InHand hand, UUID id) {
    return rows.find(hand.id(), hand.staff(), id)
        .orElseThrow(() -> Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal("note", ".gone")));
  }
}
