package se.fristad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.casework.Years;
import se.fristad.house.TestHouse;

/// The same work beside others, in turns within one run. A probe of commits and one of Argon2 stand
/// around each pair; where the machine moved by more than a fifth across it, the pair does not
/// count. While we are measured, the peer stands still.
final class Peers {
  private static final int CLIENTS = 8;
  private static final int PAIRS = 5;
  private static final int MOST_PAIRS = 15;
  private static final int SECONDS = Integer.getInteger("fristad.turn", 5);

  private final Figures figures;
  private final TestHouse house;
  private final CaseworkBench.Centre centre;
  private final Connection superuser;
  private final List<String> tokens = new ArrayList<>();

  private Peers(
      Figures figures, TestHouse house, CaseworkBench.Centre centre, Connection superuser) {
    this.figures = figures;
    this.house = house;
    this.centre = centre;
    this.superuser = superuser;
  }

  /// What one client does once.
  private interface Once {
    void run(int client) throws Exception;
  }

  /// How much was done in a second.
  private interface Turn {
    double run() throws Exception;
  }

  static void beside(
      Figures figures,
      ConfigurableApplicationContext node,
      TestHouse house,
      CaseworkBench.Centre centre)
      throws Exception {
    try (Connection superuser = house.superuser()) {
      superuser.createStatement().execute("create table public.probe (id bigint, words text)");
      Peers peers = new Peers(figures, house, centre, superuser);
      for (int client = 0; client < CLIENTS; client++) {
        peers.tokens.add(centre.worker(client).get("/staff/people").token());
      }
      peers.bare();
      if (Redmine.isThere()) {
        peers.redmine();
      } else {
        figures.line(
            "beside Redmine: SKIPPED, it could not be installed here (Debian: apt-get install redmine redmine-pgsql puma)");
      }
      String archives = Flowable.archives().orElse("");
      if (archives.isEmpty()) {
        figures.line(
            "beside Flowable: SKIPPED, its archives could not be fetched (bench/flowable/pom.xml)");
      } else {
        peers.flowable(node, archives);
      }
    }
  }

  /// A file opened over HTTP beside what PostgreSQL alone gives: the newest fifty notes of one
  /// file.
  private void bare() throws Exception {
    List<UUID> files = CaseworkBench.ids(house, "true order by random() limit 200");
    Turn ours = () -> rate(client -> opens(client, files));
    Turn theirs =
        () -> {
          List<Connection> connections = new ArrayList<>();
          for (int client = 0; client < CLIENTS; client++) {
            connections.add(house.superuser());
          }
          try {
            return rate(client -> selects(connections.get(client), files));
          } finally {
            for (Connection one : connections) {
              one.close();
            }
          }
        };
    compare("open a file / select of 50 notes", 0.25, ours, theirs, still -> {});
  }

  private static void selects(Connection connection, List<UUID> files) throws SQLException {
    try (PreparedStatement newest =
        connection.prepareStatement(
            "select id, made_at, sealed from casework.note where file = ? order by made_at desc limit 50")) {
      newest.setObject(1, one(files));
      try (var rows = newest.executeQuery()) {
        while (rows.next()) {
          rows.getBytes(3);
        }
      }
    }
  }

  private void redmine() throws Exception {
    int files = centre.years().files();
    List<UUID> all = CaseworkBench.ids(house, "true order by random() limit 200");
    try (Redmine redmine = Redmine.start(house, files)) {
      Still still = redmine::stand;
      long before = redmine.kept();
      long ours = count();
      long[] made = new long[2];
      compare(
          "register a case / Redmine's issue",
          40,
          () ->
              rate(client -> {
                int status =
                    CaseworkBench.register(centre.worker(client), tokens.get(client), -1).status();
                assertThat(status).isEqualTo(303);
                added(made, 0);
              }),
          () ->
              rate(client -> {
                assertThat(redmine.create()).isEqualTo(201);
                added(made, 1);
              }),
          still);
      assertThat(redmine.kept() - before).as("issues acknowledged are there").isEqualTo(made[1]);
      assertThat(count() - ours).as("cases acknowledged are there").isEqualTo(made[0]);
      compare(
          "open a file / Redmine's issue",
          100,
          () -> rate(client -> opens(client, all)),
          () ->
              rate(client ->
                  there(
                      redmine
                          .get("/issues/" + ThreadLocalRandom.current().nextInt(1, files))
                          .statusCode())),
          still);
      compare(
          "a list / Redmine's",
          50,
          () -> rate(client -> there(centre.head().get("/staff/people?shown=closed").status())),
          () -> rate(client -> there(redmine.get("/issues").statusCode())),
          still);
      figures.line(
          "  Redmine %s with %,d issues of 20 notes, the same PostgreSQL, Puma of 2 x 5; no log, nothing sealed, pages without logging in",
          "of Debian", files);
    }
  }

