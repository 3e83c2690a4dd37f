package se.fristad.casework;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.fristad.access.StaffNames;
import se.fristad.assessment.Answers;
import se.fristad.assessment.Instrument;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.web.FileHead;
import se.fristad.casework.web.FilePage;
import se.fristad.casework.web.NextStep;
import se.fristad.casework.web.NotePanel;
import se.fristad.centre.Municipality;
import se.fristad.centre.MunicipalityCode;
import se.fristad.outgoing.ReachWords;
import se.fristad.outgoing.SafeContact;
import se.fristad.page.Described;
import se.fristad.page.Empty;
import se.fristad.page.Happening;
import se.fristad.page.Icon;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.vault.Confidential;

/// Draws a file that has been read.
final class ReadFile {
  private final Shell shell;
  private final Texts texts;
  private final Reading reading;
  private final Map<UUID, Confidential> names;
  private final Instant now;
  private final LocalDate today;

  ReadFile(Shell shell, Reading reading, StaffNames names, Instant now) {
    this.shell = shell;
    this.texts = shell.texts();
    this.reading = reading;
    this.names = names.of(staff(reading));
    this.now = now;
    this.today = LocalDate.ofInstant(now, Files.HERE);
  }

  private record Told(Instant at, Happening happening) {}

  /// What stands on top of every page of the file.
  FileHead head() {
    CaseFile file = reading.file();
    Person person = reading.person();
    String safe = person.safeContact().reveal();
    return new FileHead(
        shell,
        CasePages.FILES + file.id(),
        reading.number(),
        person.name().reveal(),
        texts.t(file.open() ? "casework.state.open" : "casework.state.closed"),
        safe.isBlank() && person.reach().rule() instanceof SafeContact.Unasked
            ? texts.t("casework.file.contact.unknown")
            : ReachWords.sentence(texts, person.reach()),
        ReachWords.rule(texts, person.reach()).stream().skip(1).toList(),
        person.protection() == Road.Protection.NONE
            ? null
            : texts.t("casework.protection." + person.protection().code()),
        riskTone(file, today),
        risk(),
        riskLines());
  }

  FilePage page(List<NextStep> next, @Nullable NotePanel note, List<Content> sections) {
    return new FilePage(
        shell, head(), next, due(), who(), about(), steps(), story(), note, sections);
  }

  static Tone riskTone(CaseFile file, LocalDate today) {
    LocalDate until = file.riskUntil();
    if (file.risk() == null || until == null) {
      return Tone.WARN;
    }
    // an assessment that has expired makes nobody safer: a high risk stays a high risk
    return switch (file.risk()) {
      case "high" -> Tone.DANGER;
      case "medium" -> Tone.WARN;
      default -> today.isAfter(until) ? Tone.WARN : Tone.NEUTRAL;
    };
  }

  static String risk(Texts texts, CaseFile file, LocalDate today) {
    LocalDate until = file.riskUntil();
    if (file.risk() == null || until == null) {
      return texts.t("casework.risk.none");
    }
    String level = texts.t("casework.risk." + file.risk());
    return today.isAfter(until) ? texts.t("casework.risk.expired", level) : level;
  }

  private String risk() {
    return reading.assessments().stream()
        .max(Comparator.comparing(seen -> seen.row().madeAt()))
        .map(seen ->
            texts.t(
                "casework.risk.since",
                risk(texts, reading.file(), today),
                texts.near(LocalDate.ofInstant(seen.row().madeAt(), Files.HERE), today),
                texts.date(seen.row().validUntil())))
        .orElse(texts.t("casework.risk.none"));
  }

  private List<Described> riskLines() {
    return reading.assessments().stream()
        .max(Comparator.comparing(seen -> seen.row().madeAt()))
        .map(this::riskLines)
        .orElse(List.of());
  }

  /// Why the level is what it is, in a sentence; what is not known; who stands for it.
  private List<Described> riskLines(Reading.Seen<AssessmentRows.Row> seen) {
    AssessmentRows.Row row = seen.row();
    List<Described> lines = new ArrayList<>();
    Instrument instrument = Instrument.initialRisk();
    Answers answers = RiskWords.answers(seen.words().values());
    boolean readable =
        row.instrument().equals(instrument.id())
            && row.version().equals(instrument.version())
            && !answers.values().isEmpty();
    if (readable) {
      RiskWords words = new RiskWords(instrument, texts);
      LocalDate made = LocalDate.ofInstant(row.madeAt(), Files.HERE);
      lines.add(
          new Described(texts.t("casework.risk.why"), words.why(instrument.result(answers, made))));
      words
          .own(answers)
          .ifPresent(own -> lines.add(new Described(texts.t("casework.risk.own"), own)));
    }
    add(lines, "casework.risk.reason", seen.words().value("reason"));
    lines.add(new Described(texts.t("casework.risk.unknowns"), texts.number(row.unknowns())));
    lines.add(new Described(texts.t("casework.risk.by"), name(row.madeBy())));
    return lines;
  }

