package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.audit.AuditLog;
import se.fristad.audit.Outcome;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.TimeFiguresPage;
import se.fristad.contact.reception.web.TimesPage;
import se.fristad.page.Csv;
import se.fristad.page.Described;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.LineChart;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Reply;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Texts;
import se.fristad.page.View;
import se.fristad.vault.Sides;

/// The reception's figures (*mottagningens siffror*), for those who answer for the centre and those
/// who follow it: months that are over, small numbers hidden, and nothing that moves while somebody
/// looks (docs/adr/0022).
@StaffFace
@Controller
class TimeFiguresPages {
  /// Where they stand.
  static final String HOME = "/staff/reception/figures";

  private final TimeCounts counts;
  private final AuditLog log;
  private final TransactionTemplate transaction;
  private final Shells shells;
  private final Clock clock;

  TimeFiguresPages(
      TimeCounts counts,
      AuditLog log,
      PlatformTransactionManager transactions,
      Shells shells,
      Clock clock) {
    this.counts = counts;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
    this.shells = shells;
    this.clock = clock;
  }

  /// Of which doors a viewer sees figures: those who open no file see the side of those who are
  /// exposed, as they do in the releases.
  private static List<Queue> seenBy(Viewer viewer) {
    return switch (viewer.role()) {
      case HEAD -> List.of(Queue.SUPPORT, Queue.CHANGE);
      case BOARD_MEMBER, PROJECT_LEADER -> List.of(Queue.SUPPORT);
      default -> List.of();
    };
  }

  private static Optional<Queue> queue(Viewer viewer, String code) {
    return seenBy(viewer).stream()
        .filter(one -> code.isEmpty() || BookPages.code(one).equals(code))
        .findFirst();
  }

  private static Optional<Integer> year(String typed) {
    return typed.matches("20[0-9]{2}") ? Optional.of(Integer.parseInt(typed)) : Optional.empty();
  }

