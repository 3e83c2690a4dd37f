package se.fristad.casework;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.access.Role;
import se.fristad.access.StaffNames;
import se.fristad.assessment.Answers;
import se.fristad.assessment.Instrument;
import se.fristad.assessment.Result;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.web.FileHead;
import se.fristad.casework.web.FilePage;
import se.fristad.casework.web.NextSteps;
import se.fristad.casework.web.NotePanel;
import se.fristad.centre.Municipality;
import se.fristad.centre.MunicipalityCode;
import se.fristad.law.PersonalNumber;
import se.fristad.outgoing.ReachWords;
import se.fristad.outgoing.SafeContact;
import se.fristad.page.Described;
import se.fristad.page.Empty;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// Draws a file that has been read.
final class ReadFile {
  private final Shell shell;
  private final Texts texts;
  private final Reading reading;
  private final NamedStaff names;
  private final Instant now;
  private final LocalDate today;
  private List<Sharing.Told> shared = List.of();
  private @Nullable String warned;
  private @Nullable Role reader;
  private int storyPage;
  private int written;

  ReadFile(Shell shell, Reading reading, StaffNames names, Instant now) {
    this.shell = shell;
    this.texts = shell.texts();
    this.reading = reading;
    this.names = NamedStaff.in(reading, names, texts);
    this.now = now;
    this.today = LocalDate.ofInstant(now, Files.HERE);
  }

  /// With the supports whose consent to share ends or has ended.
  ReadFile sharing(List<Sharing.Told> told) {
    shared = List.copyOf(told);
    return this;
  }

  /// With the ways that lead on for a role; without one nothing leads anywhere from here.
  ReadFile seenBy(Role role) {
    reader = role;
    return this;
  }

  /// With something to be known before anything else is read.
  ReadFile warned(String sentence) {
    warned = sentence;
    return this;
  }

  /// With one page of its story, of a file of which not every note was read. Without, the story is
  /// told whole.
  ///
  /// @param page from 1
  /// @param notes how many notes there are
  ReadFile story(int page, int notes) {
    storyPage = page;
    written = notes;
    return this;
  }

  private FileStory.Page told() {
    FileStory story = new FileStory(texts, reading, names, now);
    return storyPage == 0
        ? story.whole()
        : story.page(
            storyPage,
            written,
            page -> CasePages.FILES + reading.file().id() + "?story=" + page + "#story");
  }

  private List<String> warnings() {
    return Stream.of(
            Stream.ofNullable(warned),
            reading.dangerChanges().stream()
                .filter(seen -> seen.row().asks() && reading.file().open())
                .map(this::asks),
            shared.stream().map(one -> one.sentence(texts, names::of)))
        .flatMap(sentences -> sentences)
        .toList();
  }

  /// That something has happened after which the risk is not assessed yet.
  private String asks(Reading.Seen<DangerChangeRows.Row> seen) {
    return texts.t(
        "casework.danger.asks",
        texts.t("casework.danger." + seen.words().value("what")),
        texts.date(LocalDate.ofInstant(seen.row().notedAt(), Files.HERE)));
  }

  /// What stands on top of every page of the file.
  FileHead head() {
    CaseFile file = reading.file();
    Person person = reading.person();
    String safe = person.safeContact().reveal();
    Road.Protection held = person.treatedAs(today);
    return new FileHead(
        shell,
        CasePages.FILES + file.id(),
        reading.number(),
        file.kind() == CaseFile.Kind.CHILD,
        person.name().reveal(),
        texts.t(file.open() ? "casework.state.open" : "casework.state.closed"),
        safe.isBlank() && person.reach().rule() instanceof SafeContact.Unasked
            ? texts.t("casework.file.contact.unknown")
            : ReachWords.sentence(texts, person.reach()),
        ReachWords.rule(texts, person.reach()).stream().skip(1).toList(),
        person.alias().isBlank() ? null : person.alias().reveal(),
        held == Road.Protection.NONE ? null : texts.t("casework.protection." + held.code()),
        held == Road.Protection.NONE ? null : texts.t("casework.protection.means." + held.code()),
        protection(person.guard(), held),
        reading.links().stream()
            .filter(Link::never)
            .map(link ->
                texts.t(
                    "casework.file.never.one",
                    link.name().reveal(),
                    texts.t("casework.link.bond." + link.bond().code())))
            .toList(),
        riskTone(file, today),
        risk(),
        riskLines());
  }