  private Table due() {
    return table(
        "casework.file.due",
        List.of(
            "casework.due.what", "casework.due.when", "casework.due.whose", "casework.due.rule"),
        reading.tasks().stream()
            .map(task ->
                Table.Row.of(
                    Cell.of(texts.t(task.kind().textKey())),
                    when(texts, task, now, today),
                    Cell.of(
                        task.staff() == null ? texts.t("casework.due.head") : name(task.staff())),
                    Cell.of(task.kind().rule().citedOn(today))))
            .toList());
  }

  static Cell when(Texts texts, Tasks.Task task, Instant now, LocalDate today) {
    return when(texts, task.due(), task.legal(), now, today);
  }

  /// A day in words with its date beside it: late when the goal has passed, red when the limit has.
  private static Cell when(Texts texts, Instant due, Instant legal, Instant now, LocalDate today) {
    Cell cell = when(texts, due, now, today);
    if (!due.isBefore(now) || legal.isBefore(now)) {
      return cell;
    }
    LocalDate limit = LocalDate.ofInstant(legal, Files.HERE);
    return Cell.badge(
            texts.t("casework.due.late", texts.near(LocalDate.ofInstant(due, Files.HERE), today)),
            Tone.WARN)
        .withDetail(texts.t("casework.due.limit", texts.date(limit)));
  }

  /// A day in words with its date beside it, said once when they are the same.
  static Cell when(Texts texts, Instant due, Instant now, LocalDate today) {
    LocalDate day = LocalDate.ofInstant(due, Files.HERE);
    String near = texts.near(day, today);
    String date = texts.date(day);
    Cell cell =
        due.isBefore(now)
            ? Cell.badge(texts.t("casework.due.late", near), Tone.DANGER)
            : Cell.of(near);
    return near.equals(date) ? cell : cell.withDetail(date);
  }

  private List<Described> who() {
    return reading.assignments().stream()
        .map(one ->
            new Described(
                texts.t("casework.relation." + one.relation()),
                one.until() == null
                    ? name(one.staff())
                    : texts.t(
                        "casework.relation.until", name(one.staff()), texts.date(one.until()))))
        .toList();
  }

  private List<Described> about() {
    Person person = reading.person();
    List<Described> lines = new ArrayList<>();
    add(lines, "casework.person.name", person.name().reveal());
    add(lines, "casework.person.number", person.number().reveal());
    person.age(today).ifPresent(age -> add(lines, "casework.person.age", texts.number(age)));
    add(lines, "casework.person.school", reading.words().value("school"));
    if (person.hasNumber()) {
      add(lines, "casework.person.telephone", texts.t("casework.person.telephone.kept"));
    }
    add(lines, "casework.person.address", person.address().reveal());
    add(lines, "casework.person.municipality", municipality(texts, reading.file().municipality()));
    String again = reading.words().value("contact");
    if (!again.isEmpty() && !again.equals(Road.Contact.NOT_OFFERED.code())) {
      String how = reading.words().value("contact_how");
      add(
          lines,
          "casework.person.contact-again",
          texts.t("casework.step.closing.contact." + again) + (how.isBlank() ? "" : ": " + how));
    }
    for (Reading.Seen<ConsentRows.Row> consent : reading.consents()) {
      add(
          lines,
          "casework.consent." + consent.row().subject(),
          texts.t(
              consent.row().withdrawnAt() != null
                  ? "casework.consent.withdrawn"
                  : today.isAfter(consent.row().endsOn())
                      ? "casework.consent.ended"
                      : "casework.consent.stands",
              texts.date(consent.row().givenOn()),
              texts.date(consent.row().endsOn())));
    }
    return lines;
  }

  private void add(List<Described> lines, String key, String value) {
    if (!value.isBlank()) {
      lines.add(new Described(texts.t(key), value));
    }
  }

