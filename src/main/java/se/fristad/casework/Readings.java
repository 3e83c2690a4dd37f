package se.fristad.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.Reading.Seen;

/// Reads a file whole, in one opening and one line of the log.
///
/// Whoever delivers support in it sees who she is, how to reach her safely, the risk, and what she
/// herself delivers and has written: neither investigation nor decision, nor others' notes.
@StaffFace
@Component
class Readings {
  private static final int MOST_NOTES = 500;

  private final Files files;
  private final FileRows rows;
  private final PersonRows people;
  private final ConsentRows consents;
  private final AssessmentRows assessments;
  private final InvestigationRows investigations;
  private final Mappings mappings;
  private final DecisionRows decisions;
  private final AppealRows appeals;
  private final SupportRows supports;
  private final FollowUpRows followUps;
  private final ReportRows reports;
  private final NoteRows notes;
  private final Tasks tasks;
  private final Forms forms;
  private final CallRows calls;
  private final LetterRows letters;
  private final FileConflictRows conflicts;

  Readings(
      Files files,
      FileRows rows,
      PersonRows people,
      ConsentRows consents,
      AssessmentRows assessments,
      InvestigationRows investigations,
      Mappings mappings,
      DecisionRows decisions,
      AppealRows appeals,
      SupportRows supports,
      FollowUpRows followUps,
      ReportRows reports,
      NoteRows notes,
      Tasks tasks,
      Forms forms,
      CallRows calls,
      LetterRows letters,
      FileConflictRows conflicts) {
    this.files = files;
    this.rows = rows;
    this.people = people;
    this.consents = consents;
    this.assessments = assessments;
    this.investigations = investigations;
    this.mappings = mappings;
    this.decisions = decisions;
    this.appeals = appeals;
    this.supports = supports;
    this.followUps = followUps;
    this.reports = reports;
    this.notes = notes;
    this.tasks = tasks;
    this.forms = forms;
    this.calls = calls;
    this.letters = letters;
    this.conflicts = conflicts;
  }

  /// Reads a file.
  Opened<Reading> read(Viewer viewer, UUID file) {
    return files.read(viewer, file, hand -> delivers(viewer) ? ofDeliverer(hand) : whole(hand));
  }

  private static boolean delivers(Viewer viewer) {
    return viewer.role() == Role.TREATMENT_WORKER || viewer.role() == Role.NGO_WORKER;
  }

  /// A file before somebody who is about to write in it.
  ///
  /// @param begun what she has begun to write in it, and when it was saved, by what it is kept
  ///   under
  /// @param kept the one of them that was asked for; null when she has not begun it
  /// @param note the note that she has begun
  record Desk(
      Reading reading,
      Map<String, Instant> begun,
      Forms.@Nullable Kept kept,
      Forms.@Nullable Kept note) {
    @Override
    public String toString() {
      return "[a desk]";
    }
  }

  /// Reads a file and what she has begun to write in it, in the same opening.
  ///
  /// @param kind what a form is kept under
  Opened<Desk> desk(Viewer viewer, UUID file, String kind) {
    return files.read(
        viewer,
        file,
        hand ->
            new Desk(
                delivers(viewer) ? ofDeliverer(hand) : whole(hand),
                forms.begun(hand),
                forms.in(hand, kind).orElse(null),
                forms.in(hand, NoteForm.KIND).orElse(null)));
  }

  private Reading whole(Files.InHand hand) {
    UUID id = hand.id();
    return new Reading(
        hand.file(),
        hand.words(),
        people.find(hand.file().person()).orElseThrow(),
        rows.assignments(id),
        tasks.open(id, hand.viewer().role()),
        consents.of(id).stream()
            .map(row -> new Seen<>(row, hand.open(row.id(), "consent", 1, row.sealed())))
            .toList(),
        assessments(hand),
        investigations.of(id).stream()
            .map(row ->
                new Seen<>(row, hand.open(row.id(), "investigation", row.version(), row.sealed())))
            .toList(),
        mappings.of(hand),
        decisions.of(id).stream()
            .map(row ->
                new Seen<>(row, hand.open(row.id(), "decision", row.version(), row.sealed())))
            .toList(),
        appeals.of(id).stream()
            .map(row -> new Seen<>(row, hand.open(row.id(), "appeal", row.version(), row.sealed())))
            .toList(),
        supports(hand),
        followUps.of(id).stream()
            .map(row -> {
              byte[] sealed = row.sealed();
              return new Seen<>(
                  row, sealed == null ? Words.none() : hand.open(row.id(), "follow_up", 1, sealed));
            })
            .toList(),
        reports.of(id).stream()
            .map(row -> new Seen<>(row, hand.open(row.id(), "report", row.version(), row.sealed())))
            .toList(),
        notes(hand),
        calls.of(id),
        letters.of(id),
        hand.viewer().role() == Role.HEAD ? conflicts.of(id) : List.of());
  }

  private Reading ofDeliverer(Files.InHand hand) {
    return new Reading(
        hand.file(),
        hand.words(),
        people.find(hand.file().person()).orElseThrow(),
        rows.assignments(hand.id()),
        List.of(),
        List.of(),
        assessments(hand).stream().map(seen -> new Seen<>(seen.row(), Words.none())).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        supports(hand).stream()
            .filter(seen -> hand.staff().equals(seen.row().deliveredBy()))
            .toList(),
        List.of(),
        List.of(),
        notes(hand).stream().filter(seen -> hand.staff().equals(seen.row().madeBy())).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private List<Seen<AssessmentRows.Row>> assessments(Files.InHand hand) {
    return assessments.of(hand.id()).stream()
        .map(row -> new Seen<>(row, hand.open(row.id(), "assessment", 1, row.sealed())))
        .toList();
  }

  private List<Seen<SupportRows.Row>> supports(Files.InHand hand) {
    return supports.of(hand.id()).stream()
        .map(row -> new Seen<>(row, hand.open(row.id(), "support", row.version(), row.sealed())))
        .toList();
  }

  private List<Seen<NoteRows.Row>> notes(Files.InHand hand) {
    return notes.of(hand.id(), MOST_NOTES).stream()
        .map(row ->
            new Seen<>(
                row, Words.none().with("text", hand.openText(row.id(), "note", 1, row.sealed()))))
        .toList();
  }
}