  /// What is known of what protects her: who set it, who has read it.
  private List<Described> protection(Guard guard, Road.Protection held) {
    List<Described> lines = new ArrayList<>();
    if (held == Road.Protection.NONE) {
      return lines;
    }
    add(lines, "casework.protection.provision", guard.provision().reveal());
    add(lines, "casework.protection.authority", guard.authority().reveal());
    if (guard.setOn() != null) {
      add(lines, "casework.protection.set", texts.date(guard.setOn()));
    }
    if (guard.until() != null) {
      add(lines, "casework.protection.until", texts.date(guard.until()));
    }
    add(
        lines,
        "casework.protection.read",
        guard.readOn() == null
            ? texts.t("casework.protection.read.never")
            : texts.t(
                "casework.protection.read.by",
                texts.date(guard.readOn()),
                names.of(guard.readBy())));
    if (guard.suggested() != Road.Protection.NONE) {
      add(
          lines,
          "casework.protection.suggested",
          texts.t("casework.protection." + guard.suggested().code()));
    }
    return lines;
  }

  /// Whether the municipality may be shown: where somebody is registered who is protected there is
  /// not where she lives, and what nobody has read may say so too.
  static boolean showsMunicipality(Road.Protection held) {
    return held == Road.Protection.NONE || held == Road.Protection.SECRECY_MARK;
  }