  @Allowed({Role.HEAD, Role.BOARD_MEMBER, Role.PROJECT_LEADER})
  @GetMapping(HOME)
  Reply figures(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "year", defaultValue = "") String typed) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    TimeCounts.Counted counted = counts.known(queue).orElse(null);
    int latest = counted == null ? today().getYear() : counted.through().getYear();
    String asked = typed.isBlank() ? Integer.toString(latest) : typed.strip();
    Optional<Integer> year = year(asked);
    List<MonthFigures> months = year.isEmpty() ? List.of() : months(queue, counted, year.get());
    View page =
        View.of(
            "contact/time-figures",
            new TimeFiguresPage(
                shell,
                sides(shell, viewer, queue, asked),
                BookPages.code(queue),
                Field.of("year", shell.t("contact.figures.year"))
                    .withValue(asked)
                    .withError(
                        year.isEmpty() ? shell.t("contact.figures.year.wrong", asked) : null),
                years(counted, year.orElse(null)),
                nothing(shell, counted, year.orElse(null), months),
                counted(shell, counted),
                months.isEmpty() ? List.of() : figures(shell, queue, months),
                months.isEmpty()
                    ? null
                    : HOME + "/figures.csv?queue=" + BookPages.code(queue) + "&year=" + asked));
    return year.isEmpty() ? page.with(400) : page;
  }

  /// The months of a year that are told.
  private List<MonthFigures> months(Queue queue, TimeCounts.@Nullable Counted counted, int year) {
    if (counted == null) {
      return List.of();
    }
    List<LocalDate> months =
        IntStream.rangeClosed(1, 12)
            .mapToObj(month -> LocalDate.of(year, month, 1))
            .filter(counted::tells)
            .toList();
    return months.isEmpty()
        ? List.of()
        : MonthFigures.cut(months, counts.between(queue, months.getFirst(), months.getLast()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OpeningHours.HERE);
  }

  private static List<TimesPage.Way> sides(Shell shell, Viewer viewer, Queue queue, String year) {
    List<Queue> seen = seenBy(viewer);
    return seen.size() < 2
        ? List.of()
        : seen.stream()
            .map(one ->
                new TimesPage.Way(
                    shell.t("contact.inbox.door." + BookPages.code(one)),
                    HOME
                        + "?queue="
                        + BookPages.code(one)
                        + (year(year).isPresent() ? "&year=" + year : ""),
                    one == queue))
            .toList();
  }

  private List<Option> years(TimeCounts.@Nullable Counted counted, @Nullable Integer asked) {
    int last = today().getYear();
    int first = counted == null ? last : counted.since().getYear();
    return Stream.concat(
            IntStream.rangeClosed(Math.min(first, last), last).boxed(), Stream.ofNullable(asked))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(year -> Option.of(Integer.toString(year), Integer.toString(year)))
        .toList();
  }

  private static @Nullable Empty nothing(
      Shell shell,
      TimeCounts.@Nullable Counted counted,
      @Nullable Integer year,
      List<MonthFigures> months) {
    if (year == null) {
      return Empty.of(
          shell.t("contact.figures.nothing.wrong"), shell.t("contact.figures.nothing.wrong.text"));
    }
    if (!months.isEmpty()) {
      return null;
    }
    return counted == null
        ? Empty.of(
            shell.t("contact.figures.nothing.yet"), shell.t("contact.figures.nothing.yet.text"))
        : Empty.of(
            shell.t("contact.figures.nothing.year", Integer.toString(year)),
            shell.t("contact.figures.nothing.year.text", shell.texts().date(counted.since())));
  }

  private static List<String> counted(Shell shell, TimeCounts.@Nullable Counted counted) {
    return counted == null
        ? List.of()
        : List.of(
            shell.t(
                "contact.figures.since",
                shell.texts().date(counted.since()),
                shell.texts().date(counted.through())),
            shell.t("contact.figures.signs"));
  }

  private static List<TimeFiguresPage.Figure> figures(
      Shell shell, Queue queue, List<MonthFigures> months) {
    List<TimeFiguresPage.Figure> figures = new ArrayList<>();
    figures.add(acute(shell, months));
    figures.add(waits(shell, months));
    figures.add(absent(shell, months));
    figures.add(walkedIn(shell, months));
    if (queue == Queue.SUPPORT) {
      figures.add(consulted(shell, months));
    }
    figures.add(interpreters(shell, months));
    return figures;
  }

  private static TimeFiguresPage.Figure walkedIn(Shell shell, List<MonthFigures> months) {
    return figure(
        shell,
        "walked-in",
        months,
        line(shell, "walked-in", months, List.of("walked_in"), List.of(MonthFigures::walkedIn)),
        Stream.concat(Stream.of("walked_in"), MonthFigures.BECAME.stream()).toList(),
        month ->
            Stream.concat(Stream.of(month.walkedIn()), month.became().values().stream())
                .map(told -> said(shell, told))
                .toList());
  }

  private static TimeFiguresPage.Figure consulted(Shell shell, List<MonthFigures> months) {
    return figure(
        shell,
        "consulted",
        months,
        null,
        Stream.concat(Stream.of("consulted"), Stream.of(Errand.values()).map(Errand::code))
            .toList(),
        month ->
            Stream.concat(Stream.of(month.consulted()), month.errands().values().stream())
                .map(told -> said(shell, told))
                .toList());
  }

  private static TimeFiguresPage.Figure acute(Shell shell, List<MonthFigures> months) {
    return figure(
        shell,
        "acute",
        months,
        line(
            shell,
            "acute",
            months,
            List.of("released", "used"),
            List.of(month -> new Told(month.released(), Told.Sign.NUMBER), MonthFigures::used)),
        List.of("released", "used", "share"),
        month ->
            List.of(
                shell.texts().number(month.released()),
                said(shell, month.used()),
                share(shell, month.used(), month.released())));
  }

  private static TimeFiguresPage.Figure waits(Shell shell, List<MonthFigures> months) {
    return figure(
        shell,
        "wait",
        months,
        null,
        Stream.concat(Stream.of("first"), Stream.of(Wait.values()).map(Wait::code)).toList(),
        month ->
            Stream.concat(Stream.of(month.first()), month.waits().values().stream())
                .map(told -> said(shell, told))
                .toList());
  }

  private static TimeFiguresPage.Figure absent(Shell shell, List<MonthFigures> months) {
    return figure(
        shell,
        "absent",
        months,
        line(
            shell,
            "absent",
            months,
            List.of("began", "did_not_come"),
            List.of(MonthFigures::began, MonthFigures::absent)),
        List.of("began", "did_not_come", "share"),
        month -> {
          Long began = month.began().n();
          return List.of(
              said(shell, month.began()),
              said(shell, month.absent()),
              share(shell, month.absent(), began == null ? 0 : began));
        });
  }

  private static TimeFiguresPage.Figure interpreters(Shell shell, List<MonthFigures> months) {
    return figure(
        shell,
        "interpreter",
        months,
        null,
        List.of("interpreter", "languages"),
        month -> List.of(said(shell, month.interpreter()), languages(shell, month)));
  }

  /// The languages that are told, the commonest first; the others share one sign.
  private static String languages(Shell shell, MonthFigures month) {
    Texts texts = shell.texts();
    if (month.languages().values().stream().allMatch(one -> one.sign() == Told.Sign.WITHHELD)) {
      return Told.Sign.WITHHELD.mark();
    }
    List<String> some = new ArrayList<>();
    month.languages().entrySet().stream()
        .filter(one -> one.getValue().sign() != Told.Sign.FEW)
        .sorted(
            Comparator.comparingLong(one -> {
              Long n = one.getValue().n();
              return n == null ? 0 : -n;
            }))
        .forEach(one ->
            some.add(
                SetUpForms.language(shell, one.getKey()).toLowerCase(texts.locale())
                    + " "
                    + said(shell, one.getValue())));
    some.add(shell.t("contact.figures.languages.others"));
    return String.join(", ", some);
  }

  private static TimeFiguresPage.Figure figure(
      Shell shell,
      String code,
      List<MonthFigures> months,
      @Nullable LineChart chart,
      List<String> columns,
      Function<MonthFigures, List<String>> cells) {
    String title = shell.t("contact.figures." + code);
    List<Column> all = new ArrayList<>();
    all.add(Column.of(shell.t("contact.figures.month")));
    columns.forEach(one ->
        all.add(
            one.equals("languages")
                ? Column.of(shell.t("contact.figures.column." + one))
                : Column.number(shell.t("contact.figures.column." + one))));
    return new TimeFiguresPage.Figure(
        title,
        Stream.of("what", "numerator", "denominator", "period")
            .map(part ->
                new Described(
                    shell.t("contact.figures.term." + part),
                    shell.t("contact.figures." + code + "." + part)))
            .toList(),
        chart,
        new Table(
            title,
            all,
            months.reversed().stream()
                .map(month ->
                    new Table.Row(
                        Stream.concat(
                                Stream.of(name(shell, month.month())), cells.apply(month).stream())
                            .map(Cell::of)
                            .toList()))
                .toList(),
            Paging.whole(months.size()),
            Empty.of(
                shell.t("contact.figures.nothing.yet"),
                shell.t("contact.figures.nothing.yet.text")),
            true,
            null));
  }

  private static @Nullable LineChart line(
      Shell shell,
      String code,
      List<MonthFigures> months,
      List<String> names,
      List<Function<MonthFigures, Told>> numbers) {
    if (months.size() < 2) {
      return null;
    }
    List<LineChart.Series> series = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      List<@Nullable Long> values = new ArrayList<>();
      List<@Nullable String> instead = new ArrayList<>();
      for (MonthFigures month : months) {
        Told told = numbers.get(at).apply(month);
        values.add(told.n());
        instead.add(told.isTold() ? null : told.sign().mark());
      }
      series.add(
          new LineChart.Series(
              shell.t("contact.figures.column." + names.get(at)), values, instead));
    }
    return new LineChart(
        "figures-" + code,
        shell.t("contact.figures." + code),
        shell.t("contact.figures." + code + ".chart"),
        shell.t("contact.figures.month"),
        months.stream().map(month -> shortly(shell, month.month())).toList(),
        series);
  }

  private static String name(Shell shell, LocalDate month) {
    String name =
        month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, shell.texts().locale());
    return name.substring(0, 1).toUpperCase(Locale.ROOT)
        + name.substring(1)
        + " "
        + month.getYear();
  }

  private static String shortly(Shell shell, LocalDate month) {
    return month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, shell.texts().locale());
  }

  private static String said(Shell shell, Told told) {
    Long n = told.n();
    return n == null ? told.sign().mark() : shell.texts().number(n);
  }

  private static String share(Shell shell, Told part, long whole) {
    Long share = MonthFigures.share(part, whole);
    return share == null
        ? part.isTold() ? "–" : part.sign().mark()
        : shell.t("contact.figures.share", share);
  }

  /// The same as a file, noted in the log before it leaves. Where there is none, the page says why.
  @Allowed(
      value = {Role.HEAD, Role.BOARD_MEMBER, Role.PROJECT_LEADER},
      shownAnew = true)
  @GetMapping(HOME + "/figures.csv")
  void file(
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "year", defaultValue = "") String typed)
      throws IOException {
    Queue queue = queue(viewer, code).orElse(null);
    Optional<Integer> year = year(typed.strip());
    List<MonthFigures> months =
        queue == null || year.isEmpty()
            ? List.of()
            : months(queue, counts.known(queue).orElse(null), year.get());
    if (queue == null || months.isEmpty()) {
      response.setStatus(303);
      response.setHeader("Location", HOME);
      return;
    }
    Sides.run(
        queue.side(),
        () ->
            transaction.executeWithoutResult(status ->
                log.append(
                    viewer.line(
                        "export_times", "booked_time", null, typed.strip(), Outcome.DONE))));
    byte[] bytes = csv(shells.texts(request), queue, months).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/csv;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"fristad-" + BookPages.code(queue) + "-" + year.get() + ".csv\"");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(bytes);
  }

  private static String csv(Texts texts, Queue queue, List<MonthFigures> months) {
    StringBuilder file =
        new StringBuilder(
            Csv.line(
                List.of("month", "door", "figure", "figure_name", "value", "value_name", "count")));
    for (MonthFigures month : months) {
      for (MonthFigures.Line one : month.lines()) {
        file.append(
            Csv.line(
                List.of(
                    one.month().toString().substring(0, 7),
                    BookPages.code(queue),
                    one.figure(),
                    texts.t("contact.figures.column." + one.figure()),
                    one.value(),
                    valueName(texts, one),
                    one.number())));
      }
    }
    return file.toString();
  }

  private static String valueName(Texts texts, MonthFigures.Line one) {
    return one.value().isEmpty()
        ? ""
        : one.figure().equals("interpreter")
            ? SetUpForms.language(texts, one.value())
            : texts.t("contact.figures.column." + one.value());
  }
}
