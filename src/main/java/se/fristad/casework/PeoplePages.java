package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import se.fristad.casework.web.PeopleFilter;
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
  static final String PEOPLE = "/staff/people";
  static final String DAY = "/staff/day";
  private static final int WEEK = 7;

  /// News since she was in each file the last time, but no older than so many days.
  private static final String UNSEEN = "";

  private static final int MOST_BACK = 30;

  /// Days that one may look back for news; `0` is the working day before.
  private static final List<String> BACK = List.of("0", "7", "30");

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
  @GetMapping(PEOPLE)
  View people(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String order,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String risk,
      @RequestParam(defaultValue = "") String due,
      @RequestParam(defaultValue = "") String whose,
      @RequestParam(defaultValue = "1") String page) {
    CaseLists.Shown which =
        shown.equals(CaseLists.Shown.CLOSED.code()) ? CaseLists.Shown.CLOSED : CaseLists.Shown.OPEN;
    CaseLists.Order by =
        chosen(which.orders(), order, CaseLists.Order::code).orElse(which.orders().getFirst());
    List<UUID> others = lists.whose(viewer);
    Narrowed narrowed =
        new Narrowed(
            chosen(List.of(CaseFile.Kind.values()), kind, CaseFile.Kind::code).orElse(null),
            chosen(List.of(Narrowed.Risk.values()), risk, Narrowed.Risk::code).orElse(null),
            which == CaseLists.Shown.OPEN
                ? chosen(List.of(Narrowed.Due.values()), due, Narrowed.Due::code).orElse(null)
                : null,
            chosen(others, whose, UUID::toString).orElse(null));
    int asked = Math.clamp(Read.number(page), 1, 10_000);
    CaseLists.Page listed = lists.list(viewer, which, narrowed, by, asked);
    Shell shell = shells.shell(viewer, request);
    Paging paging =
        Paging.of(
            asked,
            CaseLists.PAGE,
            listed.total(),
            number -> address(which, by, narrowed) + "&page=" + number);
    return page(
        shell,
        viewer,
        Field.of("value", shell.t("casework.people.value")),
        which,
        by,
        narrowed,
        others,
        narrowed.active() && listed.total() == 0
            ? empty(shell.texts(), which, by)
            : table(shell.texts(), "casework.people." + which.code(), listed.lines(), paging));
  }

  /// The address of a list.
  static String address(CaseLists.Shown which, CaseLists.Order by, Narrowed narrowed) {
    return PEOPLE + "?shown=" + which.code() + "&order=" + by.code() + narrowed.address();
  }

  private static <T> Optional<T> chosen(
      Collection<T> all, String typed, Function<? super T, String> code) {
    return all.stream().filter(one -> code.apply(one).equals(typed)).findFirst();
  }

  /// There are none of what the list is narrowed to.
  private Table empty(Texts texts, CaseLists.Shown which, CaseLists.Order by) {
    return new Table(
        texts.t("casework.people." + which.code()),
        columns(texts, "who", "risk", "due", "municipality", "opened"),
        List.of(),
        Paging.whole(0),
        Empty.of(
                texts.t("casework.people.narrowed.empty"),
                texts.t("casework.people.narrowed.empty.text"))
            .then(texts.t("casework.people.all"), address(which, by, Narrowed.NOT)),
        false,
        null);
  }

  /// Finds by an exact value. A POST, so that no number stands in an address.
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @PostMapping(PEOPLE)
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
        Narrowed.NOT,
        lists.whose(viewer),
        table(shell.texts(), "casework.people.found", lines, Paging.whole(lines.size())));
  }

  private View page(
      Shell shell,
      Viewer viewer,
      Field field,
      CaseLists.Shown which,
      CaseLists.Order by,
      Narrowed narrowed,
      List<UUID> others,
      Table table) {
    return View.of(
        "casework/people",
        new PeoplePage(
            shell,
            field.withHint(shell.t("casework.people.value.hint")).needed(),
            which.orders().stream()
                .map(one ->
                    Option.of(
                        address(which, one, narrowed), shell.t("casework.people.by." + one.code())))
                .toList(),
            address(which, by, narrowed),
            Arrays.stream(CaseLists.Shown.values())
                .map(one ->
                    Option.of(
                        address(
                            one,
                            one.orders().contains(by) ? by : one.orders().getFirst(),
                            narrowed.in(one)),
                        shell.t("casework.people." + one.code())))
                .toList(),
            filter(shell.texts(), which, by, narrowed, others),
            table,
            viewer.role() == Role.CASEWORKER
                ? List.of(
                    Option.of(OpeningPages.HREF, shell.t("casework.step.open")),
                    Option.of(ChildOpeningPages.HREF, shell.t("casework.step.open_child")),
                    Option.of(AcuteOpeningPages.HREF, shell.t("casework.acute.new")))
                : List.of(),
            openings.begun(shell.texts(), viewer)));
  }

  private PeopleFilter filter(
      Texts texts,
      CaseLists.Shown which,
      CaseLists.Order by,
      Narrowed narrowed,
      List<UUID> others) {
    Map<UUID, Confidential> known = names.of(others);
    return new PeopleFilter(
        which.code(),
        by.code(),
        field(texts, "kind", narrowed.kind() == null ? "" : narrowed.kind().code()),
        options(texts, "kind", List.of(CaseFile.Kind.values()), CaseFile.Kind::code),
        field(texts, "risk", narrowed.risk() == null ? "" : narrowed.risk().code()),
        options(texts, "risk", List.of(Narrowed.Risk.values()), Narrowed.Risk::code),
        field(texts, "due", narrowed.due() == null ? "" : narrowed.due().code()),
        which == CaseLists.Shown.OPEN
            ? options(texts, "due", List.of(Narrowed.Due.values()), Narrowed.Due::code)
            : List.of(),
        field(texts, "whose", narrowed.whose() == null ? "" : narrowed.whose().toString()),
        others.stream()
            .map(one -> {
              Confidential name = known.get(one);
              return Option.of(
                  one.toString(), name == null ? texts.t("casework.somebody") : name.reveal());
            })
            .sorted(Comparator.comparing(Option::label))
            .toList(),
        narrowed.active(),
        address(which, by, Narrowed.NOT));
  }

  private static Field field(Texts texts, String name, String value) {
    return Field.of(name, texts.t("casework.people.narrow." + name)).withValue(value);
  }

  private static <T> List<Option> options(
      Texts texts, String name, List<T> all, Function<? super T, String> code) {
    return all.stream()
        .map(code)
        .map(one -> Option.of(one, texts.t("casework.people.narrow." + name + "." + one)))
        .toList();
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

  /// Who waits; what is late, due today and this week; what others have done. Each list has its
  /// pages, and each keeps the others where they are.
  ///
  /// @param since how many days back, or `0` for the working day before; what cannot be read is
  ///   since she was in each file the last time
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping(DAY)
  View day(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String since,
      @RequestParam(defaultValue = "1") String late,
      @RequestParam(defaultValue = "1") String today,
      @RequestParam(defaultValue = "1") String week,
      @RequestParam(defaultValue = "1") String news) {
    Shell shell = shells.shell(viewer, request);
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, Files.HERE);
    DayAddress asked =
        new DayAddress(
            BACK.contains(since) ? since : UNSEEN,
            Map.of(
                CaseLists.Part.LATE.code(),
                Read.page(late),
                CaseLists.Part.TODAY.code(),
                Read.page(today),
                CaseLists.Part.WEEK.code(),
                Read.page(week),
                DayAddress.NEWS,
                Read.page(news)));
    Map<CaseLists.Part, CaseLists.DuePage> due =
        lists.due(viewer, day.plusDays(WEEK), asked.parts());
    List<Table> tables = new ArrayList<>();
    due.forEach((part, page) -> {
      if (part != CaseLists.Part.LATE || page.total() > 0) {
        tables.add(tasks(shell, viewer, part, page, asked, now));
      }
    });
    int behind = total(due, CaseLists.Part.LATE);
    return View.of(
        "casework/day",
        new DayPage(
            shell,
            sections
                .orderedStream()
                .flatMap(section -> section.today(viewer, shell).stream())
                .map(templates::part)
                .toList(),
            shell.t("casework.day.summary", behind, total(due, CaseLists.Part.TODAY)),
            behind > 0,
            tables,
            news(shell, viewer, asked, now),
            Stream.concat(Stream.of(UNSEEN), BACK.stream())
                .map(back ->
                    Option.of(
                        asked.since(back).toString(),
                        shell.t("casework.day.since." + (back.isEmpty() ? "seen" : back))))
                .toList(),
            asked.since(asked.since()).toString()));
  }

  private static int total(Map<CaseLists.Part, CaseLists.DuePage> due, CaseLists.Part part) {
    CaseLists.DuePage page = due.get(part);
    return page == null ? 0 : page.total();
  }

  /// What the address of my day says.
  ///
  /// @param since how far back news are shown
  /// @param pages which page of each list
  private record DayAddress(String since, Map<String, Integer> pages) {
    static final String NEWS = "news";
    private static final List<String> LISTS = List.of("late", "today", "week", NEWS);

    Map<CaseLists.Part, Integer> parts() {
      return Arrays.stream(CaseLists.Part.values())
          .collect(Collectors.toMap(Function.identity(), part -> page(part.code())));
    }

    int page(String list) {
      return pages.getOrDefault(list, 1);
    }

    DayAddress at(String list, int page) {
      Map<String, Integer> next = new HashMap<>(pages);
      next.put(list, page);
      return new DayAddress(since, next);
    }

    DayAddress since(String back) {
      return new DayAddress(back, pages).at(NEWS, 1);
    }

    @Override
    public String toString() {
      String said =
          Stream.concat(
                  Stream.of(since).filter(back -> !back.isEmpty()).map(back -> "since=" + back),
                  LISTS.stream()
                      .filter(list -> page(list) > 1)
                      .map(list -> list + "=" + page(list)))
              .collect(Collectors.joining("&"));
      return said.isEmpty() ? DAY : DAY + "?" + said;
    }
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
      CaseLists.Part part,
      CaseLists.DuePage page,
      DayAddress asked,
      Instant now) {
    Texts texts = shell.texts();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    Map<UUID, Confidential> whose =
        viewer.role() == Role.HEAD
            ? names.of(
                page.due().stream()
                    .map(one -> one.task().staff())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()))
            : Map.of();
    List<Table.Row> rows =
        page.due().stream()
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
    String key = "casework.day." + part.code();
    return new Table(
        texts.t(key),
        columns(texts, "who", "task", "when", "risk"),
        rows,
        paging(asked, part.code(), page.total()),
        Empty.of(texts.t(key + ".empty"), texts.t(key + ".empty.text")),
        false,
        null);
  }

  private static Paging paging(DayAddress asked, String list, int total) {
    return Paging.of(
        asked.page(list), CaseLists.PAGE, total, page -> asked.at(list, page).toString());
  }

  /// Why it is due; for the head, whose it is.
  private static String detail(
      Texts texts, Tasks.Task task, Map<UUID, Confidential> whose, LocalDate today) {
    Confidential name = task.staff() == null ? null : whose.get(task.staff());
    String cited = task.kind().rule().citedOn(today);
    return name == null ? cited : texts.t("casework.day.whose", name.reveal(), cited);
  }

  private Table news(Shell shell, Viewer viewer, DayAddress asked, Instant now) {
    Texts texts = shell.texts();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    boolean unseen = asked.since().equals(UNSEEN);
    LocalDate from =
        unseen
            ? today.minusDays(MOST_BACK)
            : asked.since().equals("0")
                ? workingDayBefore(today)
                : today.minusDays(Read.number(asked.since()));
    CaseLists.NewsPage page =
        lists.news(
            viewer, from.atStartOfDay(Files.HERE).toInstant(), unseen, asked.page(DayAddress.NEWS));
    List<CaseLists.News> news = page.news();
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
        unseen
            ? texts.t("casework.day.news.seen")
            : texts.t("casework.day.news", texts.near(from, today)),
        columns(texts, "who", "news", "when", "risk"),
        rows,
        paging(asked, DayAddress.NEWS, page.total()),
        Empty.of(texts.t("casework.day.news.empty"), texts.t("casework.day.news.empty.text")),
        false,
        null);
  }

  private static List<Column> columns(Texts texts, String... columns) {
    return Arrays.stream(columns)
        .map(column -> Column.of(texts.t("casework.people.column." + column)))
        .toList();
  }
}
