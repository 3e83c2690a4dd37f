package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there, however the database dies. Here three times; twenty times under
/// two nodes and those who write to them in `KillsTest`.
class DurabilityTest {
  private static final int KILLS = 3;

  @Test
  void nothing_acknowledged_is_lost_when_postgresql_is_killed_under_a_writer(
      @TempDir Path directory) throws Exception {
    Path home = directory.resolve("pg");
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    EmbeddedPostgres postgres = EmbeddedPostgres.start(home, said::add);
    try (Connection connection = postgres.superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create table written (id uuid primary key)");
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        try (var row = statement.executeQuery("show " + setting)) {
          row.next();
          assertThat(row.getString(1)).as(setting).isEqualTo("on");
        }
      }
    }
    ConcurrentLinkedQueue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    for (int kill = 0; kill < KILLS; kill++) {
      String url = postgres.url("postgres");
      String password = postgres.superuserPassword();
      int before = acknowledged.size();
      Thread writer = new Thread(() -> write(url, password, acknowledged), "writer");
      writer.start();
      while (acknowledged.size() < before + 20) {
        Thread.sleep(5);
      }
      kill(postgres.pid());
      writer.join();
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> answers(url, password));
    }
    assertThat(said).hasSize(KILLS).allMatch(sentence -> sentence.contains("started again"));
    try (EmbeddedPostgres last = postgres;
        Connection connection = last.superuser("postgres");
        Statement statement = connection.createStatement()) {
      Set<UUID> there = new HashSet<>();
      try (var rows = statement.executeQuery("select id from written")) {
        while (rows.next()) {
          there.add(rows.getObject(1, UUID.class));
        }
      }
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(20 * KILLS);
      assertThat(there).containsAll(acknowledged);
    }
    assertThat(Files.readString(home.resolve("log"))).doesNotContain("insert into");
  }

  @Test
  void a_database_whose_password_is_missing_is_refused_and_not_made_anew(@TempDir Path directory)
      throws Exception {
    Path home = directory.resolve("pg");
    EmbeddedPostgres.start(home, sentence -> {}).close();
    Files.move(home.resolve("superuser"), directory.resolve("aside"));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> EmbeddedPostgres.start(home, sentence -> {}))
        .isInstanceOf(Refused.class);
    assertThat(home.resolve("data").resolve("PG_VERSION")).exists();
    Files.move(directory.resolve("aside"), home.resolve("superuser"));
    EmbeddedPostgres.start(home, sentence -> {}).close();
  }

  private static void write(String url, String password, ConcurrentLinkedQueue<UUID> done) {
    try (Connection connection =
            DriverManager.getConnection(url, EmbeddedPostgres.SUPERUSER, password);
        PreparedStatement insert =
            connection.prepareStatement("insert into written (id) values (?)")) {
      while (true) {
        UUID id = UUID.randomUUID();
        insert.setObject(1, id);
        insert.executeUpdate();
        done.add(id);
      }
    } catch (SQLException killed) {
      // the end of this writer: the server died under it
      assertThat(killed.getSQLState()).isNotNull();
    }
  }

  private static boolean answers(String url, String password) {
    try (Connection connection =
        DriverManager.getConnection(url, EmbeddedPostgres.SUPERUSER, password)) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static void kill(long pid) throws Exception {
    assertThat(new ProcessBuilder("sh", "-c", "kill -9 " + pid).start().waitFor()).isZero();
  }
}