  private List<Table> steps() {
    List<Table> tables = new ArrayList<>();
    if (!reading.decisions().isEmpty()) {
      tables.add(
          table(
              "casework.decisions",
              List.of(
                  "casework.decision.at",
                  "casework.decision.outcome",
                  "casework.decision.what",
                  "casework.decision.by",
                  "casework.decision.appeal"),
              reading.decisions().stream().map(this::decision).toList()));
    }
    reports(tables, "casework.reports.received", ReportRows.Row::received);
    reports(tables, "casework.reports.made", ReportRows.Row::made);
    if (!reading.supports().isEmpty()) {
      tables.add(
          table(
              "casework.supports",
              List.of(
                  "casework.support.type",
                  "casework.support.level",
                  "casework.support.deliverer",
                  "casework.support.begins",
                  "casework.support.ends"),
              reading.supports().stream().map(this::support).toList()));
    }
    return tables;
  }

  private void reports(List<Table> tables, String caption, Predicate<ReportRows.Row> which) {
    List<Table.Row> rows =
        reading.reports().stream()
            .filter(seen -> which.test(seen.row()))
            .map(this::report)
            .toList();
    if (!rows.isEmpty()) {
      tables.add(
          table(
              caption,
              List.of(
                  "casework.report.child",
                  "casework.report.sent",
                  "casework.report.receipt",
                  "casework.report.protection",
                  "casework.report.outcome"),
              rows));
    }
  }

  private Table.Row report(Reading.Seen<ReportRows.Row> seen) {
    ReportRows.Row row = seen.row();
    Instant sent = row.sentAt();
    ChildRoad.Outcome outcome = row.outcome();
    LocalDate outcomeOn = row.outcomeOn();
    boolean theirs = row.elsewhere();
    return Table.Row.of(
        child(seen),
        sent == null
            ? Cell.badge(texts.t("casework.report.not-sent"), Tone.DANGER)
            : Cell.of(texts.moment(sent)).withDetail(seen.words().value("to")),
        !theirs
            ? Cell.of(texts.t("casework.report.here"))
            : row.receiptOn() == null
                ? sent == null
                    ? Cell.of("–")
                    : Cell.badge(texts.t("casework.report.no-receipt"), Tone.WARN)
                : Cell.of(texts.date(row.receiptOn()))
                    .withDetail(seen.words().value("receipt_from")),
        answered(row.protectionOn(), row.made() && !theirs ? "in-child" : "not-assessed", theirs),
        outcome == null || outcomeOn == null
            ? Cell.badge(texts.t("casework.report.undecided"), Tone.WARN)
            : theirs(
                Cell.of(texts.t("casework.child-outcome." + outcome.code(), texts.date(outcomeOn))),
                theirs));
  }

  /// Another unit's dates are its own, and shown so.
  private Cell theirs(Cell cell, boolean theirs) {
    return theirs ? cell.withDetail(texts.t("casework.report.theirs")) : cell;
  }

  private Cell answered(@Nullable LocalDate day, String otherwise, boolean theirs) {
    return day == null
        ? Cell.of(texts.t(theirs ? "casework.report.not-told" : "casework.report." + otherwise))
        : theirs(Cell.of(texts.date(day)), theirs);
  }

  private Cell child(Reading.Seen<ReportRows.Row> seen) {
    Words words = seen.words();
    String name = words.value("name");
    if (name.isEmpty()) {
      name = reading.person().name().reveal();
    }
    String own = words.value("child_file");
    return (own.isEmpty() ? Cell.of(name) : Cell.link(name, CasePages.FILES + own))
        .withDetail(texts.t("casework.exposure." + words.value("exposure")));
  }

  private Table.Row decision(Reading.Seen<DecisionRows.Row> seen) {
    DecisionRows.Row row = seen.row();
    LocalDate strict = row.appealStrict();
    LocalDate legal = row.appealLegal();
    Cell appeal =
        strict == null || legal == null
            ? Cell.badge(texts.t("casework.decision.unserved"), Tone.WARN)
            : strict.equals(legal)
                ? Cell.of(texts.date(strict))
                : Cell.of(texts.date(strict))
                    .withDetail(texts.t("casework.decision.legal", texts.date(legal)));
    return Table.Row.of(
        Cell.of(texts.moment(row.decidedAt())),
        Cell.of(texts.t("casework.outcome." + row.outcome().code())),
        Cell.of(supports(row.granted())),
        Cell.of(name(row.decidedBy())),
        appeal);
  }

  private Table.Row support(Reading.Seen<SupportRows.Row> seen) {
    SupportRows.Row row = seen.row();
    return Table.Row.of(
        Cell.of(texts.t("casework.type." + row.type().code()))
            .withDetail(seen.words().value("goal")),
        Cell.of(
            texts.t(row.decision() == null ? "casework.level.service" : "casework.level.assessed")),
        Cell.of(
            row.deliveredBy() == null
                ? texts.t("casework.provider." + row.provider().code())
                : name(row.deliveredBy())),
        begins(row.beginsOn()),
        row.beginsOn() == null || row.beginsOn().isAfter(today)
            ? Cell.of("–")
            : date(row.endedOn(), "casework.support.goes-on"));
  }