  private void flowable(ConfigurableApplicationContext node, String archives) throws Exception {
    try (Flowable flowable = Flowable.start(house, archives)) {
      long[] made = new long[2];
      long ours = count();
      Years years = centre.years();
      compare(
          "register a case, use case alone / Flowable's start",
          8,
          () ->
              rate(client -> {
                years.opens(client);
                added(made, 0);
              }),
          () -> {
            long started = flowable.starts(SECONDS, CLIENTS);
            made[1] += started;
            return started / (double) SECONDS;
          },
          // it does nothing until it is asked
          still -> {});
      assertThat(flowable.kept()).as("cases acknowledged are there").isEqualTo(made[1]);
      assertThat(count() - ours).as("cases acknowledged are there").isEqualTo(made[0]);
    }
  }

  private long count() throws SQLException {
    return CaseworkBench.count(house, "select count(*) from casework.file");
  }

  private static synchronized void added(long[] made, int which) {
    made[which]++;
  }

  private void opens(int client, List<UUID> files) {
    there(centre.head().get("/staff/files/" + one(files)).status());
  }

  private static void there(int status) {
    assertThat(status).isEqualTo(200);
  }

  private static UUID one(List<UUID> of) {
    return of.get(ThreadLocalRandom.current().nextInt(of.size()));
  }

  private interface Still {
    void stand(boolean still) throws Exception;
  }

  private void compare(String what, double goal, Turn ours, Turn theirs, Still still)
      throws Exception {
    // both warm
    still.stand(true);
    ours.run();
    still.stand(false);
    theirs.run();
    List<Double> ratios = new ArrayList<>();
    int voided = 0;
    for (int pair = 0; ratios.size() < PAIRS && pair < MOST_PAIRS; pair++) {
      still.stand(true);
      double[] before = probes();
      double first = ours.run();
      still.stand(false);
      double second = theirs.run();
      still.stand(true);
      double[] after = probes();
      still.stand(false);
      if (moved(before[0], after[0]) || moved(before[1], after[1])) {
        voided++;
        continue;
      }
      ratios.add(first / second);
      figures.line("    ours %7.1f/s   theirs %7.1f/s   %.2f", first, second, ratios.getLast());
    }
    if (ratios.isEmpty()) {
      figures.line(
          "%s: VOID, the machine moved across each of %d pairs, load %s",
          what, voided, CaseworkBench.load());
      return;
    }
    double ratio = Figures.median(ratios);
    figures.line(
        "%s, %d at once: %.2f (%.2f–%.2f) of %d pairs, %d void   %s",
        what,
        CLIENTS,
        ratio,
        Figures.percentile(ratios, 0),
        Figures.percentile(ratios, 1),
        ratios.size(),
        voided,
        ratios.size() < PAIRS
            ? "[not judged: fewer than " + PAIRS + " pairs in which the machine stood still]"
            : CaseworkBench.reached(
                ratio >= goal, String.format(Locale.ROOT, ">= %s", goal < 1 ? goal : (long) goal)));
  }

  private static boolean moved(double before, double after) {
    return Math.abs(after / before - 1) > 0.2;
  }

  /// How many commits a second one client gets, and how many milliseconds one Argon2 takes.
  private double[] probes() throws SQLException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(700);
    long began = System.nanoTime();
    int commits = 0;
    try (PreparedStatement insert =
        superuser.prepareStatement("insert into public.probe values (?, repeat('x', 256))")) {
      while (System.nanoTime() < until) {
        insert.setLong(1, commits++);
        insert.executeUpdate();
      }
    }
    double rate = commits / ((System.nanoTime() - began) / 1e9);
    began = System.nanoTime();
    for (int each = 0; each < 2; each++) {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withIterations(3)
              .withMemoryAsKB(65_536)
              .withSalt(new byte[16])
              .build());
      argon2.generateBytes(new byte[32], new byte[32]);
    }
    return new double[] {rate, (System.nanoTime() - began) / 1e6};
  }

  /// How often a second eight do it.
  private static double rate(Once once) throws Exception {
    long began = System.nanoTime();
    long until = began + TimeUnit.SECONDS.toNanos(SECONDS);
    long done = 0;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> all = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int who = client;
        all.add(
            clients.submit(() -> {
              long times = 0;
              while (System.nanoTime() < until) {
                once.run(who);
                times++;
              }
              return times;
            }));
      }
      for (Future<Long> one : all) {
        done += one.get();
      }
    }
    return done / ((System.nanoTime() - began) / 1e9);
  }

  /// Lets a process and all that it has begun stand still, or go on.
  static void stand(Process process, boolean still) throws IOException, InterruptedException {
    List<String> order = new ArrayList<>(List.of("kill", still ? "-STOP" : "-CONT"));
    Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .forEach(one -> order.add(Long.toString(one.pid())));
    new ProcessBuilder(order).start().waitFor();
  }
}
