package se.fristad.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import se.fristad.house.TestHouse;

/// The peer: Flowable's cases (`bench/flowable`), in a process of its own and in the PostgreSQL
/// that our files are in, with the index without which it is slower at each task. No HTTP, no
/// pages, no permissions, no log, nothing sealed: it is compared with our use case alone.
final class Flowable implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private Flowable(Process process) {
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Where its archives are; empty when `bench/run` could not fetch them.
  static Optional<String> archives() throws IOException {
    Path list = Path.of("target", "bench", "flowable.archives");
    return Files.exists(list) ? Optional.of(Files.readString(list).strip()) : Optional.empty();
  }

  static Flowable start(TestHouse house, String archives) throws Exception {
    String password = UUID.randomUUID().toString();
    try (Connection superuser = house.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("create role flowable login password '" + password + "'");
      statement.execute("create database flowable owner flowable");
    }
    String url = house.url().replace("/fristad", "/flowable");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-cp",
                archives,
                "bench/flowable/Cases.java",
                url,
                "flowable",
                password)
            .redirectError(Path.of("target", "bench", "flowable.log").toFile())
            .start();
    Flowable flowable = new Flowable(process);
    for (String line = flowable.said.readLine(); !"READY".equals(line); ) {
      if (line == null) {
        throw new IllegalStateException("Flowable did not start: see target/bench/flowable.log");
      }
      line = flowable.said.readLine();
    }
    index(url, password);
    return flowable;
  }

  private static void index(String url, String password) throws SQLException {
    try (Connection database = DriverManager.getConnection(url, "flowable", password);
        Statement statement = database.createStatement()) {
      statement.execute("create index on act_ru_task (parent_task_id_)");
    }
  }

  /// Starts cases for so many seconds.
  ///
  /// @return how many
  long starts(int seconds, int threads) throws IOException {
    return asked("start " + seconds + " " + threads);
  }

  /// How many it keeps.
  long kept() throws IOException {
    return asked("kept");
  }

  private long asked(String order) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).write(order + "\n");
    process.outputWriter(StandardCharsets.UTF_8).flush();
    return Long.parseLong(said.readLine());
  }

  @Override
  public void close() throws Exception {
    process.outputWriter(StandardCharsets.UTF_8).close();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