  FilePage page(List<NextSteps> next, @Nullable NotePanel note, List<Content> sections) {
    FileStory.Page told = told();
    Planned planned = new Planned(texts, reading, names, now, reader);
    return new FilePage(
        shell,
        head(),
        warnings(),
        next,
        due(),
        who(),
        relations(),
        opened(),
        about(),
        new ReportTables(texts, reading).answered(),
        steps(),
        planned.standing(),
        planned.way(),
        new MappingCards(texts, reading, names, now).mapped(),
        told.told(),
        told.paging(),
        note,
        sections);
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
      Result result = instrument.result(answers, made);
      // the level above is the professional's; what the answers point to may be another
      String why =
          result.level().code().equals(row.level()) ? "casework.risk.why" : "casework.risk.answers";
      lines.add(new Described(texts.t(why), words.why(result)));
      words
          .own(answers)
          .ifPresent(own -> lines.add(new Described(texts.t("casework.risk.own"), own)));
    }
    add(lines, "casework.risk.reason", seen.words().value("reason"));
    lines.add(new Described(texts.t("casework.risk.unknowns"), texts.number(row.unknowns())));
    lines.add(new Described(texts.t("casework.risk.by"), names.of(row.madeBy())));
    return lines;
  }

  private Table due() {
    return table(
        texts,
        "casework.file.due",
        List.of(
            "casework.due.what", "casework.due.when", "casework.due.whose", "casework.due.rule"),
        reading.tasks().stream()
            .map(task ->
                Table.Row.of(
                    what(task),
                    when(texts, task, now, today),
                    Cell.of(
                        task.staff() == null
                            ? texts.t("casework.due.head")
                            : names.of(task.staff())),
                    Cell.of(task.kind().rule().citedOn(today))))
            .toList());
  }

  /// What is due; of a plan, which of the things that are to be done by it.
  private Cell what(Tasks.Task task) {
    Cell what = Cell.of(texts.t(task.kind().textKey()));
    for (Reading.Seen<DangerChangeRows.Row> seen : reading.dangerChanges()) {
      if (seen.row().id().equals(task.record())) {
        return what.withDetail(texts.t("casework.danger." + seen.words().value("what")));
      }
    }
    return reading.planActions().stream()
        .filter(seen -> seen.row().id().equals(task.record()))
        .findFirst()
        .map(seen -> what.withDetail(seen.words().value("what")))
        .orElse(what);
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
                    ? names.of(one.staff())
                    : texts.t(
                        "casework.relation.until", names.of(one.staff()), texts.date(one.until()))))
        .toList();
  }

  /// How many have opened it: few handlers, one story told once. The way to who they are, and why.
  private Option opened() {
    return Option.of(
        reader == Role.CASEWORKER || reader == Role.HEAD ? WhyPages.href(reading.file().id()) : "",
        texts.t("casework.why.opened", reading.opened().size()));
  }

  /// The way to those around her, with how many they are and how many of them are dangerous.
  private @Nullable Option relations() {
    if (reader == null) {
      return null;
    }
    List<Link> near = reading.links().stream().filter(link -> !link.ended()).toList();
    return Option.of(
        RelationPages.href(reading.file().id()),
        texts.t(
            "casework.relations.way",
            near.size(),
            near.stream().filter(link -> link.danger() == Link.Danger.DANGEROUS).count()));
  }

  private List<Described> about() {
    Person person = reading.person();
    List<Described> lines = new ArrayList<>();
    reading
        .conflicts()
        .forEach(one ->
            add(
                lines,
                "casework.conflict",
                texts.t(
                    one.mark() ? "casework.conflict.kin" : "casework.conflict.who",
                    names.of(one.staff()),
                    texts.date(one.at()))));
    add(lines, "casework.person.name", person.name().reveal());
    add(lines, "casework.person.alias", person.alias().reveal());
    PersonalNumber.read(person.number().reveal(), today)
        .ifPresent(number ->
            add(
                lines,
                number.isCoordination() ? "casework.person.coordination" : "casework.person.number",
                number.written()));
    add(lines, "casework.person.reserve", person.reserve().reveal());
    person.age(today).ifPresent(age -> add(lines, "casework.person.age", texts.number(age)));
    add(lines, "casework.person.school", reading.words().value("school"));
    if (person.hasNumber()) {
      add(lines, "casework.person.telephone", texts.t("casework.person.telephone.kept"));
    }
    if (!person.address().isBlank()) {
      add(lines, "casework.person.address", texts.t("casework.person.address.kept"));
    }
    add(
        lines,
        "casework.person.municipality",
        showsMunicipality(person.treatedAs(today))
            ? municipality(texts, reading.file().municipality())
            : texts.t("casework.person.municipality.hidden"));
    String again = reading.words().value("contact");
    if (!again.isEmpty() && !again.equals(Road.Contact.NOT_OFFERED.code())) {
      String how = reading.words().value("contact_how");
      add(
          lines,
          "casework.person.contact-again",
          texts.t("casework.step.closing.contact." + again) + (how.isBlank() ? "" : ": " + how));
    }
    for (Reading.Seen<ConsentRows.Row> consent : reading.consents()) {
      if (consent.row().subject().equals(Road.Subject.DISCLOSE.code())) {
        continue;
      }
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
              texts,
              "casework.decisions",
              List.of(
                  "casework.decision.at",
                  "casework.decision.outcome",
                  "casework.decision.what",
                  "casework.decision.by",
                  "casework.decision.appeal"),
              reading.decisions().stream().map(this::decision).toList()));
    }
    tables.addAll(new ReportTables(texts, reading).all());
    tables.addAll(TransferTables.all(texts, reading, today));
    tables.addAll(new TellingTables(texts, reading, names, today).all());
    if (!reading.supports().isEmpty()) {
      tables.add(
          table(
              texts,
              "casework.supports",
              List.of(
                  "casework.support.type",
                  "casework.support.level",
                  "casework.support.deliverer",
                  "casework.support.begins",
                  "casework.support.ends"),
              reading.supports().stream().map(this::support).toList()));
    }
    if (!reading.accompaniments().isEmpty()) {
      tables.add(Accompanied.table(texts, reading, names));
    }
    if (!reading.contactsAgain().isEmpty()) {
      tables.add(
          table(
              texts,
              "casework.again",
              List.of(
                  "casework.again.when",
                  "casework.again.by",
                  "casework.again.state",
                  "casework.again.answer"),
              reading.contactsAgain().stream().map(this::again).toList()));
    }
    return tables;
  }

  private Table.Row again(Reading.Seen<ContactAgainRows.Row> seen) {
    ContactAgainRows.Row row = seen.row();
    String words = seen.words().value("words");
    Cell state =
        Cell.badge(
            texts.t("casework.again.state." + row.state().code()),
            row.state() == ContactAgainRows.State.REACHED
                ? Tone.SUCCESS
                : row.isDue(today) ? Tone.WARN : Tone.NEUTRAL);
    Cell answer =
        Cell.of(row.needMet() == null ? "–" : texts.t("casework.met." + row.needMet().code()));
    return Table.Row.of(
        Cell.of(texts.t("casework.again.months.short", row.months()))
            .withDetail(texts.date(row.dueOn())),
        Cell.of(texts.t("casework.again.by." + row.by().code())),
        row.tries() == 0 ? state : state.withDetail(texts.t("casework.again.tries", row.tries())),
        words.isBlank() ? answer : answer.withDetail(words));
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
        outcome(row),
        Cell.of(supports(row.granted())),
        row.proposedBy() == null
            ? Cell.of(names.of(row.decidedBy()))
            : Cell.of(names.of(row.decidedBy()))
                .withDetail(texts.t("casework.decision.proposed", names.of(row.proposedBy()))),
        appeal);
  }

  private Cell outcome(DecisionRows.Row row) {
    Cell outcome = Cell.of(texts.t("casework.outcome." + row.outcome().code()));
    if (!row.stands()) {
      return outcome.withDetail(texts.t("casework.decision.replaced"));
    }
    if (row.acuteUntil() != null) {
      return outcome.withDetail(texts.t("casework.acute.until", texts.date(row.acuteUntil())));
    }
    return row.replaces() == null
        ? outcome
        : outcome.withDetail(texts.t("casework.decision.replaces"));
  }

  private Table.Row support(Reading.Seen<SupportRows.Row> seen) {
    SupportRows.Row row = seen.row();
    return Table.Row.of(
        Cell.of(texts.t("casework.type." + row.type().code()))
            .withDetail(seen.words().value("goal")),
        Cell.of(
            texts.t(row.decision() == null ? "casework.level.service" : "casework.level.assessed")),
        sharing(
            row,
            Cell.of(
                row.deliveredBy() == null
                    ? texts.t("casework.provider." + row.provider().code())
                    : names.of(row.deliveredBy()))),
        row.pausedOn() == null
            ? begins(row.beginsOn())
            : begins(row.beginsOn())
                .withDetail(texts.t("casework.support.paused", texts.date(row.pausedOn()))),
        row.endedOn() == null && !SupportBeginsForm.goesOn(row, today)
            ? Cell.of("–")
            : date(row.endedOn(), "casework.support.goes-on"));
  }

  private Cell sharing(SupportRows.Row row, Cell cell) {
    return shared.stream()
        .filter(one -> one.support().id().equals(row.id()))
        .findFirst()
        .map(one -> cell.withDetail(one.beside(texts)))
        .orElse(cell);
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

  /// A table of the file, with what is said when it is empty.
  static Table table(Texts texts, String caption, List<String> columns, List<Table.Row> rows) {
    return new Table(
        texts.t(caption),
        columns.stream().map(key -> Column.of(texts.t(key))).toList(),
        rows,
        Paging.whole(rows.size()),
        Empty.of(texts.t(caption + ".empty"), texts.t(caption + ".empty.text")),
        false,
        null);
  }

  static String municipality(Texts texts, String code) {
    return MunicipalityCode.read(code)
        .flatMap(Municipality::inCounty)
        .map(Municipality::name)
        .orElse(texts.t("casework.municipality.unknown"));
  }
}
