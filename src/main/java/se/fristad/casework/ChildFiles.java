package se.fristad.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.casework.facts.ChildCase;
import se.fristad.casework.facts.ChildReported;
import se.fristad.centre.Centre;
import se.fristad.centre.ChildCases;
import se.fristad.intake.TakingUp;
import se.fristad.law.Deadline;
import se.fristad.law.Deadlines;
import se.fristad.law.Rules;
import se.fristad.vault.DataKey;
import se.fristad.vault.SideKeys;

/// The child's own file (*barnets personakt*): opened by a report, not by a consent; with its own
/// risk, its own safe contact and the law's clocks (3 kap. 1 §, 20 kap. 1 § SoL).
///
/// The way between a child's file and the file in which it was learned stands in the sealed parts
/// only. That a child has a file already is told to nobody here but the one whose it is; the head
/// gets it as a task.
@StaffFace
@Component
class ChildFiles {
  private final Files files;
  private final FileRows rows;
  private final ReportRows reports;
  private final PersonRows people;
  private final InvestigationRows investigations;
  private final Openings openings;
  private final Marks marks;
  private final Tasks tasks;
  private final Forms forms;
  private final TakingUp takingUp;
  private final SideKeys keys;
  private final Centre centre;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChildFiles(
      Files files,
      FileRows rows,
      ReportRows reports,
      PersonRows people,
      InvestigationRows investigations,
      Openings openings,
      Marks marks,
      Tasks tasks,
      Forms forms,
      TakingUp takingUp,
      SideKeys keys,
      Centre centre,
      ApplicationEventPublisher events,
      Clock clock) {
    this.files = files;
    this.rows = rows;
    this.reports = reports;
    this.people = people;
    this.investigations = investigations;
    this.openings = openings;
    this.marks = marks;
    this.tasks = tasks;
    this.forms = forms;
    this.takingUp = takingUp;
    this.keys = keys;
    this.centre = centre;
    this.events = events;
    this.clock = clock;
  }

  /// A report to write in a child's file.
  private record Report(UUID id, ReportRows.Part part, ChildCase where, Words words) {}

