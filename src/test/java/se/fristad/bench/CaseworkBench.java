package se.fristad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.audit.Verification;
import se.fristad.casework.Years;
import se.fristad.house.Serving;
import se.fristad.house.TestHouse;
import se.fristad.vault.Side;

/// What casework takes with years of files in it: the pages that are opened most, a find, a file
/// opened by twenty workers at once, with the log written and sealed meanwhile; at one sixteenth of
/// the files, at a quarter (ten years of a centre: 5,000 files, 100,000 notes) and at all of them.
/// Then the same work beside Redmine and Flowable, in turns, where they are.
class CaseworkBench {
  private static final int FILES = Integer.getInteger("fristad.rounds", 20_000);
  private static final int LOOKS = Integer.getInteger("fristad.looks", 300);
  private static final int WORKERS = 20;

  /// Before it are those that were walked, and the twins of these.
  private static final int FIRST_COPY = 48;

  private static final int SECONDS = Integer.getInteger("fristad.seconds", 20);
  private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");
  private static final double MILLIS = 1e6;

  private final Figures figures = new Figures("casework");
  private final TestHouse house = TestHouse.raised(true);
  private final LocalDate today = LocalDate.now(HERE);
  private final Map<String, Map<Integer, Double>> medians = new LinkedHashMap<>();

  /// A page, and how soon 99 of 100 are to be there.
  private record Goal(String name, int millis) {}

  private static final Goal YARDSTICK = new Goal("no file (the law)", 0);
  private static final Goal HERS = new Goal("open a file, hers", 60);
  private static final Goal ANY = new Goal("open a file, any", 60);
  private static final Goal LONGEST = new Goal("open the longest", 60);

