package se.fristad.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.outgoing.NeverContacted;

/// A file as it is read: everything that this viewer may see in it, opened.
///
/// @param words the file's own: `number`, `intake_on`, `closed_why`, `contact` …
/// @param links those around her; whoever delivers support is told of danger only
/// @param conflicts for whom it is not there; only the head is told
/// @param opened who has opened it
/// @param emergencies the emergency hours in it; only the head is told
/// @param handovers how it was handed over
/// @param mappings what was mapped, the oldest first, with what others have taken the place of
/// @param dangerChanges what may have changed the danger, the latest first; whoever delivers
///   support is told what it is, and no words
/// @param accompaniments that somebody comes along, the latest first; of whoever delivers support
///   only those with which she goes
/// @param contactsAgain that she is contacted after the closing, the nearest first
/// @param reopenings when it was opened again, the first first
/// @param plans each revision, the latest first; whoever delivers support sees no words of them
/// @param planActions what is to be done by them; of whoever delivers support only what is hers
/// @param transfers requests that the matter is moved to another municipality, or to us
/// @param waiting what is granted and not carried out
/// @param proposals decisions that somebody has proposed
/// @param communications what she was told before a decision
/// @param requests hers, that her matter is decided
/// @param nights what happened at night, and what the night is asked to watch
/// @param corrections slips put right; their text is the word `text`
/// @param notes their text is the word `text`
/// @param workingNotes this viewer's own; their text is the word `text`
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
    List<Seen<DangerChangeRows.Row>> dangerChanges,
    List<Seen<AccompanimentRows.Row>> accompaniments,
    List<Seen<ContactAgainRows.Row>> contactsAgain,
    List<Seen<ReopeningRows.Row>> reopenings,
    List<Seen<PlanRows.Row>> plans,
    List<Seen<PlanRows.Action>> planActions,
    List<Seen<ReportRows.Row>> reports,
    List<Seen<NoteRows.Row>> notes,
    List<Seen<WorkingNoteRows.Row>> workingNotes,
    List<Seen<NoteRows.Informed>> informed,
    List<Seen<DisclosureRows.Row>> disclosures,
    List<Seen<InsightRows.Row>> insights,
    List<CallRows.Row> calls,
    List<LetterRows.Row> letters,
    List<FileConflictRows.Row> conflicts,
    List<Link> links,
    List<Seen<TransferRows.Row>> transfers,
    List<NotCarriedOut.One> waiting,
    List<FileRows.Opened> opened,
    List<EmergencyRows.Row> emergencies,
    List<HandoverRows.Handover> handovers,
    List<Seen<ProposalRows.Row>> proposals,
    List<Seen<CommunicationRows.Row>> communications,
    List<Seen<DecisionRows.Correction>> corrections,
    List<Seen<InTimeRows.Request>> requests,
    List<Seen<NightRows.Row>> nights) {

  /// A row with what was sealed in it.
  record Seen<R>(R row, Words words) {}

  /// Who does what.
  ///
  /// @param until null while it goes on
  /// @param by who gave it; null when it was not written down
  record Assigned(
      UUID staff, String relation, Instant from, @Nullable Instant until, @Nullable UUID by) {}

  /// Those around her who must never be contacted.
  NeverContacted never() {
    return Link.never(links);
  }

  /// The number of the file.
  String number() {
    return words.value("number");
  }

  @Override
  public String toString() {
    return "[a file]";
  }

  /// What is read of a file by somebody who does not read all of it: nothing but what is named.
  static final class Part {
    private final CaseFile file;
    private final Words words;
    private final Person person;
    private List<Assigned> assignments = List.of();
    private List<Seen<AssessmentRows.Row>> assessments = List.of();
    private List<Seen<DecisionRows.Row>> decisions = List.of();
    private List<Seen<SupportRows.Row>> supports = List.of();
    private List<Seen<DangerChangeRows.Row>> dangerChanges = List.of();
    private List<Seen<AccompanimentRows.Row>> accompaniments = List.of();
    private List<Seen<PlanRows.Row>> plans = List.of();
    private List<Seen<PlanRows.Action>> planActions = List.of();
    private List<Seen<NoteRows.Row>> notes = List.of();
    private List<Seen<WorkingNoteRows.Row>> workingNotes = List.of();
    private List<Link> links = List.of();
    private List<FileRows.Opened> opened = List.of();
    private List<Seen<NightRows.Row>> nights = List.of();

    Part(CaseFile file, Words words, Person person) {
      this.file = file;
      this.words = words;
      this.person = person;
    }

    Part assignments(List<Assigned> some) {
      assignments = some;
      return this;
    }

    Part assessments(List<Seen<AssessmentRows.Row>> some) {
      assessments = some;
      return this;
    }

    Part decisions(List<Seen<DecisionRows.Row>> some) {
      decisions = some;
      return this;
    }

    Part supports(List<Seen<SupportRows.Row>> some) {
      supports = some;
      return this;
    }

    Part dangerChanges(List<Seen<DangerChangeRows.Row>> some) {
      dangerChanges = some;
      return this;
    }

    Part accompaniments(List<Seen<AccompanimentRows.Row>> some) {
      accompaniments = some;
      return this;
    }

    Part plans(List<Seen<PlanRows.Row>> some) {
      plans = some;
      return this;
    }

    Part planActions(List<Seen<PlanRows.Action>> some) {
      planActions = some;
      return this;
    }

    Part notes(List<Seen<NoteRows.Row>> some) {
      notes = some;
      return this;
    }

    Part workingNotes(List<Seen<WorkingNoteRows.Row>> some) {
      workingNotes = some;
      return this;
    }

    Part links(List<Link> some) {
      links = some;
      return this;
    }

    Part opened(List<FileRows.Opened> some) {
      opened = some;
      return this;
    }

    Part nights(List<Seen<NightRows.Row>> some) {
      nights = some;
      return this;
    }

    Reading read() {
      return new Reading(
          file,
          words,
          person,
          assignments,
          List.of(),
          List.of(),
          assessments,
          List.of(),
          List.of(),
          decisions,
          List.of(),
          supports,
          List.of(),
          dangerChanges,
          accompaniments,
          List.of(),
          List.of(),
          plans,
          planActions,
          List.of(),
          notes,
          workingNotes,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          links,
          List.of(),
          List.of(),
          opened,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          nights);
    }
  }
}
