package se.fristad.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.fristad.house.TestHouse;

/// The peer: Debian's Redmine on Puma (two workers of five threads), with its issues in the
/// PostgreSQL that our files are in (`bench/redmine`). It seals nothing and logs no reading; its
/// pages are asked for without logging in, which saves it that work.
final class Redmine implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/share/redmine/config.ru");
  private static final Path SERVER = Path.of("/usr/bin/puma");
  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path directory;
  private final Connection database;
  private final int port;
  private final String[] ready;

  private Redmine(Process process, Path directory, Connection database, int port, String[] ready) {
    this.process = process;
    this.directory = directory;
    this.database = database;
    this.port = port;
    this.ready = ready;
  }

  /// Whether it is on this machine.
  static boolean isThere() {
    return Files.exists(PROGRAM) && Files.exists(SERVER);
  }

  /// Prepares it with so many issues of twenty notes each, and starts it.
  static Redmine start(TestHouse house, int issues) throws Exception {
    Path bench = Files.createDirectories(Path.of("target", "bench")).toAbsolutePath();
    Path directory = Files.createTempDirectory(bench, "redmine");
    String password = UUID.randomUUID().toString();
    try (Connection superuser = house.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("create role redmine login password '" + password + "'");
      statement.execute("create database redmine owner redmine");
    }
    String url = house.url().replace("/fristad", "/redmine");
    Path itself = directory.resolve("redmine");
    Process prepare =
        new ProcessBuilder(
                "bench/redmine", itself.toString(), url.replaceAll(".*:(\\d+)/.*", "$1"), password)
            .redirectError(bench.resolve("redmine.log").toFile())
            .start();
    String said =
        new String(
            prepare.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (prepare.waitFor() != 0 || !said.contains("READY")) {
      throw new IllegalStateException("Redmine was not prepared: see target/bench/redmine.log");
    }
    String[] ready = said.substring(said.indexOf("READY")).strip().split(" ");
    Connection database = DriverManager.getConnection(url, "redmine", password);
    fill(database, ready, issues);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                "bundle",
                "exec",
                "puma",
                "-e",
                "production",
                "-b",
                "tcp://127.0.0.1:" + port,
                "-w",
                "2",
                "-t",
                "5:5",
                "config.ru")
            .directory(itself.toFile())
            .redirectErrorStream(true)
            .redirectOutput(bench.resolve("puma.log").toFile());
    builder.environment().put("RAILS_ENV", "production");
    builder.environment().put("REDMINE_INSTANCE", "default");
    builder.environment().put("BUNDLE_APP_CONFIG", itself.resolve(".bundle").toString());
    Redmine redmine = new Redmine(builder.start(), directory, database, port, ready);
    for (int tries = 0; tries < 600 && redmine.process.isAlive(); tries++) {
      try {
        if (redmine.get("/issues/1").statusCode() == 200) {
          return redmine;
        }
      } catch (IOException notYet) {
        Thread.sleep(200);
      }
    }
    redmine.close();
    throw new IllegalStateException("Redmine did not start: see target/bench/puma.log");
  }

  private static void fill(Connection database, String[] ready, int issues) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(
          """
          insert into issues (tracker_id, project_id, subject, description, status_id, priority_id, author_id,
                              created_on, updated_on, lft, rgt, is_private, done_ratio)
          select %s, %s, 'Ärende ' || n, repeat('Ord som står i ärendet. ', 12), %s, %s, %s,
                 now() - n * interval '1 hour', now() - n * interval '30 minutes', 1, 2, false, 0
            from generate_series(1, %d) n
          """
              .formatted(ready[3], ready[2], ready[4], ready[5], ready[6], issues));
      statement.execute("update issues set root_id = id");
      statement.execute(
          """
          insert into journals (journalized_id, journalized_type, user_id, notes, created_on, private_notes)
          select i.id, 'Issue', %s, repeat('Hon kom på avtalad tid och hade sovit bättre. ', 20),
                 i.created_on + n * interval '1 day', false
            from issues i, generate_series(1, 20) n
          """
              .formatted(ready[6]));
      statement.execute("analyze issues");
      statement.execute("analyze journals");
    }
  }

  /// A page.
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// Makes an issue, by its interface for programs.
  int create() throws IOException, InterruptedException {
    String issue =
        """
        {"issue":{"project_id":%s,"tracker_id":%s,"status_id":%s,"priority_id":%s,"subject":"Ylva Exempel","description":"Ring bara före klockan tre."}}
        """
            .formatted(ready[2], ready[3], ready[4], ready[5]);
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/issues.json"))
                .header("X-Redmine-API-Key", ready[1])
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(issue))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  /// How many issues it keeps.
  long kept() throws SQLException {
    try (Statement statement = database.createStatement();
        var rows = statement.executeQuery("select count(*) from issues")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /// Lets it stand still, or go on: one server is up at a time.
  void stand(boolean still) throws IOException, InterruptedException {
    Peers.stand(process, still);
  }

  @Override
  public void close() throws Exception {
    Peers.stand(process, false);
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    client.close();
    database.close();
    List<Path> left;
    try (Stream<Path> files = Files.walk(directory)) {
      left = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
  }
}
