package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.casework.Road;
import se.fristad.casework.Step;
import se.fristad.contact.Queue;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.PhraseSet;
import se.fristad.contact.front.Returned;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.vault.Confidential;
import se.fristad.vault.KeyTurning;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.Tampered;
import se.fristad.vault.WrappedKey;

/// Proof 3: backup, destroy, turn the keys, restore, search.
class DestroyedStaysDestroyedTest {
  private static final String KEPT = "kanariefågel som lever";
  private static final String DESTROYED = "kanariefågel som förstördes";

  @Test
  @DisplayName(
      "E-T25 what was destroyed does not come back with an old backup and today's keys; what lives does")
  void what_was_destroyed_does_not_come_back_with_an_old_backup() throws Exception {
    TestHouse house = TestHouse.raised(false);
    Path to = Files.createTempDirectory(Path.of("target", "houses"), "backups");
    BackUp.Made old;
    BackUp.Made today;
    Confidential words;
    UUID thread;
    UUID file = UUID.randomUUID();
    WrappedKey oldKey;
    try {
      ConfigurableApplicationContext node =
          Serving.node(
              house.settings(),
              0,
              Map.of(
                  "fristad.jobs.start",
                  "false",
                  "spring.main.allow-bean-definition-overriding",
                  "true"),
              FristadTest.WithTestClock.class);
      try {
        Visits visits = node.getBean(Visits.class);
        VisitToken kept = VisitToken.minted();
        VisitToken destroyed = VisitToken.minted();
        visits.begin(Queue.SUPPORT, kept, UUID.randomUUID(), Confidential.of(KEPT), "sv", true);
        visits.begin(
            Queue.SUPPORT, destroyed, UUID.randomUUID(), Confidential.of(DESTROYED), "sv", true);
        words = ((PhraseSet.Set) visits.givePhrase(Queue.SUPPORT, kept, "sv")).words();
        Confidential wordsOfTheDestroyed =
            ((PhraseSet.Set) visits.givePhrase(Queue.SUPPORT, destroyed, "sv")).words();
        openFile(node.getBean(Road.class), file);
        try (Database database = Database.of(house.directory())) {
          old = BackUp.make(database, to, Instant.now());
        }
        destroyFile(house, file);
        thread = threadBegunLast(house);
        oldKey = key(house, thread);
        assertThat(visits.destroy(Queue.SUPPORT, destroyed)).isTrue();

        TestClock clock = node.getBean(TestClock.class);
        KeyTurning turning = node.getBean(KeyTurning.class);
        for (int night = 0; night < 9; night++) {
          clock.advance(Duration.ofDays(1));
          for (Queue queue : Queue.values()) {
            Sides.run(queue.side(), turning::turn);
          }
        }
        WrappedKey erased = oldKey;
        UUID gone = thread;
        SideKeys keys = node.getBean(SideKeys.class);
        assertThatThrownBy(() -> Sides.on(Queue.SUPPORT.side(), () -> keys.unwrap(gone, erased)))
            .isInstanceOf(Tampered.class);
        assertThat(visits.look(Queue.SUPPORT, kept, 0))
            .isInstanceOfSatisfying(
                Looked.Here.class,
                here -> assertThat(here.lines().getFirst().words().reveal()).isEqualTo(KEPT));
        assertThat(visits.comeBack(wordsOfTheDestroyed, true)).isEqualTo(new Returned.NoWay());
        try (Database database = Database.of(house.directory())) {
          today = BackUp.make(database, to, Instant.now().plusSeconds(2));
        }
      } finally {
        Serving.stop(node);
      }
    } finally {
      house.close();
    }

    Path restored = house.directory().resolveSibling(house.directory().getFileName() + "-restored");
    Files.createDirectories(restored.resolve("keys"));
    for (Path one : List.of(restored, restored.resolve("keys"))) {
      Files.setPosixFilePermissions(
          one, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }
    for (String another : List.of("", "00".repeat(32))) {
      if (!another.isEmpty()) {
        Files.writeString(restored.resolve("keys/master"), another);
      }
      assertThatThrownBy(() -> Restore.restore(restored.toAbsolutePath(), old.data(), today.keys()))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("The master key")
          .hasMessageEndingWith("Nothing was restored.");
      assertThat(restored.resolve("version")).doesNotExist();
    }
    Files.delete(restored.resolve("keys/master"));
    Files.copy(house.directory().resolve("keys/master"), restored.resolve("keys/master"));
    assertThat(Restore.restore(restored.toAbsolutePath(), old.data(), today.keys())).isEqualTo(3);

    try (House again = House.raise(restored, true, sentence -> {})) {
      assertThat(again.data().demonstration()).isFalse();
      ConfigurableApplicationContext node =
          Serving.node(again.settings(), 0, Map.of("fristad.jobs.start", "false"));
      try {
        assertThat(node.getBean(Visits.class).comeBack(words, true))
            .isInstanceOf(Returned.Found.class);
      } finally {
        Serving.stop(node);
      }
    }
    assertThat(namedIn(restored, thread)).isFalse();
    assertThat(namedIn(restored, file)).isFalse();
    assertThat(namedIn(old.data(), file)).isTrue();
    assertThat(namedIn(old.keys(), thread)).isTrue();
    Leaks leaks =
        new Leaks(
            List.of(
                Leaks.Canary.of("what was destroyed", DESTROYED),
                Leaks.Canary.of("what lives", KEPT)));
    assertThat(leaks.inFiles(restored, Instant.MIN)).isEmpty();
  }

  @Test
  void key_exports_older_than_seven_days_are_deleted_and_the_data_file_holds_no_key()
      throws Exception {
    Path to = Files.createTempDirectory(Path.of("target", "houses"), "backups");
    try (Database database = Database.of(TestHouse.shared().directory())) {
      Instant now = Instant.parse("2026-03-10T02:00:00Z");
      BackUp.Made eight = BackUp.make(database, to, now.minus(Duration.ofDays(8)));
      BackUp.Made six = BackUp.make(database, to, now.minus(Duration.ofDays(6)));
      BackUp.Made made = BackUp.make(database, to, now);
      assertThat(eight.keys()).doesNotExist();
      assertThat(eight.data()).exists();
      assertThat(six.keys()).exists();
      try (ZipFile data = new ZipFile(made.data().toFile())) {
        assertThat(data.stream().map(entry -> entry.getName()))
            .noneMatch(name ->
                name.contains("data_key")
                    || name.contains("phrase")
                    || name.contains("visit")
                    || name.contains("session")
                    || name.startsWith("keys/"));
      }
    }
  }

  /// A file with a note: the note hangs on the file, the file on the person, each of these on a
  /// key.
  private static void openFile(Road road, UUID file) {
    Viewer worker = new Viewer(UUID.randomUUID(), "centre", Role.CASEWORKER);
    Confidential nothing = Confidential.of("");
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
    Road.Opening opening =
        new Road.Opening(
            file,
            null,
            "0380",
            new Road.Who(
                Confidential.of("Ylva Exempel"),
                nothing,
                null,
                nothing,
                nothing,
                nothing,
                Road.Protection.NONE,
                "sv"),
            new Road.Agreed(today, today.plusDays(1), Confidential.of("Muntligt.")));
    assertThat(road.open(worker, opening)).isInstanceOf(Step.Done.class);
    assertThat(road.note(worker, file, Confidential.of(DESTROYED))).isInstanceOf(Step.Done.class);
  }

  private static void destroyFile(TestHouse house, UUID file) throws SQLException {
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("delete from casework.file where id = '" + file + "'"))
          .isEqualTo(1);
      statement.executeUpdate("delete from casework.person");
    }
  }

  private static UUID threadBegunLast(TestHouse house) throws SQLException {
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select id from contact.thread order by begun_at desc limit 1")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  private static WrappedKey key(TestHouse house, UUID thread) throws SQLException {
    try (Connection connection = house.superuser();
        var statement =
            connection.prepareStatement("select kek, wrapped from contact.data_key where id = ?")) {
      statement.setObject(1, thread);
      try (var row = statement.executeQuery()) {
        row.next();
        return new WrappedKey(row.getString(1), row.getBytes(2));
      }
    }
  }

  /// Whether a restored database, or a file of a backup, still names a thread.
  private static boolean namedIn(Path place, UUID thread) throws Exception {
    if (Files.isDirectory(place)) {
      try (Database database = Database.of(place);
          Connection connection =
              java.sql.DriverManager.getConnection(
                  database.url(), EmbeddedPostgres.SUPERUSER, database.superuserPassword())) {
        for (Copies.Table table : Copies.tables(connection)) {
          java.io.ByteArrayOutputStream rows = new java.io.ByteArrayOutputStream();
          Copies.out(connection, table, rows);
          if (!table.schema().equals("audit")
              && rows.toString(StandardCharsets.UTF_8).contains(thread.toString())) {
            return true;
          }
        }
        return false;
      }
    }
    try (ZipFile file = new ZipFile(place.toFile())) {
      for (var entry : file.stream().toList()) {
        try (var in = file.getInputStream(entry)) {
          if (new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
              .contains(thread.toString())) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
