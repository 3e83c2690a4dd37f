package se.fristad.statistics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import se.fristad.centre.OpeningHours;
import se.fristad.page.BarChart;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.LineChart;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.View;
import se.fristad.statistics.web.FiguresPage;

/// The figures, for those who answer for the centre and those who follow it. Everything is cut from
/// a release; the counters are never read here.
@StaffFace
@Controller
class StatisticsPages {
  private static final ZoneId HERE = OpeningHours.HERE;
  private static final String PATH = "/staff/statistics";
  private static final List<Measure> KEYS =
      List.of(Measure.INTAKES, Measure.INVESTIGATIONS, Measure.OUTPATIENT, Measure.PLACEMENTS);

  /// Divisions that belong together, in the order of the page.
  private enum Part {
    VIOLENCE(Dimension.KIND, Dimension.RELATION, Dimension.AGE),
    TIME(Dimension.WAIT, Dimension.DAYS),
    ENTRY(Dimension.CHANNEL, Dimension.LANGUAGE, Dimension.OUTCOME, Dimension.SOURCE),
    NEED(Dimension.NEED, Dimension.LEVEL, Dimension.DECISION, Dimension.TYPE, Dimension.WHERE);

    private final List<Dimension> dimensions;

    Part(Dimension... dimensions) {
      this.dimensions = List.of(dimensions);
    }

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Release.Shelf shelf;
  private final Releases releases;
  private final Municipalities municipalities;
  private final Shells shells;
  private final Clock clock;

  StatisticsPages(
      Release.Shelf shelf,
      Releases releases,
      Municipalities municipalities,
      Shells shells,
      Clock clock) {
    this.shelf = shelf;
    this.releases = releases;
    this.municipalities = municipalities;
    this.shells = shells;
    this.clock = clock;
  }

  /// What the address asks for, as it stands there.
  private record Asked(String year, String quarter, String municipality) {
    boolean isNothing() {
      return year.isEmpty() && quarter.isEmpty() && municipality.isEmpty();
    }

    Optional<Period> period() {
      return Period.read(isWholeYear() ? year : year + "-Q" + quarter);
    }

    boolean isWholeYear() {
      return quarter.isEmpty() || quarter.equals("year");
    }

    boolean yearIsWrong() {
      return Period.read(year).isEmpty() || year.contains("-");
    }

    boolean quarterIsWrong() {
      return !isWholeYear() && !quarter.matches("[1-4]");
    }

    /// The code of a municipality; empty for the county.
    String place() {
      return municipality.equals("county") ? "" : municipality;
    }

    boolean placeIsWrong() {
      return !place().isEmpty() && !Municipalities.county().contains(place());
    }

    boolean isWrong() {
      return yearIsWrong() || quarterIsWrong() || placeIsWrong();
    }
  }

  @Allowed({Role.HEAD, Role.BOARD_MEMBER, Role.PROJECT_LEADER})
  @GetMapping(PATH)
  View page(
      Viewer viewer,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String quarter,
      @RequestParam(defaultValue = "") String municipality,
      @RequestParam(defaultValue = "") String done) {
    Shell shell = shells.shell(viewer, request);
    Asked asked = new Asked(year.strip(), quarter.strip(), municipality.strip());
    if (asked.year().isEmpty()) {
      asked = latest(asked);
    }
    boolean wrong = asked.isWrong();
    FiguresPage page = page(shell, viewer, asked, done);
    return wrong
        ? View.of("statistics/figures", page).with(400)
        : View.of("statistics/figures", page);
  }