  private Cell begins(@Nullable LocalDate day) {
    return day != null && day.isAfter(today)
        ? Cell.of(texts.near(day, today)).withDetail(texts.date(day))
        : date(day, "casework.support.not-begun");
  }

  private Cell date(@Nullable LocalDate day, String otherwise) {
    return Cell.of(day == null ? texts.t(otherwise) : texts.date(day));
  }

  private String supports(Set<SupportType> types) {
    return types.stream()
        .sorted()
        .map(type -> texts.t("casework.type." + type.code()))
        .collect(Collectors.joining(", "));
  }

  private List<Happening> story() {
    List<Told> told = new ArrayList<>();
    CaseFile file = reading.file();
    tell(told, file.openedAt(), Icon.PEOPLE, Tone.NEUTRAL, "opened", file.openedBy(), null);
    reading
        .assessments()
        .forEach(seen ->
            tell(
                told,
                seen.row().madeAt(),
                Icon.WARNING,
                seen.row().level().equals("high") ? Tone.DANGER : Tone.INFO,
                "assessed",
                seen.row().madeBy(),
                texts.t("casework.risk." + seen.row().level())));
    reading
        .investigations()
        .forEach(seen -> {
          tell(
              told,
              seen.row().openedAt(),
              Icon.FIGURES,
              Tone.NEUTRAL,
              "investigation_opened",
              seen.row().openedBy(),
              null);
          Instant concluded = seen.row().concludedAt();
          if (concluded != null) {
            boolean ready = seen.row().state() == InvestigationRows.State.CONCLUDED;
            tell(
                told,
                concluded,
                ready ? Icon.DONE : Icon.INFORMATION,
                ready ? Tone.SUCCESS : Tone.NEUTRAL,
                ready ? "investigation_concluded" : "investigation_discontinued",
                seen.row().investigator(),
                seen.words().value(ready ? "words" : "why"));
          }
        });
    reading
        .decisions()
        .forEach(seen ->
            tell(
                told,
                seen.row().decidedAt(),
                Icon.STEERING,
                Tone.SUCCESS,
                "decided",
                seen.row().decidedBy(),
                seen.words().value("motive")));
    reading
        .decisions()
        .forEach(seen -> tellDay(told, seen.row().servedOn(), Icon.MESSAGE, "served", null));
    reading
        .appeals()
        .forEach(seen ->
            tellDay(
                told,
                seen.row().receivedOn(),
                Icon.WARNING,
                seen.row().late() ? "appealed_late" : "appealed",
                seen.words().value("words")));
    reading
        .supports()
        .forEach(seen -> {
          String what = texts.t("casework.type." + seen.row().type().code());
          tellDay(told, seen.row().grantedOn(), Icon.DONE, "support_granted", what);
          LocalDate begins = seen.row().beginsOn();
          tellDay(
              told,
              begins == null || begins.isAfter(today) ? null : begins,
              Icon.DONE,
              "support_begun",
              what);
          tellDay(told, seen.row().endedOn(), Icon.DONE, "support_ended", what);
        });
    reading
        .followUps()
        .forEach(seen -> {
          Instant done = seen.row().doneAt();
          if (done != null && seen.row().doneBy() != null && seen.row().needMet() != null) {
            tell(
                told,
                done,
                Icon.MESSAGE,
                Tone.INFO,
                "followed_up",
                seen.row().doneBy(),
                texts.t("casework.met." + seen.row().needMet().code()));
          }
        });
    reading.reports().forEach(seen -> reported(told, seen));
    reading
        .notes()
        .forEach(seen ->
            tell(
                told,
                seen.row().madeAt(),
                Icon.LOG,
                Tone.NEUTRAL,
                "note",
                seen.row().madeBy(),
                seen.words().value("text")));
    if (file.closedAt() != null) {
      tell(
          told,
          file.closedAt(),
          Icon.LOCK,
          Tone.NEUTRAL,
          "closed",
          file.responsible(),
          reading.words().value("closed_why"));
    }
    // what happened at the same moment is told in the order in which it can have happened
    return told.reversed().stream()
        .sorted(Comparator.comparing(Told::at).reversed())
        .map(Told::happening)
        .toList();
  }

