package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.DaySection;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.web.DayPage;
import se.fristad.casework.web.PeoplePage;
import se.fristad.law.WorkingDays;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Templates;
import se.fristad.page.Texts;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The files that somebody may open, and what is due for her.
@StaffFace
@Controller
class PeoplePages {
  private static final int PAGE = 25;
  private static final int WEEK = 7;

  /// Days that one may look back for news, but for the working day before.
  private static final List<Integer> BACK = List.of(7, 30);

  private final CaseLists lists;
  private final OpeningPages openings;
  private final ObjectProvider<DaySection> sections;
  private final Shells shells;
  private final StaffNames names;
  private final Templates templates;
  private final Clock clock;

  PeoplePages(
      CaseLists lists,
      OpeningPages openings,
      ObjectProvider<DaySection> sections,
      Shells shells,
      StaffNames names,
      Templates templates,
      Clock clock) {
    this.lists = lists;
    this.openings = openings;
    this.sections = sections;
    this.shells = shells;
    this.names = names;
    this.templates = templates;
    this.clock = clock;
  }

  /// A page of the list; what cannot be read in the address is taken as not said.
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping("/staff/people")
  View people(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String order,
      @RequestParam(defaultValue = "1") String page) {
    CaseLists.Shown which =
        shown.equals(CaseLists.Shown.CLOSED.code()) ? CaseLists.Shown.CLOSED : CaseLists.Shown.OPEN;
    CaseLists.Order by =
        Arrays.stream(CaseLists.Order.values())
            .filter(one -> one.code().equals(order))
            .findFirst()
            .orElse(CaseLists.Order.DUE);
    int asked = Math.clamp(Read.number(page), 1, 10_000);
    CaseLists.Page listed = lists.list(viewer, which, by, asked);
    Shell shell = shells.shell(viewer, request);
    Paging paging =
        Paging.of(
            asked,
            PAGE,
            listed.total(),
            number ->
                "/staff/people?shown=%s&order=%s&page=%d"
                    .formatted(which.code(), by.code(), number));
    return page(
        shell,
        viewer,
        Field.of("value", shell.t("casework.people.value")),
        which,
        by,
        table(shell.texts(), "casework.people." + which.code(), listed.lines(), paging));
  }

  /// Finds by an exact value. A POST, so that no number stands in an address.
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @PostMapping("/staff/people")
  View find(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String value) {
    Shell shell = shells.shell(viewer, request);
    Field field = Field.of("value", shell.t("casework.people.value")).withValue(value);
    return switch (lists.find(viewer, Confidential.of(value))) {
      case CaseLists.Found.Lines(List<CaseLists.Line> lines) -> found(shell, viewer, field, lines);
      case CaseLists.Found.NotAValue _ ->
          found(shell, viewer, field.withError(shell.t("casework.people.not-a-value")), List.of())
              .with(422);
      case CaseLists.Found.TooMany _ ->
          found(
                  shell,
                  viewer,
                  field.withError(shell.t("casework.people.too-many", CaseLists.MOST_SEARCHES)),
                  List.of())
              .with(429);
    };
  }

  private View found(Shell shell, Viewer viewer, Field field, List<CaseLists.Line> lines) {
    return page(
        shell,
        viewer,
        field,
        CaseLists.Shown.OPEN,
        CaseLists.Order.DUE,
        table(shell.texts(), "casework.people.found", lines, Paging.whole(lines.size())));
  }

  private View page(
      Shell shell,
      Viewer viewer,
      Field field,
      CaseLists.Shown which,
      CaseLists.Order by,
      Table table) {
    return View.of(
        "casework/people",
        new PeoplePage(
            shell,
            field.withHint(shell.t("casework.people.value.hint")).needed(),
            Arrays.stream(CaseLists.Order.values())
                .map(one -> Option.of(one.code(), shell.t("casework.people.by." + one.code())))
                .toList(),
            by.code(),
            Arrays.stream(CaseLists.Shown.values())
                .map(one -> Option.of(one.code(), shell.t("casework.people." + one.code())))
                .toList(),
            which.code(),
            table,
            viewer.role() == Role.CASEWORKER
                ? List.of(
                    Option.of(OpeningPages.HREF, shell.t("casework.step.open")),
                    Option.of(ChildOpeningPages.HREF, shell.t("casework.step.open_child")),
                    Option.of(AcuteOpeningPages.HREF, shell.t("casework.acute.new")))
                : List.of(),
            openings.begun(shell.texts(), viewer)));
  }

  private Table table(Texts texts, String key, List<CaseLists.Line> lines, Paging paging) {
    return new Table(
        texts.t(key),
        columns(texts, "who", "risk", "due", "municipality", "opened"),
        lines.stream().map(line -> row(texts, line)).toList(),
        paging,
        Empty.of(texts.t(key + ".empty"), texts.t(key + ".empty.text")),
        false,
        null);
  }