  /// The latest year that has a release, else the latest quarter, else this year.
  private Asked latest(Asked asked) {
    List<Period> made = shelf.all().stream().map(ReleaseRows.Made::period).toList();
    Optional<Period> year = made.stream().filter(Period::isYear).max(Period::compareTo);
    Period shown =
        year.or(() -> made.stream().max(Period::compareTo))
            .orElseGet(() -> Period.year(today().getYear()));
    String quarter =
        asked.isNothing() && !shown.isYear() ? Integer.toString(shown.quarter()) : asked.quarter();
    return new Asked(Integer.toString(shown.inYear()), quarter, asked.municipality());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), HERE);
  }

  private FiguresPage page(Shell shell, Viewer viewer, Asked asked, String done) {
    Texts texts = shell.texts();
    List<Period> waiting = releases.waiting();
    Optional<Period> period = asked.isWrong() ? Optional.empty() : asked.period();
    Optional<Release> release = period.flatMap(shelf::find);
    Empty nothing = nothing(texts, asked, period.orElse(null), release.isPresent(), waiting);
    List<String> made = new ArrayList<>();
    List<FiguresPage.Key> keys = List.of();
    List<FiguresPage.Section> sections = List.of();
    List<FiguresPage.File> files = List.of();
    String heading = "";
    if (nothing == null && release.isPresent()) {
      Release there = release.get();
      heading =
          texts.t(
              "statistics.heading",
              Names.of(texts, there.period()),
              Names.place(texts, asked.place()));
      made.add(
          texts.t("statistics.made", texts.moment(there.made().at()))
              + " "
              + texts.t("statistics.made.proof", there.made().hidden(), there.made().programmes()));
      if (there.hasLate()) {
        made.add(texts.t("statistics.late"));
      }
      made.add(texts.t("statistics.legend.few") + " " + texts.t("statistics.legend.hidden"));
      keys = keys(texts, viewer, there, asked.place());
      sections =
          asked.place().isEmpty()
              ? county(texts, there)
              : municipality(texts, there, asked.place());
      files = files(texts, there.period());
    }
    return new FiguresPage(
        shell,
        done.equals("released") ? texts.t("statistics.released") : null,
        Field.of("year", texts.t("statistics.year"))
            .withValue(asked.year())
            .withError(asked.yearIsWrong() ? texts.t("statistics.year.wrong", asked.year()) : null),
        years(waiting, asked),
        Field.of("quarter", texts.t("statistics.part"))
            .withValue(asked.isWholeYear() ? "year" : asked.quarter())
            .withError(asked.quarterIsWrong() ? texts.t("statistics.part.wrong") : null),
        quarters(texts),
        Field.of("municipality", texts.t("statistics.municipality"))
            .withValue(asked.place().isEmpty() ? "county" : asked.place())
            .withError(
                asked.placeIsWrong()
                    ? texts.t("statistics.municipality.wrong", asked.place())
                    : null),
        places(texts),
        nothing,
        heading,
        made,
        keys,
        sections,
        files,
        waiting.stream().map(one -> Names.of(texts, one)).toList(),
        releases.isHeld() ? texts.t("statistics.held") : null,
        mayRelease(viewer));
  }

  private static boolean mayRelease(Viewer viewer) {
    return viewer.role() == Role.HEAD || viewer.role() == Role.PROJECT_LEADER;
  }

  /// Why there is nothing to see.
  private @Nullable Empty nothing(
      Texts texts, Asked asked, @Nullable Period period, boolean released, List<Period> waiting) {
    if (period == null) {
      return Empty.of(
          texts.t("statistics.nothing.wrong"), texts.t("statistics.nothing.wrong.text"));
    }
    String name = Names.of(texts, period);
    if (!asked.place().isEmpty() && !period.isYear()) {
      return Empty.of(
              texts.t("statistics.nothing.quarter", Names.place(texts, asked.place())),
              texts.t("statistics.nothing.quarter.text"))
          .then(
              texts.t("statistics.nothing.quarter.then", Integer.toString(period.inYear())),
              PATH + "?year=" + period.inYear() + "&municipality=" + asked.place());
    }
    if (released) {
      return null;
    }
    if (!period.isClosed(today())) {
      return Empty.of(
          texts.t("statistics.nothing.open", name),
          texts.t(
              "statistics.nothing.open.text",
              texts.date(period.lastDay().plusDays(Releases.GRACE_DAYS + 1))));
    }
    return waiting.contains(period)
        ? Empty.of(
            texts.t("statistics.nothing.waiting", name), texts.t("statistics.nothing.waiting.text"))
        : Empty.of(
            texts.t("statistics.nothing.never", name), texts.t("statistics.nothing.never.text"));
  }

  private List<Option> years(List<Period> waiting, Asked asked) {
    TreeSet<Integer> years = new TreeSet<>();
    shelf.all().forEach(made -> years.add(made.period().inYear()));
    waiting.forEach(period -> years.add(period.inYear()));
    years.add(today().getYear());
    if (!asked.yearIsWrong()) {
      years.add(Integer.parseInt(asked.year()));
    }
    return years.descendingSet().stream()
        .map(year -> Integer.toString(year))
        .map(year -> Option.of(year, year))
        .toList();
  }

  private static List<Option> quarters(Texts texts) {
    return Stream.concat(
            Stream.of(Option.of("year", texts.t("statistics.part.year"))),
            IntStream.rangeClosed(1, 4)
                .mapToObj(one ->
                    Option.of(Integer.toString(one), texts.t("statistics.part.quarter", one))))
        .toList();
  }

  private static List<Option> places(Texts texts) {
    return Stream.concat(
            Stream.of(Option.of("county", Names.place(texts, ""))),
            Municipalities.county().stream().map(code -> Option.of(code, Names.place(texts, code))))
        .toList();
  }

  private static List<FiguresPage.File> files(Texts texts, Period period) {
    String query =
        "?year=" + period.inYear() + (period.isYear() ? "" : "&quarter=" + period.quarter());
    return List.of(
        new FiguresPage.File(
            texts.t("statistics.file.xlsx"),
            PATH + "/figures.xlsx" + query,
            texts.t("statistics.file.xlsx.about")),
        new FiguresPage.File(
            texts.t("statistics.file.csv"),
            PATH + "/figures.csv" + query,
            texts.t("statistics.file.csv.about")));
  }

  private List<FiguresPage.Key> keys(Texts texts, Viewer viewer, Release release, String place) {
    Period period = release.period();
    boolean hides =
        place.isEmpty()
            && release.of(KEYS.stream().map(one -> Cell.whole(period, one)).toList()).stream()
                .anyMatch(told -> told.label() != Label.SHOWN);
    Map<Measure, Long> own = hides ? releases.ownVolumes(viewer, period) : Map.of();
    return KEYS.stream()
        .map(measure ->
            release
                .of(cell(period, measure, place))
                .map(told -> key(texts, told, own.get(measure)))
                .orElseGet(() ->
                    new FiguresPage.Key(
                        Names.of(texts, measure),
                        texts.t("statistics.not-here"),
                        true,
                        true,
                        null)))
        .toList();
  }

  private static FiguresPage.Key key(Texts texts, ReleaseRows.Told told, @Nullable Long own) {
    boolean hidden = told.label() != Label.SHOWN;
    return new FiguresPage.Key(
        Names.of(texts, told.cell().measure()),
        Names.number(texts, told),
        hidden,
        false,
        hidden && own != null ? texts.number(own) : null);
  }

  private static Cell cell(Period period, Measure measure, String place) {
    return place.isEmpty() ? Cell.whole(period, measure) : Cell.of(period, measure, place);
  }

  private List<FiguresPage.Section> county(Texts texts, Release release) {
    List<FiguresPage.Section> sections = new ArrayList<>();
    Period period = release.period();
    sections.add(
        new FiguresPage.Section(
            texts.t("statistics.section.all"),
            List.of(),
            period.isYear() ? overTheYear(texts, period) : null,
            List.of(all(texts, release)),
            null));
    for (Part part : Part.values()) {
      sections.add(section(texts, release, part));
    }
    if (period.isYear()) {
      sections.add(
          new FiguresPage.Section(
              texts.t("statistics.section.municipalities"),
              List.of(texts.t("statistics.municipalities.why")),
              null,
              KEYS.stream()
                  .filter(measure -> municipalities.of(measure).size() > 1)
                  .flatMap(measure -> byPlace(texts, release, measure).stream())
                  .toList(),
              null));
    }
    return sections;
  }

  private BarChart all(Texts texts, Release release) {
    return chart(
        texts,
        "all",
        texts.t("statistics.chart.all"),
        texts.t("statistics.chart.all.about"),
        texts.t("statistics.file.measure"),
        release.of(
            Stream.of(Measure.values())
                .map(measure -> Cell.whole(release.period(), measure))
                .toList()),
        told -> Names.of(texts, told.cell().measure()));
  }

  /// The year's quarters, each from its own release.
  private @Nullable LineChart overTheYear(Texts texts, Period year) {
    List<Release> quarters =
        year.quarters().flatMap(quarter -> shelf.find(quarter).stream()).toList();
    if (quarters.size() < 2) {
      return null;
    }
    return new LineChart(
        "quarters",
        texts.t("statistics.chart.quarters"),
        texts.t("statistics.chart.quarters.about"),
        texts.t("statistics.file.period"),
        quarters.stream().map(one -> one.period().code()).toList(),
        Stream.of(Measure.INTAKES, Measure.INVESTIGATIONS)
            .map(measure -> series(texts, quarters, measure))
            .toList());
  }

  private static LineChart.Series series(Texts texts, List<Release> quarters, Measure measure) {
    List<@Nullable Long> values = new ArrayList<>();
    List<@Nullable String> instead = new ArrayList<>();
    for (Release quarter : quarters) {
      ReleaseRows.Told told = quarter.of(Cell.whole(quarter.period(), measure)).orElseThrow();
      values.add(told.n());
      instead.add(told.label() == Label.SHOWN ? null : Names.mark(told.label()));
    }
    return new LineChart.Series(Names.of(texts, measure), values, instead);
  }

  private FiguresPage.Section section(Texts texts, Release release, Part part) {
    Period period = release.period();
    List<BarChart> charts = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    List<String> yearly = new ArrayList<>();
    for (Dimension dimension : part.dimensions) {
      Measure measure = measureOf(dimension);
      if (!period.isYear() && !dimension.quarterly()) {
        yearly.add(Names.of(texts, dimension));
        continue;
      }
      List<ReleaseRows.Told> told =
          release.of(
              dimension.all().stream()
                  .map(value -> Cell.part(period, measure, dimension, value))
                  .toList());
      if (isWithheld(told)) {
        sentences.add(texts.t("statistics.withheld", Names.of(texts, dimension)));
      } else {
        charts.add(
            chart(
                texts,
                dimension.code(),
                Names.of(texts, dimension),
                about(texts, release, measure, dimension),
                Names.of(texts, dimension),
                dimension.ordered() ? told : largestFirst(told),
                one -> Names.value(texts, dimension, one.cell().value())));
      }
    }
    if (!yearly.isEmpty()) {
      sentences.add(texts.t("statistics.yearly", String.join(", ", yearly)));
    }
    return new FiguresPage.Section(
        texts.t("statistics.section." + part.code()),
        sentences,
        null,
        charts,
        yearly.isEmpty()
            ? null
            : new FiguresPage.Link(
                texts.t("statistics.yearly.link", Integer.toString(period.inYear())),
                PATH + "?year=" + period.inYear()));
  }

  /// The numbers by size, then what is hidden, in the order of the list: an order that told more
  /// would tell too much.
  private static List<ReleaseRows.Told> largestFirst(List<ReleaseRows.Told> told) {
    return told.stream()
        .sorted(Comparator.comparingLong((ReleaseRows.Told one) -> one.n() == null ? 1 : -one.n()))
        .toList();
  }

  private static Measure measureOf(Dimension dimension) {
    return Stream.of(Measure.values())
        .filter(measure -> measure.dimensions().contains(dimension))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isWithheld(List<ReleaseRows.Told> told) {
    return told.stream().anyMatch(one -> one.label() == Label.WITHHELD);
  }

  /// What is counted, and of how many.
  private static String about(Texts texts, Release release, Measure measure, Dimension dimension) {
    String whole =
        release
            .of(Cell.whole(release.period(), measure))
            .map(told -> Names.number(texts, told))
            .orElse("");
    return texts.t("statistics.definition." + measure.code())
        + " "
        + texts.t("statistics.of", whole)
        + (dimension.several() ? " " + texts.t("statistics.several") : "");
  }

  private List<BarChart> byPlace(Texts texts, Release release, Measure measure) {
    List<ReleaseRows.Told> told =
        release.of(
            municipalities.of(measure).stream()
                .map(place -> Cell.of(release.period(), measure, place))
                .toList());
    return isWithheld(told)
        ? List.of()
        : List.of(
            chart(
                texts,
                "place-" + measure.code(),
                Names.of(texts, measure),
                texts.t("statistics.definition." + measure.code()),
                texts.t("statistics.municipality"),
                told,
                one -> Names.place(texts, one.cell().municipality())));
  }

  private List<FiguresPage.Section> municipality(Texts texts, Release release, String place) {
    List<ReleaseRows.Told> told =
        release.of(
            KEYS.stream().map(measure -> Cell.of(release.period(), measure, place)).toList());
    List<String> sentences = new ArrayList<>();
    if (told.size() < KEYS.size()) {
      sentences.add(texts.t("statistics.not-served", Names.place(texts, place)));
    }
    if (isWithheld(told)) {
      sentences.add(texts.t("statistics.withheld.municipality"));
    }
    sentences.add(texts.t("statistics.municipality.why"));
    List<ReleaseRows.Told> drawn =
        told.stream().filter(one -> one.label() != Label.WITHHELD).toList();
    return List.of(
        new FiguresPage.Section(
            texts.t("statistics.section.all"),
            sentences,
            null,
            drawn.isEmpty()
                ? List.of()
                : List.of(
                    chart(
                        texts,
                        "place",
                        Names.place(texts, place),
                        texts.t("statistics.chart.all.about"),
                        texts.t("statistics.file.measure"),
                        drawn,
                        one -> Names.of(texts, one.cell().measure()))),
            null));
  }

  private static BarChart chart(
      Texts texts,
      String id,
      String title,
      String about,
      String heading,
      List<ReleaseRows.Told> told,
      java.util.function.Function<ReleaseRows.Told, String> name) {
    return new BarChart(
        "chart-" + id,
        title,
        about,
        heading,
        texts.t("statistics.file.count"),
        told.stream()
            .map(one ->
                new BarChart.Bar(
                    name.apply(one),
                    one.n(),
                    one.label() == Label.SHOWN ? null : Names.mark(one.label())))
            .toList());
  }

  @Allowed({Role.HEAD, Role.PROJECT_LEADER})
  @PostMapping(PATH + "/release")
  void release(Viewer viewer, HttpServletResponse response) {
    List<Period> made = releases.makeNow(viewer);
    String to =
        made.isEmpty()
            ? PATH
            : PATH
                + "?year="
                + made.getLast().inYear()
                + (made.getLast().isYear() ? "" : "&quarter=" + made.getLast().quarter())
                + "&done=released";
    response.setStatus(303);
    response.setHeader("Location", to);
  }

  @Allowed(
      value = {Role.HEAD, Role.BOARD_MEMBER, Role.PROJECT_LEADER},
      shownAnew = true)
  @GetMapping(PATH + "/figures.csv")
  void csv(
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String quarter)
      throws IOException {
    Texts texts = shells.texts(request);
    file(
        viewer,
        response,
        new Asked(year.strip(), quarter.strip(), ""),
        "csv",
        "text/csv;charset=UTF-8",
        release -> FigureFiles.csv(texts, shelf.lines(release)));
  }

  @Allowed(
      value = {Role.HEAD, Role.BOARD_MEMBER, Role.PROJECT_LEADER},
      shownAnew = true)
  @GetMapping(PATH + "/figures.xlsx")
  void xlsx(
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String quarter)
      throws IOException {
    Texts texts = shells.texts(request);
    file(
        viewer,
        response,
        new Asked(year.strip(), quarter.strip(), ""),
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        release -> FigureFiles.xlsx(texts, release, shelf.lines(release)));
  }

  /// A release as a file, noted in the log before it leaves. Where there is none, the page says
  /// why.
  private void file(
      Viewer viewer,
      HttpServletResponse response,
      Asked asked,
      String kind,
      String type,
      java.util.function.Function<Release, byte[]> made)
      throws IOException {
    Optional<Release> release =
        asked.isWrong() ? Optional.empty() : asked.period().flatMap(shelf::find);
    if (release.isEmpty()) {
      response.setStatus(303);
      response.setHeader("Location", address(asked));
      return;
    }
    byte[] bytes = made.apply(release.get());
    releases.noteExport(viewer, release.get().period());
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"fristad-" + release.get().period().code() + "." + kind + "\"");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(bytes);
  }

  private static String address(Asked asked) {
    return PATH
        + "?year="
        + java.net.URLEncoder.encode(asked.year(), java.nio.charset.StandardCharsets.UTF_8)
        + "&quarter="
        + java.net.URLEncoder.encode(asked.quarter(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
