package se.fristad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.fristad.access.Browser;

/// What contact takes, in one run against one program with its own database, started as `./run`
/// starts it: what is compared takes turns, so that the machine's own speed falls out of the
/// ratios. Everything goes through HTTP; who measures sits on the same cores.
class ContactBench {
  private static final int CLIENTS = 8;
  private static final int CROWD = 200;
  private static final int ROUNDS = Integer.getInteger("fristad.rounds", 5);
  private static final int SECONDS = Integer.getInteger("fristad.seconds", 6);
  private static final int FLOOD_SECONDS = 15;
  private static final int MORE_WORDS = 19;
  private static final int ANSWERS = 200;
  private static final int LOOKS = 2_000;
  private static final List<Integer> PAGES = List.of(200, 2_000);

  /// 211 characters: one step of 256 bytes when sealed.
  private static final String WORDS =
      "Det har blivit värre sedan i somras. Jag vågar inte ringa härifrån, men jag kan skriva när han är på jobbet. "
          + "Kan ni säga vad som händer om jag kommer till er, och om barnen får vara med då?";

  private final Figures figures = new Figures("contact");
  private final AtomicInteger acknowledged = new AtomicInteger();

  /// What the processor did meanwhile: who else is on the machine does not stand in it.
  private record Cost(Running running, double[] before, double self) {
    static Cost begun(Running running) throws IOException {
      return new Cost(running, running.processorSeconds(), Running.ownProcessorSeconds());
    }

    String of(double messages) throws IOException {
      double[] now = running.processorSeconds();
      return String.format(
          Locale.ROOT,
          "µs each: program %.0f, database %.0f, client %.0f",
          (now[0] - before[0]) / messages * 1e6,
          (now[1] - before[1]) / messages * 1e6,
          (Running.ownProcessorSeconds() - self) / messages * 1e6);
    }
  }

  /// What one client does until its time is over.
  private interface Client {
    long run(long until) throws Exception;
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void what_contact_takes() throws Exception {
    Path jar = Path.of("target", "fristad.jar").toAbsolutePath();
    Map<String, String> settings =
        Map.of("SERVER_FORWARD_HEADERS_STRATEGY", "native", "FRISTAD_YEAR", "none");
    figures.line(
        "%d cores, load %s before; load generator, program and databases share them",
        Runtime.getRuntime().availableProcessors(), load());
    try (Running running = Running.start(jar, "contact", settings, List.of());
        Connection superuser = running.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "create table public.bare (thread uuid, seq integer, client_id uuid, sender text, at timestamptz, sealed bytea, primary key (thread, seq))");
      String number = sizes(running.port());
      if (measures("delivery")) {
        for (int pages : PAGES) {
          delivery(running, statement, pages);
        }
      }
      if (measures("flood")) {
        flood(running, number);
      }
      if (measures("page")) {
        firstPage(running.port());
      }
      // last: what else was measured has warmed the program, as its days at work would
      if (measures("messages")) {
        messages(running, statement, number);
      }
    }
    figures.line("load %s after", load());
  }

  /// Whether this part is asked for: `-Dfristad.parts=messages,flood`; all of them when nothing is
  /// said.
  private static boolean measures(String part) {
    String parts = System.getProperty("fristad.parts", "");
    return parts.isEmpty() || List.of(parts.split(",", -1)).contains(part);
  }

  /// Bytes of the page that everyone meets first.
  ///
  /// @return a form number
  private String sizes(int port) throws IOException {
    String number = "";
    try (Wire wire = new Wire(port)) {
      for (String language : List.of("sv", "latt", "en", "ar")) {
        Wire.Answer whole = wire.get("/" + language, "");
        Wire.Answer packed = wire.get("/" + language, "Accept-Encoding: gzip\r\n");
        figures.line(
            "first page, %-4s   %,6d bytes, on the way %,6d       %s",
            language,
            whole.bytes(),
            packed.bytes(),
            language.equals("sv") ? goal(packed.bytes() < 20_000, "< 20,000 on the way") : "");
        number = number(whole.body());
      }
    }
    return number;
  }

