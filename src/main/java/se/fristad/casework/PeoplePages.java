package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.web.DayPage;
import se.fristad.casework.web.PeoplePage;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The files that somebody may open, and what is due for her.
@StaffFace
@Controller
class PeoplePages {
  private static final int PAGE = 25;
  private static final int WEEK = 7;

  private final CaseLists lists;
  private final OpeningPages openings;
  private final Shells shells;
  private final Clock clock;

  PeoplePages(CaseLists lists, OpeningPages openings, Shells shells, Clock clock) {
    this.lists = lists;
    this.openings = openings;
    this.shells = shells;
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
      Shell shell, Viewer viewer, Field field, CaseLists.Shown which, CaseLists.Order by, Table table) {
    return View.of(
        "casework/people",
        new PeoplePage(
            shell,
            field.withHint(shell.t("casework.people.value.hint")),
            Arrays.stream(CaseLists.Order.values())
                .map(one -> Option.of(one.code(), shell.t("casework.people.by." + one.code())))
                .toList(),
            by.code(),
            Arrays.stream(CaseLists.Shown.values())
                .map(one -> Option.of(one.code(), shell.t("casework.people." + one.code())))
                .toList(),
            which.code(),
            table,
            viewer.role() == Role.CASEWORKER ? OpeningPages.HREF : null,
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
        who(line),
        Cell.badge(ReadFile.risk(texts, line.file(), today), ReadFile.riskTone(line.file(), today)),
        due(texts, line.due(), now, today),
        Cell.of(ReadFile.municipality(texts, line.file().municipality())),
        Cell.of(texts.date(line.file().openedAt())));
  }

  private static Cell due(Texts texts, @Nullable Instant due, Instant now, LocalDate today) {
    if (due == null) {
      return Cell.of(texts.t("casework.due.nothing"));
    }
    String day = texts.near(LocalDate.ofInstant(due, Files.HERE), today);
    return due.isBefore(now)
        ? Cell.badge(texts.t("casework.due.late", day), Tone.DANGER)
        : Cell.of(day);
  }

  private static Cell who(CaseLists.Line line) {
    return Cell.link(line.name().reveal(), CasePages.FILES + line.file().id())
        .withDetail(line.number());
  }

  /// What is late, what is due today, what is due this week.
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping("/staff/day")
  View day(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    List<CaseLists.Due> due = lists.due(viewer, today.plusDays(WEEK));
    Instant endOfDay = Tasks.endOf(today);
    List<Table> tables = new ArrayList<>();
    tables.add(tasks(shell, "late", due, now, today, one -> one.isBefore(now)));
    tables.add(
        tasks(
            shell, "today", due, now, today, one -> !one.isBefore(now) && !one.isAfter(endOfDay)));
    tables.add(tasks(shell, "week", due, now, today, one -> one.isAfter(endOfDay)));
    int late = tables.getFirst().rows().size();
    int todays = tables.get(1).rows().size();
    return View.of(
        "casework/day",
        new DayPage(shell, shell.t("casework.day.summary", late, todays), late > 0, tables));
  }

  private static Table tasks(
      Shell shell,
      String which,
      List<CaseLists.Due> due,
      Instant now,
      LocalDate today,
      Predicate<Instant> when) {
    Texts texts = shell.texts();
    List<Table.Row> rows =
        due.stream()
            .filter(one -> when.test(one.task().due()))
            .map(one ->
                Table.Row.of(
                    who(one.line()),
                    Cell.of(texts.t(one.task().kind().textKey()))
                        .withDetail(one.task().kind().rule().citedOn(today)),
                    ReadFile.when(texts, one.task(), now, today),
                    Cell.badge(
                        ReadFile.risk(texts, one.line().file(), today),
                        ReadFile.riskTone(one.line().file(), today))))
            .toList();
    return new Table(
        texts.t("casework.day." + which),
        columns(texts, "who", "task", "due", "risk"),
        rows,
        Paging.whole(rows.size()),
        Empty.of(
            texts.t("casework.day." + which + ".empty"),
            texts.t("casework.day." + which + ".empty.text")),
        false,
        null);
  }

  private static List<Column> columns(Texts texts, String... columns) {
    return Arrays.stream(columns)
        .map(column -> Column.of(texts.t("casework.people.column." + column)))
        .toList();
  }
}
