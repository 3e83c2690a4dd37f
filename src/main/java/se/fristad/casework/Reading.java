package se.fristad.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file as it is read: everything that this viewer may see in it, opened.
///
/// @param words the file's own: `number`, `intake_on`, `closed_why`, `contact` …
/// @param conflicts for whom it is not there; only the head is told
/// @param mappings what was mapped, the oldest first, with what others have taken the place of
/// @param notes their text is the word `text`
record Reading(
    CaseFile file,
    Words words,
    Person person,
    List<Assigned> assignments,
    List<Tasks.Task> tasks,
    List<Seen<ConsentRows.Row>> consents,
    List<Seen<AssessmentRows.Row>> assessments,
    List<Seen<InvestigationRows.Row>> investigations,
    List<Seen<MappingRows.Row>> mappings,
    List<Seen<DecisionRows.Row>> decisions,
    List<Seen<AppealRows.Row>> appeals,
    List<Seen<SupportRows.Row>> supports,
    List<Seen<FollowUpRows.Row>> followUps,
    List<Seen<ReportRows.Row>> reports,
    List<Seen<NoteRows.Row>> notes,
    List<CallRows.Row> calls,
    List<LetterRows.Row> letters,
    List<FileConflictRows.Row> conflicts) {

  /// A row with what was sealed in it.
  record Seen<R>(R row, Words words) {}

  /// Who does what.
  ///
  /// @param until null while it goes on
  record Assigned(UUID staff, String relation, Instant from, @Nullable Instant until) {}

  /// The number of the file.
  String number() {
    return words.value("number");
  }

  @Override
  public String toString() {
    return "[a file]";
  }
}