  /// Opens a child's file on a concern that no adult's file holds. The same id sent twice is one
  /// file.
  Step<ChildRoad.Reported> open(Viewer viewer, ChildRoad.Opening opening) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Files.HERE);
    Road.Who child = opening.concern().child();
    if (marks.refuses(viewer, Openings.number(child, today), child.address(), opening.intake())) {
      return new Step.Refused<>(List.of(CaseRule.NOT_FOR_KIN.refusal("file").citedOn(today)));
    }
    return files.step(
        viewer,
        opening.file(),
        "open_file",
        Purpose.INVESTIGATING,
        permit -> permit.id().equals(opening.file()) ? opened(permit, opening) : null);
  }

  private @Nullable Written<ChildRoad.Reported> opened(Permit permit, ChildRoad.Opening opening) {
    FileRows.Whole there = rows.find(opening.file()).orElse(null);
    if (there != null) {
      return reports.of(opening.file()).stream()
          .findFirst()
          .map(row ->
              Written.plain(
                  new ChildRoad.Reported(row.id(), opening.file(), received(row)),
                  there.file().version()))
          .orElse(null);
    }
    ChildRoad.Concern concern = opening.concern();
    Instant now = clock.instant();
    ChildCase where = ChildReports.where(centre, concern);
    List<Refusal> refusals = new ArrayList<>();
    Person child =
        ChildReports.person(
            concern.child(),
            LocalDate.ofInstant(now, Files.HERE),
            permit.viewer().staff(),
            refusals);
    refusals.addAll(ChildReports.refusals(concern, now, where));
    Files.refuse(refusals);
    UUID intake = opening.intake();
    if (intake != null
        && takingUp.concern(permit.viewer(), intake, opening.own())
            instanceof Opened.NotThere<TakingUp.Taken>) {
      throw Files.refused(CaseRule.CHILD_IS_REPORTED.refusal("intake", ".intake"));
    }
    forms.drop(opening.file(), permit.viewer().staff());
    UUID id = UUID.randomUUID();
    ReportRows.Part part =
        where == ChildCase.HERE ? ReportRows.Part.RECEIVED : ReportRows.Part.MADE;
    Words words = ChildReports.words(concern, child).with("reporter", opening.reporter().code());
    Words ofFile = Words.none().with("intake", ChildReports.text(intake));
    Written<UUID> written =
        begin(
            permit.viewer(),
            opening.file(),
            child,
            concern,
            ofFile,
            new Report(id, part, where, words),
            now);
    events.publishEvent(
        new ChildReported(
            UUID.randomUUID(),
            LocalDate.ofInstant(now, Files.HERE),
            concern.municipality(),
            where));
    return switch (written) {
      case Written.Done<UUID>(UUID done, int version, byte @Nullable [] hash) ->
          new Written.Done<>(
              new ChildRoad.Reported(
                  done, opening.file(), part == ReportRows.Part.RECEIVED ? done : null),
              version,
              hash);
      case Written.Refused<UUID> refused -> throw new IllegalStateException("nothing refuses here");
    };
  }

  private static @Nullable UUID received(ReportRows.Row row) {
    return row.received() ? row.id() : null;
  }

  /// A report made in an adult's file reaches the child's unit of this house, in the same
  /// transaction.
  ///
  /// @param made its id in that file
  ChildRoad.Reported received(
      Viewer viewer, UUID made, Person child, ChildRoad.Concern concern, Instant now) {
    UUID received = UUID.randomUUID();
    Words words =
        ChildReports.words(concern, child)
            .with("reporter", ChildRoad.Reporter.OURSELVES.code())
            .with("made", made.toString());
    byte[] number = people.numberIndex(child);
    UUID hers = number == null ? null : reports.childsFile(number, viewer.staff()).orElse(null);
    if (hers != null) {
      files.alsoIn(
          viewer,
          hers,
          "receive_child_report",
          hand -> reached(hand, received, ChildReports.sentHere(concern, now), words));
      return new ChildRoad.Reported(made, hers, received);
    }
    UUID file = UUID.randomUUID();
    files.within(
        viewer,
        file,
        "open_file",
        permit ->
            begin(
                viewer,
                permit.id(),
                child,
                concern,
                Words.none(),
                new Report(received, ReportRows.Part.RECEIVED, ChildCase.HERE, words),
                now));
    return new ChildRoad.Reported(made, file, received);
  }

  /// One more report on a child whose file is open: its protection is assessed anew; the fourteen
  /// days run only when no investigation is open.
  Step<UUID> receive(Viewer viewer, UUID file, ChildRoad.Again again) {
    return files.write(
        viewer,
        file,
        "receive_child_report",
        hand -> {
          hand.open();
          hand.ofChild();
          List<Refusal> refusals = new ArrayList<>();
          if (centre.childCases(hand.file().municipality()) != ChildCases.HERE) {
            refusals.add(CaseRule.CHILD_IS_REPORTED.refusal("report", ".elsewhere"));
          }
          if (again.reached().isAfter(hand.now())) {
            refusals.add(CaseRule.DATES_IN_ORDER.refusal("reached_on", ".future"));
          }
          if (again.seen().isBlank()) {
            refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("seen", ".seen"));
          }
          Files.refuse(refusals);
          Words words =
              Words.none()
                  .with("reporter", again.reporter().code())
                  .with("who", again.who())
                  .with("exposure", again.exposure().code())
                  .with("seen", again.seen());
          UUID id = reached(hand, UUID.randomUUID(), again.reached(), words);
          events.publishEvent(
              new ChildReported(
                  UUID.randomUUID(), hand.today(), hand.file().municipality(), ChildCase.HERE));
          return id;
        });
  }

  private UUID reached(Files.InHand hand, UUID id, Instant reached, Words words) {
    boolean ongoing = investigations.openIn(hand.id());
    ReportRows.Row row =
        row(
            id,
            hand.id(),
            new Report(id, ReportRows.Part.RECEIVED, ChildCase.HERE, words),
            hand.file().municipality(),
            reached,
            reached,
            hand.staff(),
            ongoing ? LocalDate.ofInstant(hand.now(), Files.HERE) : null,
            hand.seal(id, "report", 1, words));
    reports.insert(row, null);
    clocks(hand.id(), id, reached, ongoing, hand.responsible());
    if (ongoing && !words.value("made").isEmpty()) {
      reports.answerBack(
          UUID.fromString(words.value("made")), ChildRoad.Outcome.ONGOING, hand.today());
    }
    return id;
  }

  private static ReportRows.Row row(
      UUID id,
      UUID file,
      Report report,
      String municipality,
      Instant arose,
      @Nullable Instant sent,
      UUID by,
      @Nullable LocalDate ongoing,
      byte[] sealed) {
    return new ReportRows.Row(
        id,
        file,
        report.part,
        report.where,
        municipality,
        arose,
        by,
        sent,
        null,
        null,
        ongoing == null ? null : ChildRoad.Outcome.ONGOING,
        ongoing,
        null,
        null,
        1,
        sealed);
  }

  /// What a report that has reached us starts (20 kap. 1 och 2 §§ SoL).
  private void clocks(
      UUID file, UUID report, Instant reached, boolean investigationOpen, UUID staff) {
    for (Deadline due :
        Deadlines.childReport(LocalDateTime.ofInstant(reached, Files.HERE), investigationOpen)) {
      tasks.add(
          file,
          due.rule().equals(Rules.IMMEDIATE_PROTECTION)
              ? TaskKind.ASSESS_PROTECTION
              : TaskKind.DECIDE_ON_CHILD,
          report,
          due,
          staff);
    }
  }

  private Written<UUID> begin(
      Viewer viewer,
      UUID id,
      Person child,
      ChildRoad.Concern concern,
      Words ofFile,
      Report report,
      Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    UUID staff = viewer.staff();
    people.insert(child, now);
    String number = openings.number(today);
    CaseFile file =
        CaseFile.opened(id, child.id(), CaseFile.Kind.CHILD, concern.municipality(), staff, now);
    byte[] sealed;
    boolean here = report.where == ChildCase.HERE;
    Instant sent = here ? ChildReports.sentHere(concern, now) : concern.sent();
    try (DataKey key = DataKey.random()) {
      Words words = ofFile.with("number", number).with("school", concern.school());
      sealed = key.seal(Files.place(id, "file", 1), words.sealable());
      rows.insert(file, keys.index("case", number), sealed, keys.wrap(id, key));
      byte[] told = key.seal(Files.place(report.id, "report", 1), report.words.sealable());
      Instant arose = here && sent != null ? sent : concern.arose();
      reports.insert(
          row(report.id, id, report, concern.municipality(), arose, sent, staff, null, told),
          !here && sent != null ? ChildReports.due(sent) : null);
    }
    rows.assign(id, staff, "responsible", now, staff);
    if (here && sent != null) {
      clocks(id, report.id, sent, false, staff);
    } else {
      ChildReports.clocks(tasks, id, report.id, concern.arose(), sent, staff);
    }
    tasks.add(id, TaskKind.ASSESS_RISK, null, today, staff);
    people
        .otherFile(child)
        .ifPresent(other -> tasks.addFor(Role.HEAD, id, TaskKind.SAME_PERSON, other, today));
    Protections.askRegister(tasks, id, child, today, staff);
    marks.hold(id, child.number(), child.address(), staff, now);
    return new Written.Done<>(report.id, 1, Files.sha256(sealed));
  }
}