  /// Time of the page that everyone meets first, once its code is compiled.
  private void firstPage(int port) throws IOException {
    try (Wire wire = new Wire(port)) {
      List<Double> took = looks(wire, LOOKS / 2, 0);
      took = looks(wire, LOOKS, 0);
      double late = Figures.percentile(took, 0.99);
      figures.line(
          "first page, server p50 %.2f p99 %.2f ms                %s",
          Figures.percentile(took, 0.5), late, goal(late < 5, "p99 < 5 ms"));
    }
  }

  /// Looks at the first page, one after another.
  ///
  /// @param pauseMillis between two
  /// @return milliseconds of each
  private static List<Double> looks(Wire wire, int many, int pauseMillis) throws IOException {
    List<Double> took = new ArrayList<>();
    for (int look = 0; look < many; look++) {
      long asked = System.nanoTime();
      Wire.Answer answer = wire.get("/sv", "Accept-Encoding: gzip\r\n");
      took.add((System.nanoTime() - asked) / 1e6);
      assertThat(answer.status()).isEqualTo(200);
      if (pauseMillis > 0) {
        pause(pauseMillis);
      }
    }
    return took;
  }

  private void messages(Running running, Statement statement, String number) throws Exception {
    Client writing = until -> conversations(running.port(), number, until, acknowledged);
    Client inserting = until -> inserts(running, until);
    long before = count(statement) - acknowledged.get();
    warm(writing);
    rate(CLIENTS, inserting);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Cost here = Cost.begun(running);
      double ours = rate(CLIENTS, writing);
      String cost = here.of(ours * SECONDS);
      Cost there = Cost.begun(running);
      double bare = rate(CLIENTS, inserting);
      ratios.add(ours / bare);
      figures.line(
          "  messages %5.0f/s (%s)   bare inserts %5.0f/s (%s)   %.2f",
          ours, cost, bare, there.of(bare * SECONDS), ratios.getLast());
    }
    double ratio = Figures.median(ratios);
    figures.line(
        "messages / bare inserts, %d connections: %.2f (%.2f–%.2f)   %s",
        CLIENTS,
        ratio,
        Figures.percentile(ratios, 0),
        Figures.percentile(ratios, 1),
        goal(ratio >= 0.5, ">= 0.5"));
    String other = System.getProperty("fristad.beside", "");
    if (!other.isEmpty()) {
      before(Path.of(other).toAbsolutePath(), running);
    }
    if (Ejabberd.isThere()) {
      beside(running, writing);
    } else {
      figures.line(
          "messages / ejabberd: SKIPPED, it is not installed here (Debian: apt-get install ejabberd erlang-p1-pgsql)");
    }
    assertThat(count(statement) - before)
        .as("what was acknowledged is there")
        .isEqualTo(acknowledged.get());
  }

  /// The same beside another build of this program, each with a database of its own: whether a
  /// change gained what it was made for.
  private void before(Path jar, Running running) throws Exception {
    Map<String, String> settings =
        Map.of("SERVER_FORWARD_HEADERS_STRATEGY", "native", "FRISTAD_YEAR", "none");
    try (Running earlier = Running.start(jar, "contact-beside", settings, List.of())) {
      AtomicInteger uncounted = new AtomicInteger();
      Map<Running, String> numbers = new LinkedHashMap<>();
      for (Running one : List.of(running, earlier)) {
        try (Wire wire = new Wire(one.port())) {
          numbers.put(one, number(wire.get("/sv", "").body()));
        }
      }
      Client now =
          until ->
              conversations(running.port(), numbers.getOrDefault(running, ""), until, acknowledged);
      Client then =
          until ->
              conversations(earlier.port(), numbers.getOrDefault(earlier, ""), until, uncounted);
      // both equally warm: turn by turn until neither compiles what is hot
      for (int round = 0; round < 3; round++) {
        rate(CLIENTS, then);
        rate(CLIENTS, now);
      }
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        Cost here = Cost.begun(running);
        double ours = rate(CLIENTS, now);
        String cost = here.of(ours * SECONDS);
        Cost there = Cost.begun(earlier);
        double theirs = rate(CLIENTS, then);
        ratios.add(ours / theirs);
        figures.line(
            "  messages %5.0f/s (%s)   the other build %5.0f/s (%s)   %.2f",
            ours, cost, theirs, there.of(theirs * SECONDS), ratios.getLast());
      }
      figures.line(
          "messages / the other build: %.2f (%.2f–%.2f)",
          Figures.median(ratios), Figures.percentile(ratios, 0), Figures.percentile(ratios, 1));
    }
  }

  private static String number(String page) {
    Matcher found = Pattern.compile("data-form=\"([^\"]+)\"").matcher(page);
    assertThat(found.find()).as("the page has a form number").isTrue();
    return found.group(1);
  }

  private void beside(Running running, Client writing) throws Exception {
    try (Ejabberd peer = Ejabberd.start(running)) {
      List<Ejabberd.Pair> pairs = new ArrayList<>();
      for (int n = 0; n < CROWD; n++) {
        pairs.add(peer.pair());
      }
      for (int clients : List.of(CLIENTS, CROWD)) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger handed = new AtomicInteger();
        Client sending =
            until -> {
              Ejabberd.Pair pair = pairs.get(next.getAndIncrement() % clients);
              long sent = 0;
              while (System.nanoTime() < until) {
                pair.send(WORDS);
                sent++;
              }
              handed.addAndGet((int) sent);
              return sent;
            };
        long kept = peer.kept();
        rate(clients, sending);
        assertThat(peer.kept() - kept).as("two rows a message").isEqualTo(2L * handed.get());
        rate(clients, writing);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          double ours = rate(clients, writing);
          double theirs = rate(clients, sending);
          ratios.add(ours / theirs);
          figures.line(
              "  messages %5.0f/s   ejabberd %5.0f/s   %.2f", ours, theirs, ratios.getLast());
        }
        double ratio = Figures.median(ratios);
        figures.line(
            "messages / ejabberd, %d in flight: %.2f (%.2f–%.2f)   %s",
            clients,
            ratio,
            Figures.percentile(ratios, 0),
            Figures.percentile(ratios, 1),
            goal(ratio >= 2, ">= 2"));
        assertThat(peer.kept() - kept).as("two rows a message").isEqualTo(2L * handed.get());
      }
      figures.line(
          "  %s keeps two rows a message in the same PostgreSQL, unsealed, without HTTP; resident %d MB, ours %d MB",
          Ejabberd.version().orElse("ejabberd"),
          peer.residentKilobytes() / 1024,
          running.residentKilobytes() / 1024);
      for (Ejabberd.Pair pair : pairs) {
        pair.close();
      }
    }
  }

  /// From the moment in which a worker presses Send until her words stand in the page.
  private void delivery(Running running, Statement statement, int pages) throws Exception {
    try (Crowd crowd = new Crowd(running.port());
        ExecutorService hand = Executors.newSingleThreadExecutor()) {
      statement.execute("create table if not exists public.before (id uuid)");
      statement.execute(
          "truncate public.before; insert into public.before select id from contact.thread");
      crowd.begin(pages);
      running.jcmd("GC.run");
      long residentBefore = running.residentKilobytes();
      long heapBefore = running.liveHeapKilobytes();
      int open = crowd.open();
      assertThat(open).as("open pages").isEqualTo(pages);
      crowd.hearFor(5);
      Browser amina = worker(running.port());
      String token = amina.get("/staff/inbox").token();
      List<String> threads = new ArrayList<>();
      try (var rows =
          statement.executeQuery(
              "select id::text from contact.thread where id not in (select id from public.before) order by random() limit "
                  + (ANSWERS + 20))) {
        while (rows.next()) {
          threads.add(rows.getString(1));
        }
      }
      List<Double> took = new ArrayList<>();
      int refused = 0;
      for (int answer = 0; answer < threads.size(); answer++) {
        String thread = threads.get(answer);
        List<Future<Browser.Answer>> sent = new ArrayList<>();
        List<Double> one =
            crowd.newsOf(
                1,
                () ->
                    sent.add(
                        hand.submit(() ->
                            amina.post(
                                "/staff/inbox/support/" + thread + "/answer",
                                Map.of(
                                    "_form",
                                    token,
                                    "client",
                                    UUID.randomUUID().toString(),
                                    "words",
                                    "Vi har läst det du skrev. Du kan komma hit i morgon.")))));
        if (sent.getFirst().get().status() != 303) {
          refused++;
        }
        // the first twenty warm it
        if (answer >= 20) {
          took.addAll(one);
        }
      }
      assertThat(refused).as("answers that were not taken").isZero();
      double late = Figures.percentile(took, 0.99);
      figures.line(
          "an answer among %,d open pages, from Send to her page: p50 %.0f p99 %.0f ms (%d answers)   %s",
          pages,
          Figures.percentile(took, 0.5),
          late,
          took.size(),
          goal(late < 100, "p99 < 100 ms"));
      double each = (running.residentKilobytes() - residentBefore) / (double) pages;
      double heap = (running.liveHeapKilobytes() - heapBefore) / (double) pages;
      figures.line(
          "  memory an open page: process %.0f KB, live heap %.0f KB (process %d MB in all)   %s",
          each,
          heap,
          running.residentKilobytes() / 1024,
          pages == PAGES.getLast() ? goal(each <= 60, "<= 60 KB") : "");
      assertThat(crowd.standing()).as("pages that still stand").isEqualTo(pages);
    }
  }

  /// Somebody guesses words with sixty-four connections from everywhere; somebody else wants the
  /// first page.
  private void flood(Running running, String number) throws Exception {
    List<Double> alone = new ArrayList<>();
    try (Wire wire = new Wire(running.port())) {
      for (int guess = 0; guess < 6; guess++) {
        long asked = System.nanoTime();
        assertThat(guess(wire, number).status()).isEqualTo(422);
        alone.add((System.nanoTime() - asked) / 1e6);
      }
    }
    AtomicInteger checked = new AtomicInteger();
    AtomicInteger busy = new AtomicInteger();
    AtomicInteger other = new AtomicInteger();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(FLOOD_SECONDS);
    List<Double> took = new ArrayList<>();
    try (ExecutorService flood = Executors.newVirtualThreadPerTaskExecutor();
        Wire someone = new Wire(running.port())) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int n = 0; n < 64; n++) {
        all.add(
            flood.submit(() -> {
              try (Wire wire = new Wire(running.port())) {
                while (System.nanoTime() < until) {
                  switch (guess(wire, number).status()) {
                    case 422 -> {
                      // what was still waiting when the time was over is not of that time
                      if (System.nanoTime() < until) {
                        checked.incrementAndGet();
                      }
                    }
                    case 503 -> busy.incrementAndGet();
                    default -> other.incrementAndGet();
                  }
                }
              }
              return 0;
            }));
      }
      pause(1_000);
      while (System.nanoTime() < until) {
        took.addAll(looks(someone, 1, 20));
      }
      for (Future<Integer> one : all) {
        one.get();
      }
    }
    double each = Figures.median(alone);
    double rate = checked.get() / (double) FLOOD_SECONDS;
    double late = Figures.percentile(took, 0.99);
    figures.line(
        "checks of four words, 64 at once: %.1f/s, %d told to wait, %d faults; one alone %.0f ms: %.2f of what one thread can",
        rate, busy.get(), other.get(), each, rate * each / 1_000);
    figures.line(
        "first page meanwhile: p50 %.1f p99 %.1f ms (%d looks)   %s",
        Figures.percentile(took, 0.5), late, took.size(), goal(late < 20, "p99 < 20 ms"));
    assertThat(other.get()).isZero();
  }

  private static Wire.Answer guess(Wire wire, String number) throws IOException {
    return wire.post(
        somewhere(),
        Map.of(
            "act",
            "return",
            "lang",
            "sv",
            "form",
            number,
            "words",
            "katt hund " + ThreadLocalRandom.current().nextInt(1_000_000)));
  }

  /// Until nothing more is gained by going on: twelve turns at most.
  private void warm(Client client) throws Exception {
    double best = 0;
    int since = 0;
    for (int turn = 1; turn <= 12 && since < 2; turn++) {
      double now = rate(CLIENTS, client);
      since = now > best * 1.03 ? 0 : since + 1;
      best = Math.max(best, now);
      figures.line("  warming, turn %2d: messages %5.0f/s", turn, now);
    }
  }

  /// Acknowledgements a second.
  private static double rate(int many, Client client) throws Exception {
    long began = System.nanoTime();
    long until = began + TimeUnit.SECONDS.toNanos(SECONDS);
    long done = 0;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> running = new ArrayList<>();
      for (int n = 0; n < many; n++) {
        running.add(clients.submit(() -> client.run(until)));
      }
      for (Future<Long> one : running) {
        done += one.get();
      }
    }
    return done / ((System.nanoTime() - began) / 1e9);
  }

  private static long conversations(int port, String number, long until, AtomicInteger acknowledged)
      throws IOException {
    long done = 0;
    try (Wire wire = new Wire(port)) {
      while (System.nanoTime() < until) {
        byte[] secret = new byte[32];
        ThreadLocalRandom.current().nextBytes(secret);
        String address = somewhere();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("act", "begin");
        fields.put("t", Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        fields.put("queue", "SUPPORT");
        fields.put("lang", "sv");
        fields.put("form", number);
        fields.put("words", WORDS);
        String form = Wire.encoded(fields);
        for (int more = 0; more <= MORE_WORDS && System.nanoTime() < until; more++) {
          ThreadLocalRandom random = ThreadLocalRandom.current();
          UUID id = new UUID(random.nextLong(), random.nextLong());
          Wire.Answer answer = wire.post(address, form + "&id=" + id);
          if (answer.status() != 200) {
            throw new IllegalStateException("not acknowledged: " + answer);
          }
          if (more == 0) {
            fields.put("act", "say");
            form = Wire.encoded(fields);
          }
          acknowledged.incrementAndGet();
          done++;
        }
      }
    }
    return done;
  }

  private static long inserts(Running running, long until) throws Exception {
    long done = 0;
    // 256 bytes of words, the nonce and the tag
    byte[] sealed = new byte[284];
    try (Connection connection = running.superuser();
        PreparedStatement insert =
            connection.prepareStatement("insert into public.bare values (?, ?, ?, ?, ?, ?)")) {
      while (System.nanoTime() < until) {
        ThreadLocalRandom.current().nextBytes(sealed);
        insert.setObject(1, UUID.randomUUID());
        insert.setInt(2, 1);
        insert.setObject(3, UUID.randomUUID());
        insert.setString(4, "person");
        insert.setObject(5, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
        insert.setBytes(6, sealed);
        insert.executeUpdate();
        done++;
      }
    }
    return done;
  }

  private static long count(Statement statement) throws SQLException {
    try (var rows = statement.executeQuery("select count(*) from contact.message")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /// One of the invented ones, who answers.
  private static Browser worker(int port) {
    Browser browser = new Browser(port);
    String names = browser.get("/staff/login").body();
    Matcher found =
        Pattern.compile("name=\"staff\" value=\"([0-9a-f-]{36})\"")
            .matcher(names.substring(0, names.indexOf("Amina Lindqvist")));
    String id = "";
    while (found.find()) {
      id = found.group(1);
    }
    browser.post("/staff/demonstration", Map.of("staff", id));
    return browser;
  }

  /// A neighbourhood that few share, as behind a proxy.
  private static String somewhere() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "10." + random.nextInt(256) + "." + random.nextInt(256) + ".7";
  }

  private static String goal(boolean reached, String goal) {
    return String.format(Locale.ROOT, "[%s: %s]", goal, reached ? "reached" : "MISSED");
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