  private void reported(List<Told> told, Reading.Seen<ReportRows.Row> seen) {
    ReportRows.Row row = seen.row();
    Words words = seen.words();
    tell(
        told,
        row.aroseAt(),
        Icon.WARNING,
        Tone.INFO,
        row.received() ? "child_report_received" : "child_concern",
        row.madeBy(),
        words.value("seen"));
    if (row.made() && row.sentAt() != null) {
      tell(
          told,
          row.sentAt(),
          Icon.MESSAGE,
          Tone.INFO,
          "child_reported",
          row.madeBy(),
          words.value("to"));
    }
    tellDay(told, row.receiptOn(), Icon.DONE, "child_receipt", words.value("receipt_from"));
    tellDay(
        told, row.protectionOn(), Icon.INFORMATION, "child_protection", words.value("protection"));
    if (row.outcome() != null) {
      tellDay(
          told,
          row.outcomeOn(),
          Icon.STEERING,
          "child_" + row.outcome().code(),
          row.elsewhere() ? words.value("answer") : words.value("why"));
    }
    tellDay(told, row.toldOn(), Icon.MESSAGE, "child_reporter_told", words.value("told"));
  }

  /// What is known by its day only; told after what has a time of that day, but never after the
  /// file was closed.
  private void tellDay(
      List<Told> told, @Nullable LocalDate day, Icon icon, String what, @Nullable String detail) {
    if (day != null) {
      told.add(
          new Told(
              atLatest(day),
              new Happening(
                  icon,
                  Tone.NEUTRAL,
                  texts.t("casework.story." + what),
                  texts.near(day, today),
                  texts.date(day),
                  "",
                  detail == null || detail.isBlank() ? null : detail)));
    }
  }

  private Instant atLatest(LocalDate day) {
    Instant end = day.atTime(LocalTime.MAX).atZone(Files.HERE).toInstant();
    Instant closed = reading.file().closedAt();
    boolean sameDay = closed != null && LocalDate.ofInstant(closed, Files.HERE).equals(day);
    return closed != null && sameDay ? closed.minusMillis(1) : end;
  }

  private void tell(
      List<Told> told,
      Instant at,
      Icon icon,
      Tone tone,
      String what,
      @Nullable UUID by,
      @Nullable String detail) {
    told.add(
        new Told(
            at,
            new Happening(
                icon,
                tone,
                texts.t("casework.story." + what),
                texts.when(at, now),
                texts.moment(at),
                name(by),
                detail == null || detail.isBlank() ? null : detail)));
  }

  private Table table(String caption, List<String> columns, List<Table.Row> rows) {
    return new Table(
        texts.t(caption),
        columns.stream().map(key -> Column.of(texts.t(key))).toList(),
        rows,
        Paging.whole(rows.size()),
        Empty.of(texts.t(caption + ".empty"), texts.t(caption + ".empty.text")),
        false,
        null);
  }

  private String name(@Nullable UUID staff) {
    Confidential name = staff == null ? null : names.get(staff);
    return name == null ? texts.t("casework.somebody") : name.reveal();
  }

  static String municipality(Texts texts, String code) {
    return MunicipalityCode.read(code)
        .flatMap(Municipality::inCounty)
        .map(Municipality::name)
        .orElse(texts.t("casework.municipality.unknown"));
  }

  private static Set<UUID> staff(Reading reading) {
    Set<UUID> staff = new HashSet<>();
    staff.add(reading.file().openedBy());
    if (reading.file().responsible() != null) {
      staff.add(reading.file().responsible());
    }
    reading.assignments().forEach(one -> staff.add(one.staff()));
    reading
        .tasks()
        .forEach(task -> {
          if (task.staff() != null) {
            staff.add(task.staff());
          }
        });
    reading.assessments().forEach(seen -> staff.add(seen.row().madeBy()));
    reading
        .investigations()
        .forEach(seen -> {
          staff.add(seen.row().investigator());
          staff.add(seen.row().openedBy());
        });
    reading.decisions().forEach(seen -> staff.add(seen.row().decidedBy()));
    reading
        .supports()
        .forEach(seen -> {
          if (seen.row().deliveredBy() != null) {
            staff.add(seen.row().deliveredBy());
          }
        });
    reading
        .followUps()
        .forEach(seen -> {
          if (seen.row().doneBy() != null) {
            staff.add(seen.row().doneBy());
          }
        });
    reading.notes().forEach(seen -> staff.add(seen.row().madeBy()));
    reading.reports().forEach(seen -> staff.add(seen.row().madeBy()));
    return staff;
  }
}
