package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.ChildCase;
import se.fristad.casework.facts.ChildReported;
import se.fristad.centre.Centre;
import se.fristad.centre.ChildCases;
import se.fristad.law.Age;
import se.fristad.law.Deadline;
import se.fristad.law.Deadlines;
import se.fristad.law.PersonalNumber;
import se.fristad.vault.Confidential;

/// The reports that we make (*orosanmälan*): at once, whatever a parent thinks (A-CHI-02), and
/// followed until the unit has said that it has the child in sight.
@StaffFace
@Component
class ChildReports {
  private final Files files;
  private final GoingOut goingOut;
  private final ReportRows rows;
  private final PersonRows people;
  private final ChildFiles children;
  private final Tasks tasks;
  private final Centre centre;
  private final ApplicationEventPublisher events;

  ChildReports(
      Files files,
      GoingOut goingOut,
      ReportRows rows,
      PersonRows people,
      ChildFiles children,
      Tasks tasks,
      Centre centre,
      ApplicationEventPublisher events) {
    this.files = files;
    this.goingOut = goingOut;
    this.rows = rows;
    this.people = people;
    this.children = children;
    this.tasks = tasks;
    this.centre = centre;
    this.events = events;
  }

  /// Reports a child from an adult's file.
  Step<ChildRoad.Reported> report(Viewer viewer, UUID file, ChildRoad.Concern concern) {
    return files.write(
        viewer,
        file,
        "report_child",
        hand -> {
          hand.open();
          hand.ofAdult();
          List<Refusal> refusals = new ArrayList<>();
          Person child =
              Protections.inHousehold(
                  people.find(hand.file().person()).orElseThrow(),
                  person(concern.child(), hand.today(), hand.staff(), refusals));
          refusals.addAll(refusals(concern, hand.now(), where(centre, concern)));
          refusals.addAll(goingOut.against(hand, GoingOut.Way.REPORT_CHILD, "to", concern.to()));
          Files.refuse(refusals);
          ChildCase where = where(centre, concern);
          UUID id = UUID.randomUUID();
          Words words = words(concern, child);
          insert(hand, id, concern, where, words);
          tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.CHILDREN_ALONG);
          ChildRoad.Reported reported = new ChildRoad.Reported(id, null, null);
          if (where == ChildCase.HERE) {
            reported = children.received(viewer, id, child, concern, hand.now());
            words = words.with("child_file", text(reported.child()));
            rows.reseal(id, 2, hand.seal(id, "report", 2, words));
          }
          events.publishEvent(
              new ChildReported(UUID.randomUUID(), hand.today(), concern.municipality(), where));
          return reported;
        });
  }

  private void insert(
      Files.InHand hand, UUID id, ChildRoad.Concern concern, ChildCase where, Words words) {
    Instant sent = where == ChildCase.HERE ? sentHere(concern, hand.now()) : concern.sent();
    rows.insert(
        made(id, hand.id(), where, concern, hand.staff(), sent, hand.seal(id, "report", 1, words)),
        where == ChildCase.ELSEWHERE && sent != null ? due(sent) : null);
    if (where == ChildCase.ELSEWHERE) {
      clocks(tasks, hand.id(), id, concern.arose(), sent, hand.responsible());
    }
  }

  static ReportRows.Row made(
      UUID id,
      UUID file,
      ChildCase where,
      ChildRoad.Concern concern,
      UUID by,
      @Nullable Instant sent,
      byte[] sealed) {
    return new ReportRows.Row(
        id,
        file,
        ReportRows.Part.MADE,
        where,
        concern.municipality(),
        concern.arose(),
        by,
        sent,
        null,
        null,
        null,
        null,
        null,
        null,
        1,
        sealed);
  }

  /// What a report to another unit starts: to be sent the same day, and then its receipt.
  static void clocks(
      Tasks tasks, UUID file, UUID report, Instant arose, @Nullable Instant sent, UUID staff) {
    if (sent == null) {
      Deadline due = Deadlines.reportOfConcern(LocalDateTime.ofInstant(arose, Files.HERE));
      tasks.add(file, TaskKind.REPORT_CHILD, report, due.strict(), staff);
    } else {
      tasks.add(file, TaskKind.AWAIT_RECEIPT, report, receiptBy(sent), staff);
    }
  }

  /// When the receipt is asked for, if it has not come.
  static Instant due(Instant sent) {
    return Tasks.endOf(receiptBy(sent));
  }

  private static LocalDate receiptBy(Instant sent) {
    return Deadlines.receipt(LocalDate.ofInstant(sent, Files.HERE)).strict();
  }

  /// The report has been sent.
  Step<UUID> send(Viewer viewer, UUID file, UUID report, Instant at, Confidential to) {
    return files.write(
        viewer,
        file,
        "send_child_report",
        hand -> {
          hand.open();
          ReportRows.Row row = made(hand, report);
          List<Refusal> refusals = new ArrayList<>();
          if (row.sentAt() != null) {
            refusals.add(CaseRule.CHILD_IS_REPORTED.refusal("report", ".once"));
          }
          refusals.addAll(times(row.aroseAt(), at, hand.now()));
          if (to.isBlank()) {
            refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("to", ".unit"));
          }
          refusals.addAll(goingOut.against(hand, GoingOut.Way.SEND_REPORT, "to", to));
          Files.refuse(refusals);
          Words words = hand.open(row.id(), "report", row.version(), row.sealed()).with("to", to);
          int version = row.version() + 1;
          rows.sent(row.id(), at, due(at), version, hand.seal(row.id(), "report", version, words));
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.REPORT_CHILD);
          clocks(tasks, hand.id(), row.id(), row.aroseAt(), at, hand.responsible());
          return row.id();
        });
  }

  /// The unit has it.
  Step<UUID> receipt(Viewer viewer, UUID file, UUID report, LocalDate on, Confidential from) {
    return files.write(
        viewer,
        file,
        "child_receipt",
        hand -> {
          hand.open();
          ReportRows.Row row = sent(hand, report);
          List<Refusal> refusals = new ArrayList<>();
          if (row.receiptOn() != null) {
            refusals.add(CaseRule.CHILD_REPORT_IS_ANSWERED.refusal("receipt_on", ".once"));
          }
          refusals.addAll(after(row, on, hand, "receipt_on"));
          if (from.isBlank()) {
            refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("receipt_from", ".receipt"));
          }
          Files.refuse(refusals);
          Words words =
              hand.open(row.id(), "report", row.version(), row.sealed()).with("receipt_from", from);
          int version = row.version() + 1;
          rows.received(row.id(), on, version, hand.seal(row.id(), "report", version, words));
          waitsNoMore(hand, row.id());
          return row.id();
        });
  }

  /// It has been asked for; tomorrow again.
  Step<UUID> ask(Viewer viewer, UUID file, UUID report, Confidential how) {
    return files.write(
        viewer,
        file,
        "ask_child_receipt",
        hand -> {
          hand.open();
          ReportRows.Row row = sent(hand, report);
          if (!row.unanswered()) {
            throw Files.refused(CaseRule.CHILD_REPORT_IS_ANSWERED.refusal("asked", ".once"));
          }
          if (how.isBlank()) {
            throw Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal("asked", ".asked"));
          }
          Words words =
              hand.open(row.id(), "report", row.version(), row.sealed())
                  .with("asked_on", hand.today())
                  .with("asked", how);
          rows.reseal(hand, row, words);
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.ASK_FOR_RECEIPT);
          return row.id();
        });
  }

  /// Another unit has decided; its dates are its own.
  Step<UUID> answer(Viewer viewer, UUID file, UUID report, ChildRoad.Answer answer) {
    return files.write(
        viewer,
        file,
        "child_answer",
        hand -> {
          hand.open();
          ReportRows.Row row = sent(hand, report);
          List<Refusal> refusals = new ArrayList<>();
          if (row.outcome() != null) {
            refusals.add(CaseRule.CHILD_REPORT_IS_ANSWERED.refusal("outcome", ".decided"));
          }
          refusals.addAll(after(row, answer.on(), hand, "outcome_on"));
          LocalDate protection = answer.protectionOn();
          if (protection != null) {
            refusals.addAll(after(row, protection, hand, "protection_on"));
          }
          Files.refuse(refusals);
          Words words =
              hand.open(row.id(), "report", row.version(), row.sealed())
                  .with("answer", answer.words());
          int version = row.version() + 1;
          rows.answered(
              row.id(),
              answer.outcome(),
              answer.on(),
              protection,
              version,
              hand.seal(row.id(), "report", version, words));
          waitsNoMore(hand, row.id());
          return row.id();
        });
  }

  private void waitsNoMore(Files.InHand hand, UUID report) {
    tasks.done(
        hand.id(),
        report,
        hand.staff(),
        hand.now(),
        TaskKind.AWAIT_RECEIPT,
        TaskKind.ASK_FOR_RECEIPT);
  }

  private ReportRows.Row made(Files.InHand hand, UUID report) {
    return rows.find(hand.id(), report)
        .filter(row -> row.made() && row.elsewhere())
        .orElseThrow(
            () -> Files.refused(CaseRule.CHILD_IS_REPORTED.refusal("report", ".not_here")));
  }

  private ReportRows.Row sent(Files.InHand hand, UUID report) {
    ReportRows.Row row = made(hand, report);
    if (row.sentAt() == null) {
      throw Files.refused(CaseRule.CHILD_IS_REPORTED.refusal("report", ".not_sent"));
    }
    return row;
  }

  private static List<Refusal> after(
      ReportRows.Row row, LocalDate on, Files.InHand hand, String field) {
    List<Refusal> refusals = new ArrayList<>();
    Instant sent = row.sentAt();
    if (sent != null && on.isBefore(LocalDate.ofInstant(sent, Files.HERE))) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal(field, ".report"));
    }
    if (on.isAfter(hand.today())) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal(field, ".future"));
    }
    return refusals;
  }

  static ChildCase where(Centre centre, ChildRoad.Concern concern) {
    return centre.childCases(concern.municipality()) == ChildCases.HERE
        ? ChildCase.HERE
        : ChildCase.ELSEWHERE;
  }

  /// Written down here is reported here, if it was not before.
  static Instant sentHere(ChildRoad.Concern concern, Instant now) {
    Instant sent = concern.sent();
    return sent == null ? now : sent;
  }

  /// What stands against writing a concern down.
  static List<Refusal> refusals(ChildRoad.Concern concern, Instant now, ChildCase where) {
    List<Refusal> refusals = new ArrayList<>();
    if (!concern.municipality().matches("[0-9]{4}")) {
      refusals.add(Refusal.unreadable("municipality", "casework.wrong.municipality"));
    }
    if (concern.seen().isBlank()) {
      refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("seen", ".seen"));
    }
    refusals.addAll(times(concern.arose(), concern.sent(), now));
    if (concern.sent() != null && where == ChildCase.ELSEWHERE && concern.to().isBlank()) {
      refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("to", ".unit"));
    }
    return refusals;
  }

  private static List<Refusal> times(Instant arose, @Nullable Instant sent, Instant now) {
    List<Refusal> refusals = new ArrayList<>();
    if (arose.isAfter(now)) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("arose_on", ".future"));
    }
    if (sent != null && sent.isAfter(now)) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("sent_on", ".future"));
    } else if (sent != null && sent.isBefore(arose)) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("sent_on", ".concern"));
    }
    return refusals;
  }

  /// What is sealed of a report; who the child is with it.
  static Words words(ChildRoad.Concern concern, Person child) {
    return Words.none()
        .with("name", child.name())
        .with("number", child.number())
        .with("born", child.born())
        .with("school", concern.school())
        .with("exposure", concern.exposure().code())
        .with("seen", concern.seen())
        .with("to", concern.to());
  }

  static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  /// Who the child is, as it can be written down; somebody of age is none.
  static Person person(Road.Who who, LocalDate today, UUID by, List<Refusal> refusals) {
    String typed = who.number().reveal().strip();
    LocalDate born =
        PersonalNumber.read(typed, today).map(PersonalNumber::birthDate).orElse(who.born());
    List<Refusal> all = new ArrayList<>();
    Person person = Openings.person(who, today, by, all);
    all.stream()
        .filter(refusal -> refusal.rule() != CaseRule.CHILD_HAS_A_FILE_OF_ITS_OWN)
        .forEach(refusals::add);
    if (born != null && !born.isAfter(today) && !Age.isUnder18(born, today)) {
      refusals.add(
          CaseRule.CHILD_HAS_A_FILE_OF_ITS_OWN.refusal(
              typed.isEmpty() ? "born" : "number", ".adult"));
    }
    return person;
  }
}
