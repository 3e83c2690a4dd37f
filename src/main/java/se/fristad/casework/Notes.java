package se.fristad.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.vault.Confidential;

/// The journal (*journalanteckningar*): written by whoever may open the file, and locked at once.
/// In a closed file too: what comes to light is written down. What is wrong is corrected beside,
/// and what the person holds to be wrong is noted (14 kap. 6 § SoL); neither touches what stands.
@StaffFace
@Component
class Notes {
  /// The longest note, in characters.
  static final int MOST = 20_000;

  /// The longest name of whom a note also tells of.
  static final int MOST_WHOM = 200;

  private final Files files;
  private final NoteRows rows;
  private final Forms forms;
  private final FormRows records;

  Notes(Files files, NoteRows rows, Forms forms, FormRows records) {
    this.files = files;
    this.rows = rows;
    this.forms = forms;
    this.records = records;
  }

  /// Writes a note.
  Step<UUID> write(Viewer viewer, UUID file, Road.Noting noting) {
    return files.write(
        viewer,
        file,
        "note",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          UUID id = lock(hand, noting, null);
          forms.drop(hand.id(), hand.staff(), "note");
          return id;
        });
  }

  /// A note as it is locked, in the transaction of a step.
  ///
  /// @param begun when it was begun as a working note; null when it was not
  UUID lock(Files.InHand hand, Road.Noting noting, @Nullable Instant begun) {
    check(noting.text(), "note", "note");
    if (noting.marks().contains(Road.Mark.OTHERS) && noting.whom().isBlank()) {
      throw Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal("whom", ".whom"));
    }
    Words words =
        Words.none()
            .with("text", noting.text())
            .with("whom", noting.whom())
            .withCodes(
                "marks",
                noting.marks().stream()
                    .map(Road.Mark::code)
                    .collect(Collectors.toCollection(TreeSet::new)))
            .with("begun", begun == null ? "" : begun.toString());
    return insert(hand, NoteRows.Kind.NOTE, null, words);
  }

  /// Corrects a note beside it; the note stands as it is.
  Step<UUID> correct(Viewer viewer, UUID file, UUID note, Confidential text) {
    return files.write(
        viewer,
        file,
        "correct_note",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          if (!rows.isNote(hand.id(), note)) {
            throw Files.refused(CaseRule.CORRECTED_BESIDE.refusal("note", ".none"));
          }
          check(text, "note", "correction");
          return insert(hand, NoteRows.Kind.CORRECTION, note, Words.none().with("text", text));
        });
  }

  /// Notes that the person, or who speaks for her, holds something in the file to be wrong.
  Step<UUID> dispute(Viewer viewer, UUID file, Road.Disputing disputing) {
    return files.write(
        viewer,
        file,
        "dispute_fact",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          UUID about = disputing.about();
          if (!about.equals(hand.id()) && !records.isRecord(hand.id(), about)) {
            throw Files.refused(CaseRule.DISPUTED_FACT_IS_NOTED.refusal("about", ".none"));
          }
          List<Refusal> refusals = new ArrayList<>();
          if (disputing.fact().isBlank()) {
            refusals.add(CaseRule.DISPUTED_FACT_IS_NOTED.refusal("fact", ".fact"));
          }
          if (disputing.words().isBlank()) {
            refusals.add(CaseRule.DISPUTED_FACT_IS_NOTED.refusal("words", ".words"));
          }
          Files.refuse(refusals);
          return insert(
              hand,
              NoteRows.Kind.DISPUTE,
              about,
              Words.none()
                  .with("fact", disputing.fact())
                  .with("text", disputing.words())
                  .with("who", disputing.by().code()));
        });
  }

  /// That she has been told of the notes about her as they stand now; or why not yet.
  Step<UUID> inform(Viewer viewer, UUID file, Road.Informing informing) {
    return files.write(
        viewer,
        file,
        "inform_of_notes",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          List<Refusal> refusals = new ArrayList<>();
          if (informing.on().isAfter(hand.today())) {
            refusals.add(CaseRule.DATES_IN_ORDER.refusal("informed_on", ".future"));
          }
          if (informing.how() == Road.Told.NOT_YET && informing.words().isBlank()) {
            refusals.add(CaseRule.PERSON_KNOWS_OF_NOTES.refusal("words", ".why"));
          }
          Files.refuse(refusals);
          UUID id = UUID.randomUUID();
          byte[] sealed =
              hand.seal(id, "informed", 1, Words.none().with("words", informing.words()));
          rows.insert(
              hand.id(),
              new NoteRows.Informed(
                  id,
                  informing.on(),
                  informing.how().code(),
                  hand.now(),
                  hand.staff(),
                  hand.now(),
                  sealed));
          return id;
        });
  }

  private UUID insert(Files.InHand hand, NoteRows.Kind kind, @Nullable UUID about, Words words) {
    UUID id = UUID.randomUUID();
    byte[] sealed = hand.seal(id, "note", 2, words);
    rows.insert(hand.id(), new NoteRows.Row(id, kind, about, hand.staff(), hand.now(), 2, sealed));
    return id;
  }

  /// Refuses a text that is empty or too long.
  static void check(Confidential text, String field, String which) {
    if (text.isBlank()) {
      throw Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal(field, "." + which));
    }
    if (text.reveal().codePointCount(0, text.reveal().length()) > MOST) {
      throw Files.refused(Refusal.unreadable(field, "casework.wrong.long", MOST));
    }
  }
}
