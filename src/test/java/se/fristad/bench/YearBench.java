package se.fristad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.access.Browser;
import se.fristad.demonstration.YearMaker;
import se.fristad.house.Serving;
import se.fristad.house.TestHouse;
import se.fristad.statistics.AttackedYear;

/// The invented year: how long it takes to make, how the public face answers meanwhile, how soon
/// the pages that are opened most are there with all of it loaded, what its figures are and how
/// much of them is hidden.
class YearBench {
  private static final int LOOKS = Integer.getInteger("fristad.rounds", 200);
  private static final double MILLIS = 1e6;
  private static final List<String> PERIODS =
      List.of("", "&quarter=1", "&quarter=2", "&quarter=3", "&quarter=4");

  private final Figures figures = new Figures("year");

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void the_year_is_made_and_looked_at() throws Exception {
    TestHouse house = TestHouse.raised(true);
    ConfigurableApplicationContext node =
        Serving.node(house.settings(), 0, Map.of("fristad.demonstration.volumes", "nexus-2023"));
    int port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    try {
      makes(house, node.getBean(YearMaker.class), port);
      looks(port);
      counts(house, port);
    } finally {
      Serving.stop(node);
      house.close();
      try (Stream<Path> files = Files.walk(house.directory())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void makes(TestHouse house, YearMaker year, int port) throws Exception {
    double used = processorSeconds(house);
    long began = System.nanoTime();
    List<Double> answered = new ArrayList<>();
    Browser someone = new Browser(port);
    while (year.state() == YearMaker.State.MAKING) {
      long asked = System.nanoTime();
      assertThat(someone.get("/").status()).isEqualTo(200);
      answered.add((System.nanoTime() - asked) / MILLIS);
      Thread.sleep(100);
    }
    assertThat(year.state()).isEqualTo(YearMaker.State.MADE);
    figures.line(
        "made in            %6.1f s, with %.1f s of processor (program and database) on %d cores",
        (System.nanoTime() - began) / 1e9,
        processorSeconds(house) - used,
        Runtime.getRuntime().availableProcessors());
    times("first page, making", answered);
  }

  private void looks(int port) {
    Browser karin = asInvented(port, "Karin Öberg");
    Browser head = asInvented(port, "Birgitta Wallin");
    Browser amina = asInvented(port, "Amina Lindqvist");
    List<String> hers = files(karin.get("/staff/people").body());
    List<String> all = new ArrayList<>(files(head.get("/staff/people").body()));
    for (int page = 1; page <= 8; page++) {
      all.addAll(files(head.get("/staff/people?shown=closed&page=" + page).body()));
    }
    assertThat(hers).isNotEmpty();
    assertThat(all).hasSizeGreaterThan(100);
    look("open a file, hers", karin, at -> hers.get(at % hers.size()));
    look("open a file, any", head, at -> all.get(at % all.size()));
    look("my day", karin, at -> "/staff/day");
    look("people", karin, at -> "/staff/people");
    look("people, the head's", head, at -> "/staff/people?shown=closed&page=" + (1 + at % 8));
    look("inbox", amina, at -> "/staff/inbox");
    look("figures, the year", head, at -> "/staff/statistics?year=2025");
    look("figures, quarters", head, at -> "/staff/statistics?year=2025&quarter=" + (1 + at % 4));
    look("figures, CSV", head, at -> "/staff/statistics/figures.csv?year=2025");
  }

  private void look(String name, Browser browser, IntFunction<String> path) {
    List<Double> took = new ArrayList<>();
    for (int at = -20; at < LOOKS; at++) {
      String where = path.apply(Math.floorMod(at, 1_000));
      long asked = System.nanoTime();
      Browser.Answer answer = browser.get(where);
      if (at >= 0) {
        took.add((System.nanoTime() - asked) / MILLIS);
      }
      assertThat(answer.status()).as(where).isEqualTo(200);
    }
    times(name, took);
  }

  private void times(String name, List<Double> took) {
    figures.line(
        "%-18s p50 %6.1f ms   p99 %6.1f ms   (%d looks)",
        name, Figures.percentile(took, 0.50), Figures.percentile(took, 0.99), took.size());
  }

  private void counts(TestHouse house, int port) throws SQLException {
    Browser head = asInvented(port, "Birgitta Wallin");
    String page = head.get("/staff/statistics?year=2025").body();
    figures.line(
        "the four figures   %s",
        String.join(
            " / ",
            Pattern.compile("<dt>[^<]*</dt><dd[^>]*>([0-9]+)</dd>")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList()));
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select c.year || case c.quarter when 0 then '' else '-Q' || c.quarter end,
                       count(*) filter (where label = 'shown'), count(*) filter (where label = 'few'),
                       count(*) filter (where label = 'hidden'), count(*) filter (where label = 'withheld'),
                       max(r.programmes)
                  from statistics.cell c join statistics.release r on r.year = c.year and r.quarter = c.quarter
                 where label is not null group by c.year, c.quarter order by c.year, case c.quarter when 0 then 9 else c.quarter end
                """)) {
      while (rows.next()) {
        figures.line(
            "release %-9s  %3d shown, %3d below five, %2d hidden beside them, %2d withheld (%d linear programmes)",
            rows.getString(1),
            rows.getInt(2),
            rows.getInt(3),
            rows.getInt(4),
            rows.getInt(5),
            rows.getInt(6));
      }
    }
    List<String> files =
        PERIODS.stream()
            .map(period -> head.get("/staff/statistics/figures.csv?year=2025" + period).body())
            .toList();
    AttackedYear attacked = AttackedYear.of(files, own(house));
    figures.line(
        "attack on 2025     %d numbers that are not told; narrowed down, knowing nothing or one municipality's own: %d",
        attacked.hidden(), attacked.broken().size());
    assertThat(attacked.broken()).isEmpty();
  }

  /// What each municipality knows of itself.
  private static Map<String, Map<String, Long>> own(TestHouse house) throws SQLException {
    Map<String, Map<String, Long>> own = new TreeMap<>();
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select municipality, measure, n from statistics.cell where year = 2025 and quarter = 0 and municipality ~ '^[0-9]{4}$' and measure = 'intakes'")) {
      while (rows.next()) {
        own.computeIfAbsent(rows.getString(1), none -> new HashMap<>())
            .put("2025|" + rows.getString(1) + "|" + rows.getString(2) + "||", rows.getLong(3));
      }
    }
    return own;
  }

  private static List<String> files(String page) {
    return Pattern.compile("href=\"(/staff/files/[0-9a-f-]{36})\"")
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .toList();
  }

  private static Browser asInvented(int port, String name) {
    Browser browser = new Browser(port);
    String names = browser.get("/staff/login").body();
    String id =
        Pattern.compile("name=\"staff\" value=\"([0-9a-f-]{36})\"")
            .matcher(names.substring(0, names.indexOf(name)))
            .results()
            .reduce((first, second) -> second)
            .orElseThrow()
            .group(1);
    browser.post("/staff/demonstration", Map.of("staff", id));
    return browser;
  }

  /// Of this program, and of PostgreSQL with all it has begun and ended.
  private static double processorSeconds(TestHouse house) throws IOException {
    long first =
        Long.parseLong(
            Files.readAllLines(house.directory().resolve("pg/data/postmaster.pid"))
                .getFirst()
                .strip());
    double ticks = ticks(ProcessHandle.current().pid());
    for (ProcessHandle one : ProcessHandle.allProcesses().toList()) {
      if (one.pid() == first || one.parent().map(ProcessHandle::pid).orElse(0L) == first) {
        ticks += ticks(one.pid());
      }
    }
    return ticks / 100;
  }

  private static double ticks(long pid) throws IOException {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String line = Files.readString(stat);
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return Stream.of(11, 12, 13, 14).mapToLong(field -> Long.parseLong(fields[field])).sum();
  }
}
