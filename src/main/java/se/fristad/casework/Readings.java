package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.Reading.Seen;
import se.fristad.casework.facts.SupportType;

/// Reads a file whole, in one opening and one line of the log.
///
/// Whoever delivers support in it sees who she is, how to reach her safely, the risk, and what she
/// herself delivers and has written: neither investigation nor decision, nor others' notes.
@StaffFace
@Component
class Readings {
  private static final int MOST_NOTES = 2_000;

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
  private final DangerChanges dangerChanges;
  private final Accompaniments accompaniments;
  private final ContactsAgain contactsAgain;
  private final ReopeningRows reopenings;
  private final Plans plans;
  private final ReportRows reports;
  private final NoteRows notes;
  private final WorkingNoteRows workingNotes;
  private final DisclosureRows disclosures;
  private final InsightRows insights;
  private final Tasks tasks;
  private final Forms forms;
  private final CallRows calls;
  private final LetterRows letters;
  private final FileConflictRows conflicts;
  private final Links links;
  private final TransferRows transfers;
  private final NotCarriedOutRows waiting;
  private final EmergencyRows emergencies;
  private final HandoverRows handovers;
  private final ProposalRows proposals;
  private final CommunicationRows communications;
  private final InTimeRows inTime;
  private final NightRows nights;

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
      DangerChanges dangerChanges,
      Accompaniments accompaniments,
      ContactsAgain contactsAgain,
      ReopeningRows reopenings,
      Plans plans,
      ReportRows reports,
      NoteRows notes,
      WorkingNoteRows workingNotes,
      DisclosureRows disclosures,
      InsightRows insights,
      Tasks tasks,
      Forms forms,
      CallRows calls,
      LetterRows letters,
      FileConflictRows conflicts,
      Links links,
      TransferRows transfers,
      NotCarriedOutRows waiting,
      EmergencyRows emergencies,
      HandoverRows handovers,
      ProposalRows proposals,
      CommunicationRows communications,
      InTimeRows inTime,
      NightRows nights) {
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
    this.dangerChanges = dangerChanges;
    this.accompaniments = accompaniments;
    this.contactsAgain = contactsAgain;
    this.reopenings = reopenings;
    this.plans = plans;
    this.reports = reports;
    this.notes = notes;
    this.workingNotes = workingNotes;
    this.disclosures = disclosures;
    this.insights = insights;
    this.tasks = tasks;
    this.forms = forms;
    this.calls = calls;
    this.letters = letters;
    this.conflicts = conflicts;
    this.links = links;
    this.transfers = transfers;
    this.waiting = waiting;
    this.emergencies = emergencies;
    this.handovers = handovers;
    this.proposals = proposals;
    this.communications = communications;
    this.inTime = inTime;
    this.nights = nights;
  }

  /// Reads a file.
  Opened<Reading> read(Viewer viewer, UUID file) {
    return read(viewer, file, "open");
  }

  /// Reads a file under a name of its own in the log.
  Opened<Reading> read(Viewer viewer, UUID file, String act) {
    return files.read(viewer, file, act, hand -> all(hand, MOST_NOTES));
  }

  /// Reads a file in an emergency hour: whole, and in no other way.
  Opened<Reading> inEmergency(Viewer viewer, UUID file) {
    return files.read(viewer, file, Purpose.EMERGENCY, this::whole);
  }

  private Reading all(Files.InHand hand, int notes) {
    return delivers(hand.viewer()) ? ofDeliverer(hand, notes) : whole(hand, notes);
  }

  private static boolean delivers(Viewer viewer) {
    return viewer.role() == Role.TREATMENT_WORKER || viewer.role() == Role.NGO_WORKER;
  }

  /// A file before somebody who is about to write in it.
  ///
  /// @param begun what she has begun to write in it, and when it was saved, by what it is kept
  ///   under
  /// @param versions the one of them that was asked for, as it stands in each window, the latest
  ///   first; empty when she has not begun it
  /// @param notes the note that she has begun, in the same way
  /// @param written how many notes there are in it for her to read, those that were not read now
  ///   among them
  record Desk(
      Reading reading,
      Map<String, Instant> begun,
      List<Forms.Kept> versions,
      List<Forms.Kept> notes,
      int written) {
    /// Copies the lists.
    Desk {
      versions = List.copyOf(versions);
      notes = List.copyOf(notes);
    }

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
        hand -> {
          Reading reading = all(hand, MOST_NOTES);
          List<Forms.Kept> begun = forms.versions(hand, NoteForm.KIND);
          return new Desk(
              reading,
              forms.begun(hand),
              kind.equals(NoteForm.KIND) ? begun : forms.versions(hand, kind),
              begun,
              reading.notes().size());
        });
  }

  /// The same for the page of the file: of the journal only its latest notes are read and opened,
  /// as many as the page can tell of, and all are counted. A page that opened every note of ten
  /// years to show the last few would be slower each year.
  ///
  /// @param notes how many
  Opened<Desk> latest(Viewer viewer, UUID file, int notes) {
    return files.read(
        viewer,
        file,
        hand -> {
          List<Forms.Kept> begun = forms.versions(hand, NoteForm.KIND);
          return new Desk(
              all(hand, notes),
              forms.begun(hand),
              begun,
              begun,
              this.notes.count(hand.id(), delivers(viewer) ? hand.staff() : null));
        });
  }

  /// All of it, for whoever decides in it.
  Reading whole(Files.InHand hand) {
    return whole(hand, MOST_NOTES);
  }

  private Reading whole(Files.InHand hand, int most) {
    UUID id = hand.id();
    List<DecisionRows.Row> granted = decisions.of(id);
    List<Seen<PlanRows.Row>> planned = plans.of(hand);
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
        granted.stream()
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
        dangerChanges.of(hand),
        accompaniments.of(hand),
        contactsAgain.of(hand),
        reopenings.of(id).stream()
            .map(row -> new Seen<>(row, hand.open(row.id(), "reopening", 1, row.sealed())))
            .toList(),
        planned,
        planned.isEmpty() ? List.of() : plans.actions(hand),
        reports.of(id).stream()
            .map(row -> new Seen<>(row, hand.open(row.id(), "report", row.version(), row.sealed())))
            .toList(),
        notes(hand, null, most),
        workingNotes(hand),
        notes.informed(id).stream()
            .map(row -> new Seen<>(row, hand.open(row.id(), "informed", 1, row.sealed())))
            .toList(),
        disclosures.of(id).stream()
            .map(row -> new Seen<>(row, hand.open(row.id(), "disclosure", 1, row.sealed())))
            .toList(),
        insights.of(id).stream()
            .map(row -> new Seen<>(row, hand.open(row.id(), "insight", 1, row.sealed())))
            .toList(),
        calls.of(id),
        letters.of(id),
        hand.viewer().role() == Role.HEAD ? conflicts.of(id) : List.of(),
        links.in(hand),
        transfers.of(id).stream()
            .map(row ->
                new Seen<>(row, hand.open(row.id(), "transfer", row.version(), row.sealed())))
            .toList(),
        granted.isEmpty() ? List.of() : waiting.in(id, hand.today()),
        rows.opened(id),
        hand.viewer().role() == Role.HEAD ? emergencies.of(hand) : List.of(),
        handovers.of(hand),
        proposals.of(id).stream()
            .map(row ->
                new Seen<>(row, hand.open(row.id(), "proposal", row.version(), row.sealed())))
            .toList(),
        communications.of(id).stream()
            .map(row ->
                new Seen<>(row, hand.open(row.id(), "communication", row.version(), row.sealed())))
            .toList(),
        granted.isEmpty()
            ? List.of()
            : decisions.corrections(id).stream()
                .map(row ->
                    new Seen<>(
                        row,
                        Words.none()
                            .with("text", hand.openText(row.id(), "correction", 1, row.sealed()))))
                .toList(),
        inTime.of(id).stream()
            .map(row ->
                new Seen<>(
                    row, hand.open(row.id(), "decision_request", row.version(), row.sealed())))
            .toList(),
        nights.of(id).stream().map(row -> new Seen<>(row, row.words(hand))).toList());
  }

  private Reading ofDeliverer(Files.InHand hand, int most) {
    return new Reading.Part(
            hand.file(), hand.words(), people.find(hand.file().person()).orElseThrow())
        .assignments(rows.assignments(hand.id()))
        .assessments(
            assessments(hand).stream().map(seen -> new Seen<>(seen.row(), Words.none())).toList())
        .supports(
            supports(hand).stream()
                .filter(seen -> hand.staff().equals(seen.row().deliveredBy()))
                .toList())
        .dangerChanges(asking(hand))
        .accompaniments(
            accompaniments.of(hand).stream().filter(seen -> seen.row().goes(hand.staff())).toList())
        .plans(
            plans.of(hand).stream()
                .filter(seen -> seen.row().stands())
                .map(seen -> new Seen<>(seen.row(), Words.none()))
                .toList())
        .planActions(
            plans.actions(hand).stream()
                .filter(seen -> hand.staff().equals(seen.row().staff()))
                .toList())
        .notes(notes(hand, hand.staff(), most))
        .workingNotes(workingNotes(hand))
        .links(dangerous(hand))
        .opened(rows.opened(hand.id()))
        .read();
  }

  /// What the duty social service sees of somebody in danger: how to reach her safely, the risk,
  /// what protects her, who must never be contacted, which decisions stand and whether she is in a
  /// shelter, and what the day asks for this night. Nothing that anybody has written of her life.
  Reading atNight(Files.InHand hand, LocalDate night) {
    return new Reading.Part(
            hand.file(), hand.words(), people.find(hand.file().person()).orElseThrow())
        .assessments(
            assessments(hand).stream().map(seen -> new Seen<>(seen.row(), Words.none())).toList())
        .decisions(
            decisions.of(hand.id()).stream()
                .filter(DecisionRows.Row::stands)
                .map(row -> new Seen<>(row, Words.none()))
                .toList())
        .supports(
            supports.of(hand.id()).stream()
                .filter(
                    row -> row.type().isShelter() || row.type() == SupportType.TEMPORARY_HOUSING)
                .map(row -> new Seen<>(row, Words.none()))
                .toList())
        .dangerChanges(asking(hand))
        .links(dangerous(hand))
        .nights(
            nights.of(hand.id()).stream()
                .filter(row -> row.what() == NightRows.What.WATCH && row.night().equals(night))
                .filter(row -> row.readAt() != null)
                .map(row -> new Seen<>(row, row.words(hand)))
                .toList())
        .read();
  }

  /// Who is dangerous, or must never be contacted: of nobody else whoever reads not all is told.
  private List<Link> dangerous(Files.InHand hand) {
    return links.in(hand).stream()
        .filter(link -> link.never() || link.danger() == Link.Danger.DANGEROUS)
        .toList();
  }

  /// What may have changed the danger and is not answered, as it is told to whoever reads not all:
  /// what it is, and no words.
  private List<Seen<DangerChangeRows.Row>> asking(Files.InHand hand) {
    return dangerChanges.of(hand).stream()
        .filter(seen -> seen.row().asks())
        .map(seen -> new Seen<>(seen.row(), Words.none().with("what", seen.words().value("what"))))
        .toList();
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

  /// @param writer of whom, with what others have written beside them; null for everybody's
  private List<Seen<NoteRows.Row>> notes(Files.InHand hand, @Nullable UUID writer, int most) {
    return notes.of(hand.id(), writer, most).stream()
        .map(row -> new Seen<>(row, row.words(hand)))
        .toList();
  }

  private List<Seen<WorkingNoteRows.Row>> workingNotes(Files.InHand hand) {
    return workingNotes.of(hand.id(), hand.staff()).stream()
        .map(row ->
            new Seen<>(
                row,
                Words.none()
                    .with(
                        "text",
                        hand.openText(row.id(), "working_note", row.version(), row.sealed()))))
        .toList();
  }
}