  @Test
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  void what_casework_takes_with_years_of_files() throws Exception {
    figures.line(
        "%d cores, load %s before; load generator, program and database share them",
        Runtime.getRuntime().availableProcessors(), load());
    Map<String, Object> settings = new TreeMap<>(house.settings());
    settings.put("fristad.jobs.start", "true");
    ConfigurableApplicationContext node = Serving.node(settings, 0, Map.of());
    try {
      Centre centre = Centre.of(node, house, today);
      loads(house, centre);
      if (measures("peers")) {
        Peers.beside(figures, node, house, centre);
      }
      verifies(house, settings);
    } finally {
      Serving.stop(node);
      house.close();
      try (Stream<Path> files = Files.walk(house.directory())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    figures.line("load %s after", load());
  }

  /// Whether a part is asked for: `-Dfristad.parts=pages`; all of them when nothing is said.
  private static boolean measures(String part) {
    String parts = System.getProperty("fristad.parts", "");
    return parts.isEmpty() || List.of(parts.split(",", -1)).contains(part);
  }

  /// Those who work there, and what they have.
  record Centre(Years years, Years.Team team, List<Browser> workers, Browser head) {
    static Centre of(ConfigurableApplicationContext node, TestHouse house, LocalDate today) {
      int port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      TestStaff staff = TestStaff.on(node);
      List<TestStaff.Person> workers =
          IntStream.range(0, WORKERS).mapToObj(each -> staff.add(Role.CASEWORKER)).toList();
      TestStaff.Person head = staff.add(Role.HEAD);
      Years.Team team =
          new Years.Team(
              workers.stream().map(TestStaff.Person::viewer).toList(),
              staff.add(Role.TREATMENT_WORKER).viewer(),
              head.viewer());
      return new Centre(
          new Years(node, house, team, today),
          team,
          workers.stream().map(one -> staff.logIn(one, port)).toList(),
          staff.logIn(head, port));
    }

    Browser worker(int at) {
      return workers.get(Math.floorMod(at, workers.size()));
    }
  }

  private void loads(TestHouse house, Centre centre) throws Exception {
    long began = System.nanoTime();
    List<UUID> walked = centre.years().walk();
    figures.line("walked by the use cases: %d files in %.1f s", walked.size(), seconds(began));
    alike(house, centre, walked);
    for (int files : List.of(FILES / 16, FILES / 4, FILES)) {
      began = System.nanoTime();
      int before = centre.years().files();
      centre.years().grow(files);
      double took = seconds(began);
      waitUntilSealed(house);
      figures.line(
          "%,d files, %,d notes, %,d lines of the log; %,d copied in %.0f s (%.0f a second), load %s",
          count(house, "select count(*) from casework.file"),
          count(house, "select count(*) from casework.note"),
          count(house, "select count(*) from audit.line"),
          files - before,
          took,
          (files - before) / took,
          load());
      pages(house, centre, files);
      if (files == FILES / 4) {
        registers(house, centre);
      }
    }
    medians.forEach((name, at) -> {
      if (!at.containsKey(FILES) || !at.containsKey(FILES / 16)) {
        return;
      }
      double grown = at.getOrDefault(FILES, 0.0) / at.getOrDefault(FILES / 16, 1.0);
      figures.line(
          "16 times the files: %-28s p50 grows %.2f times%s",
          name, grown, name.equals(ANY.name()) ? "   " + reached(grown < 1.3, "< 1.3") : "");
    });
  }

  /// A copy is what it is a copy of: row for row in every table, and word for word on the pages.
  private void alike(TestHouse house, Centre centre, List<UUID> walked) throws SQLException {
    int pages = 0;
    for (UUID file : walked) {
      UUID twin = centre.years().twin(file);
      assertThat(rows(house, twin)).as("rows of a copy").isEqualTo(rows(house, file));
      for (String page : List.of("", "?story=2", "/journal", "/relations", "/print")) {
        Browser.Answer whole = centre.head().get("/staff/files/" + file + page);
        Browser.Answer copy = centre.head().get("/staff/files/" + twin + page);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(other(copy.body(), whole.body())).as(page).isEmpty();
        pages++;
      }
    }
    figures.line(
        "a copy of each, row for row in every table and word for word on %d pages: alike", pages);
  }

  /// The lines of one page that the other does not have, what must differ aside.
  private static List<String> other(String one, String another) {
    List<String> left = new ArrayList<>(same(one));
    same(another).forEach(left::remove);
    return left;
  }

  private static List<String> same(String page) {
    return page.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id")
        .replaceAll("20[0-9]{2}-[0-9]{5}(?![0-9])", "number")
        .replaceAll("[0-9]{6,8}[-+][0-9]{4}", "whose")
        .replaceAll("[0-9]{2}[:.][0-9]{2}(?![0-9])", "time")
        .replaceAll("name=\"_form\" value=\"[^\"]*\"", "form")
        .lines()
        .toList();
  }

  /// How many rows of each table a file has, how long what is sealed in them is, and the lines of
  /// its log.
  private static Map<String, String> rows(TestHouse house, UUID file) throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (var row =
          statement.executeQuery(
              """
              select c.table_name, bool_or(c.column_name = 'sealed') from information_schema.columns c
               where c.table_schema = 'casework' group by 1 having bool_or(c.column_name = 'file')
              """)) {
        while (row.next()) {
          tables.add(
              "select '%1$s', count(*), %2$s from casework.%1$s where file = '%3$s'"
                  .formatted(
                      row.getString(1),
                      row.getBoolean(2) ? "coalesce(sum(octet_length(sealed)), 0)" : "0",
                      file));
        }
      }
      tables.add("select 'log', count(*), 0 from audit.line where subject = '" + file + "'");
      try (var row = statement.executeQuery(String.join(" union all ", tables))) {
        while (row.next()) {
          rows.put(row.getString(1), row.getLong(2) + " rows, " + row.getLong(3) + " bytes");
        }
      }
    }
    return rows;
  }

  private void pages(TestHouse house, Centre centre, int files) throws Exception {
    List<UUID> open = ids(house, "state = 'open' order by random() limit 400");
    List<UUID> all = ids(house, "true order by random() limit 1000");
    List<UUID> longest =
        ids(
            house,
            "id in (select file from casework.note group by file order by count(*) desc limit 20)");
    Map<UUID, Browser> whose = whose(house, centre, open);
    List<UUID> hers = List.copyOf(whose.keySet());
    int shown = 25;
    int lastPage = Math.max(1, files * 9 / 10 / shown);
    look(files, YARDSTICK, centre.head(), at -> "/staff/law");
    look(
        files,
        HERS,
        at -> whose.getOrDefault(hers.get(at % hers.size()), centre.head()),
        at -> "/staff/files/" + hers.get(at % hers.size()));
    look(files, ANY, centre.head(), at -> "/staff/files/" + all.get(at % all.size()));
    look(files, LONGEST, centre.head(), at -> "/staff/files/" + longest.get(at % longest.size()));
    look(
        files,
        new Goal("its journal", 0),
        centre.head(),
        at -> "/staff/files/" + longest.get(at % longest.size()) + "/journal");
    look(files, new Goal("my day", 80), centre::worker, at -> "/staff/day");
    look(files, new Goal("my day, a month", 80), centre::worker, at -> "/staff/day?since=30");
    look(files, new Goal("my day, the head's", 80), centre.head(), at -> "/staff/day");
    look(files, new Goal("my files", 100), centre::worker, at -> "/staff/people");
    look(files, new Goal("everybody's, open, by due", 100), centre.head(), at -> "/staff/people");
    look(
        files,
        new Goal("everybody's, high risk, late", 100),
        centre.head(),
        at -> "/staff/people?order=risk&risk=high&due=late");
    look(
        files,
        new Goal("everybody's, closed", 100),
        centre.head(),
        at -> "/staff/people?shown=closed&page=" + (1 + at * 13 % lastPage));
    look(files, new Goal("late, by person", 100), centre.head(), at -> "/staff/overdue");
    look(files, new Goal("not carried out", 100), centre.head(), at -> "/staff/not-carried-out");
    finds(files, centre);
  }

