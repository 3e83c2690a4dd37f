package se.fristad.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.vault.Confidential;

/// The journal (*journalanteckningar*): written by whoever may open the file, never changed. In a
/// closed file too: what comes to light is written down.
@StaffFace
@Component
class Notes {
  /// The longest note, in characters.
  static final int MOST = 20_000;

  private final Files files;
  private final NoteRows rows;
  private final Forms forms;

  Notes(Files files, NoteRows rows, Forms forms) {
    this.files = files;
    this.rows = rows;
    this.forms = forms;
  }

  /// Writes a note.
  Step<UUID> write(Viewer viewer, UUID file, Confidential text) {
    return files.write(
        viewer,
        file,
        "note",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          if (text.isBlank()) {
            throw Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal("note", ".note"));
          }
          if (text.reveal().codePointCount(0, text.reveal().length()) > MOST) {
            throw Files.refused(Refusal.unreadable("note", "casework.wrong.long", MOST));
          }
          UUID id = UUID.randomUUID();
          rows.insert(
              hand.id(),
              new NoteRows.Row(id, hand.staff(), hand.now(), hand.sealText(id, "note", 1, text)));
          forms.drop(hand.id(), hand.staff(), "note");
          return id;
        });
  }
}