  private Table.Row row(Texts texts, CaseLists.Line line) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    return Table.Row.of(
        who(texts, line),
        Cell.badge(ReadFile.risk(texts, line.file(), today), ReadFile.riskTone(line.file(), today)),
        due(texts, line.due(), now, today),
        Cell.of(
            ReadFile.showsMunicipality(line.level())
                ? ReadFile.municipality(texts, line.file().municipality())
                : "–"),
        Cell.of(texts.date(line.file().openedAt())));
  }

  private static Cell due(Texts texts, @Nullable Instant due, Instant now, LocalDate today) {
    if (due == null) {
      return Cell.of(texts.t("casework.due.nothing"));
    }
    return ReadFile.when(texts, due, now, today);
  }

  private static Cell who(Texts texts, CaseLists.Line line) {
    return Cell.link(line.called(texts), CasePages.FILES + line.file().id())
        .withDetail(line.number());
  }

  /// Who waits; what is late, due today and this week; what others have done.
  ///
  /// @param since how many days back; what cannot be read is since the working day before
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping("/staff/day")
  View day(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String since) {
    Shell shell = shells.shell(viewer, request);
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    List<CaseLists.Due> due = lists.due(viewer, today.plusDays(WEEK));
    Instant endOfDay = Tasks.endOf(today);
    Table late = tasks(shell, viewer, "late", due, now, one -> one.isBefore(now));
    Table todays =
        tasks(
            shell, viewer, "today", due, now, one -> !one.isBefore(now) && !one.isAfter(endOfDay));
    Table week = tasks(shell, viewer, "week", due, now, one -> one.isAfter(endOfDay));
    List<Table> tables = new ArrayList<>();
    if (!late.rows().isEmpty()) {
      tables.add(late);
    }
    tables.add(todays);
    tables.add(week);
    int back = BACK.contains(Read.number(since)) ? Read.number(since) : 0;
    LocalDate from = back == 0 ? workingDayBefore(today) : today.minusDays(back);
    return View.of(
        "casework/day",
        new DayPage(
            shell,
            sections
                .orderedStream()
                .flatMap(section -> section.today(viewer, shell).stream())
                .map(templates::part)
                .toList(),
            shell.t("casework.day.summary", late.rows().size(), todays.rows().size()),
            !late.rows().isEmpty(),
            tables,
            news(shell, viewer, from, now),
            Stream.concat(Stream.of(0), BACK.stream())
                .map(days ->
                    Option.of(Integer.toString(days), shell.t("casework.day.since." + days)))
                .toList(),
            Integer.toString(back)));
  }

  /// The last day before this one on which somebody works here.
  private static LocalDate workingDayBefore(LocalDate today) {
    LocalDate day = today.minusDays(1);
    while (!WorkingDays.isWorkingDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  private Table tasks(
      Shell shell,
      Viewer viewer,
      String which,
      List<CaseLists.Due> due,
      Instant now,
      Predicate<Instant> when) {
    Texts texts = shell.texts();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    List<CaseLists.Due> chosen = due.stream().filter(one -> when.test(one.task().due())).toList();
    Map<UUID, Confidential> whose =
        viewer.role() == Role.HEAD
            ? names.of(
                chosen.stream()
                    .map(one -> one.task().staff())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()))
            : Map.of();
    List<Table.Row> rows =
        chosen.stream()
            .map(one ->
                Table.Row.of(
                    who(texts, one.line()),
                    Cell.of(texts.t(one.task().kind().textKey()))
                        .withDetail(detail(texts, one.task(), whose, today)),
                    ReadFile.when(texts, one.task(), now, today),
                    Cell.badge(
                        ReadFile.risk(texts, one.line().file(), today),
                        ReadFile.riskTone(one.line().file(), today))))
            .toList();
    return table(texts, "casework.day." + which, List.of("who", "task", "when", "risk"), rows);
  }

  /// Why it is due; for the head, whose it is.
  private static String detail(
      Texts texts, Tasks.Task task, Map<UUID, Confidential> whose, LocalDate today) {
    Confidential name = task.staff() == null ? null : whose.get(task.staff());
    String cited = task.kind().rule().citedOn(today);
    return name == null ? cited : texts.t("casework.day.whose", name.reveal(), cited);
  }

  private Table news(Shell shell, Viewer viewer, LocalDate from, Instant now) {
    Texts texts = shell.texts();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    List<CaseLists.News> news = lists.news(viewer, from.atStartOfDay(Files.HERE).toInstant());
    Map<UUID, Confidential> whose =
        names.of(
            news.stream()
                .map(CaseLists.News::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    List<Table.Row> rows =
        news.stream()
            .map(one -> {
              Confidential name = one.by() == null ? null : whose.get(one.by());
              Cell what = Cell.of(texts.t("casework.story." + one.what()));
              return Table.Row.of(
                  who(texts, one.line()),
                  name == null ? what : what.withDetail(name.reveal()),
                  Cell.of(texts.near(LocalDate.ofInstant(one.at(), Files.HERE), today))
                      .withDetail(texts.moment(one.at())),
                  Cell.badge(
                      ReadFile.risk(texts, one.line().file(), today),
                      ReadFile.riskTone(one.line().file(), today)));
            })
            .toList();
    return new Table(
        texts.t("casework.day.news", texts.near(from, today)),
        columns(texts, "who", "news", "when", "risk"),
        rows,
        Paging.whole(rows.size()),
        Empty.of(texts.t("casework.day.news.empty"), texts.t("casework.day.news.empty.text")),
        false,
        null);
  }

  private static Table table(Texts texts, String key, List<String> columns, List<Table.Row> rows) {
    return new Table(
        texts.t(key),
        columns(texts, columns.toArray(String[]::new)),
        rows,
        Paging.whole(rows.size()),
        Empty.of(texts.t(key + ".empty"), texts.t(key + ".empty.text")),
        false,
        null);
  }

  private static List<Column> columns(Texts texts, String... columns) {
    return Arrays.stream(columns)
        .map(column -> Column.of(texts.t("casework.people.column." + column)))
        .toList();
  }
}