  private static Map<UUID, Browser> whose(TestHouse house, Centre centre, List<UUID> files)
      throws SQLException {
    Map<UUID, Browser> whose = new LinkedHashMap<>();
    List<UUID> staff = centre.team().caseworkers().stream().map(one -> one.staff()).toList();
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select id, responsible from casework.file where state = 'open'")) {
      while (row.next()) {
        UUID file = row.getObject(1, UUID.class);
        int worker = staff.indexOf(row.getObject(2, UUID.class));
        if (files.contains(file) && worker >= 0) {
          whose.put(file, centre.workers().get(worker));
        }
      }
    }
    return whose;
  }

  private void look(int files, Goal goal, Browser browser, IntFunction<String> path)
      throws IOException {
    look(files, goal, at -> browser, path);
  }

  private void look(int files, Goal goal, IntFunction<Browser> browser, IntFunction<String> path)
      throws IOException {
    List<Double> took = new ArrayList<>();
    Processor before = Processor.now(house);
    for (int at = -LOOKS / 3; at < LOOKS; at++) {
      if (at == 0) {
        before = Processor.now(house);
      }
      int which = Math.floorMod(at, 1_000_000);
      String where = path.apply(which);
      long asked = System.nanoTime();
      Browser.Answer answer = browser.apply(which).get(where);
      if (at >= 0) {
        took.add((System.nanoTime() - asked) / MILLIS);
      }
      assertThat(answer.status()).as(where).isEqualTo(200);
    }
    tell(files, goal, took, Processor.now(house).since(before, LOOKS));
  }

  /// By a personal number; a worker may seek thirty times an hour, and so many can.
  private void finds(int files, Centre centre) throws IOException {
    List<Double> took = new ArrayList<>();
    Processor before = Processor.now(house);
    for (int at = 0; at < WORKERS * 8; at++) {
      Browser browser = centre.worker(at);
      String token = browser.get("/staff/people").token();
      String number = Years.number(ThreadLocalRandom.current().nextInt(FIRST_COPY, files));
      long asked = System.nanoTime();
      Browser.Answer answer =
          browser.post("/staff/people", Map.of("_form", token, "value", number));
      took.add((System.nanoTime() - asked) / MILLIS);
      assertThat(answer.status()).isEqualTo(200);
    }
    tell(
        files,
        new Goal("find by number", 100),
        took,
        Processor.now(house).since(before, took.size()));
  }

  /// What the program (with the one who looks in it) and PostgreSQL have used of the processor, in
  /// milliseconds: who else is on the machine does not stand in it.
  private record Processor(double program, double database) {
    static Processor now(TestHouse house) throws IOException {
      long first =
          Long.parseLong(
              Files.readAllLines(house.directory().resolve("pg/data/postmaster.pid"))
                  .getFirst()
                  .strip());
      double database = 0;
      for (ProcessHandle one : ProcessHandle.allProcesses().toList()) {
        if (one.pid() == first || one.parent().map(ProcessHandle::pid).orElse(0L) == first) {
          database += ticks(one.pid());
        }
      }
      return new Processor(ticks(ProcessHandle.current().pid()), database);
    }

    private static double ticks(long pid) throws IOException {
      Path stat = Path.of("/proc/" + pid + "/stat");
      if (!Files.exists(stat)) {
        return 0;
      }
      String line = Files.readString(stat);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10.0;
    }

    String since(Processor before, int looks) {
      return String.format(
          Locale.ROOT,
          "processor each: program %.1f, database %.1f ms",
          (program - before.program) / looks,
          (database - before.database) / looks);
    }
  }

  private void tell(int files, Goal goal, List<Double> took, String processor) {
    double late = Figures.percentile(took, 0.99);
    medians
        .computeIfAbsent(goal.name(), any -> new TreeMap<>())
        .put(files, Figures.percentile(took, 0.5));
    figures.line(
        "  %-30s p50 %6.1f   p99 %6.1f ms   %s   %s",
        goal.name(),
        Figures.percentile(took, 0.5),
        late,
        processor,
        goal.millis() == 0 ? "" : reached(late < goal.millis(), "p99 < " + goal.millis() + " ms"));
  }

  /// Twenty workers at their work, each one page a second or so: half of them open a file, a
  /// quarter write a note in one, the rest register a case.
  private void registers(TestHouse house, Centre centre) throws Exception {
    List<UUID> open = ids(house, "state = 'open' order by random() limit 400");
    Map<UUID, Browser> whose = whose(house, centre, open);
    List<Double> registered = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Double> opened = java.util.Collections.synchronizedList(new ArrayList<>());
    AtomicInteger made = new AtomicInteger();
    long before = count(house, "select count(*) from casework.file");
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int who = 0; who < WORKERS; who++) {
        Browser browser = centre.worker(who);
        List<UUID> hers =
            whose.entrySet().stream()
                .filter(one -> one.getValue() == browser)
                .map(Map.Entry::getKey)
                .toList();
        all.add(
            workers.submit(() -> {
              String token = browser.get("/staff/people").token();
              int done = 0;
              while (System.nanoTime() < until) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(500, 1_500));
                long asked = System.nanoTime();
                if (done % 2 == 0 && !hers.isEmpty()) {
                  UUID file = hers.get(done / 2 % hers.size());
                  assertThat(browser.get("/staff/files/" + file).status()).isEqualTo(200);
                  opened.add((System.nanoTime() - asked) / MILLIS);
                } else {
                  assertThat(register(browser, token, 60_000 + made.incrementAndGet()).status())
                      .isEqualTo(303);
                  registered.add((System.nanoTime() - asked) / MILLIS);
                }
                done++;
              }
              return done;
            }));
      }
      for (Future<Integer> one : all) {
        one.get();
      }
    }
    assertThat(count(house, "select count(*) from casework.file") - before)
        .as("what was acknowledged is there")
        .isEqualTo(made.get());
    figures.line(
        "  %d workers at once, a page a second each, log and sealing on, load %s:",
        WORKERS, load());
    tell(-1, new Goal("register a case (" + registered.size() + ")", 40), registered, "");
    tell(-1, new Goal("open a file meanwhile (" + opened.size() + ")", 60), opened, "");
  }

  /// A file is opened by the form of the page.
  static Browser.Answer register(Browser browser, String token, int number) {
    LocalDate day = LocalDate.now(HERE);
    Map<String, String> form = new TreeMap<>();
    form.put("_form", token);
    form.put("file", UUID.randomUUID().toString());
    form.put("act", "send");
    form.put("name", "Ylva Exempel");
    form.put("number", number < 0 ? "" : Years.number(number % 22_000));
    form.put("telephone", "070-1740605");
    form.put("safe_contact", "Ring bara före klockan tre.");
    form.put("protection", "none");
    form.put("language", "sv");
    form.put("municipality", "0380");
    form.put("consent_from", day.toString());
    form.put("consent_until", day.plusMonths(6).toString());
    form.put("consent_how", "Muntligt, i rummet.");
    return browser.post("/staff/openings", form);
  }

  private void waitUntilSealed(TestHouse house) throws Exception {
    for (int tries = 0; tries < 120; tries++) {
      long waiting =
          count(
              house,
              "select count(*) from audit.line l where not exists (select from audit.seal s where s.segment = l.segment and s.horizon > l.xid)");
      if (waiting == 0) {
        return;
      }
      Thread.sleep(1_000);
    }
    throw new IllegalStateException("the log was not sealed in two minutes");
  }

  private void verifies(TestHouse house, Map<String, Object> settings) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long began = System.nanoTime();
    try (Connection connection = house.as(Side.LOG)) {
      int exit =
          Verification.run(
              connection,
              Path.of(String.valueOf(settings.get("fristad.keys"))),
              null,
              Locale.ENGLISH,
              new PrintStream(out, true, StandardCharsets.UTF_8));
      assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("The log is whole");
      assertThat(exit).isZero();
    }
    figures.line("%s (%.0f s)", out.toString(StandardCharsets.UTF_8).strip(), seconds(began));
  }

  static List<UUID> ids(TestHouse house, String where) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select id from casework.file where " + where)) {
      while (row.next()) {
        ids.add(row.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  static long count(TestHouse house, String question) throws SQLException {
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  static String reached(boolean reached, String goal) {
    return String.format(Locale.ROOT, "[%s: %s]", goal, reached ? "reached" : "MISSED");
  }

  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }
}
