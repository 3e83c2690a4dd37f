package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FileWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.access.FaultBook;
import se.fristad.vault.Side;

/// The first point of the order of proof: side logins, routing and the registry of events hold
/// together when a node dies between commit and listener.
class EventsTest {
  private static TestHouse house = TestHouse.shared();
  private static ConfigurableApplicationContext node;
  private static TestClock clock;
  private static EventRetry retry;

  @BeforeAll
  static void start() throws Exception {
    try (Connection owner = house.superuser();
        var statement = owner.createStatement()) {
      statement.execute(
          """
          create schema if not exists ears;
          create table if not exists ears.heard (id uuid not null, login text not null);
          grant usage on schema ears to f_support, f_perpetrator;
          grant insert on ears.heard to f_support, f_perpetrator;
          """);
    }
    node = Serving.node(house.settings(), 0, Map.of(), Ears.class);
    clock = node.getBean(TestClock.class);
    retry = node.getBean(EventRetry.class);
  }

  @AfterAll
  static void stop() throws Exception {
    Serving.stop(node);
    try (Connection owner = house.superuser();
        var statement = owner.createStatement()) {
      statement.execute("drop schema ears cascade");
      statement.execute("delete from events_support.event_publication");
    }
  }

  @BeforeEach
  void goBackToNow() {
    clock.reset();
  }

  @ParameterizedTest
  @CsvSource({"support, f_support", "perpetrator, f_perpetrator"})
  @DisplayName(
      "Proof 1: a node dies between commit and listener; another tells it once, on its side")
  void what_a_dead_node_committed_is_heard_once_by_another_on_the_right_side(
      String side, String login) throws Exception {
    UUID id = UUID.randomUUID();
    assertThat(runAndDie(side, id)).isEqualTo(DyingNode.DIED_AFTER_COMMIT);
    assertThat(waiting(side, id)).isEqualTo(1);
    assertThat(waiting(side.equals("support") ? "perpetrator" : "support", id)).isZero();
    assertThat(heardBy(id)).isEmpty();

    Side where = Side.valueOf(side.toUpperCase(java.util.Locale.ROOT));
    retry.retry(where);
    assertThat(heardBy(id)).as("not before two minutes").isEmpty();

    clock.advance(EventRetry.LOST_AFTER.plusSeconds(1));
    retry.retry(where == Side.SUPPORT ? Side.PERPETRATOR : Side.SUPPORT);
    assertThat(heardBy(id)).as("not from the other side").isEmpty();

    retry.retry(where);
    retry.retry(where);
    await().atMost(Duration.ofSeconds(10)).until(() -> waiting(side, id) == 0);
    clock.advance(Duration.ofHours(12));
    retry.retry(where);
    assertThat(heardBy(id)).containsExactly(login);
  }

  @Test
  void what_is_heard_at_once_leaves_nothing_behind() throws Exception {
    UUID id = UUID.randomUUID();
    node.getBean(Ears.SupportMouth.class).say(new Ears.ForSupport(id), () -> {});
    await().atMost(Duration.ofSeconds(10)).until(() -> waiting("support", id) == 0);
    assertThat(heardBy(id)).containsExactly("f_support");
  }

  @Test
  void a_listener_of_no_side_hears_on_the_side_of_the_one_who_spoke() throws Exception {
    UUID id = UUID.randomUUID();
    node.getBean(Ears.PerpetratorMouth.class).say(new Ears.Overheard(id), () -> {});
    await().atMost(Duration.ofSeconds(10)).until(() -> waiting("perpetrator", id) == 0);
    assertThat(heardBy(id)).containsExactly("f_perpetrator");
  }

  @Test
  void after_ten_tries_with_growing_pauses_it_is_a_numbered_fault() throws Exception {
    UUID id = UUID.randomUUID();
    node.getBean(Ears.SupportMouth.class).say(new Ears.Unheard(id), () -> {});
    await().atMost(Duration.ofSeconds(10)).until(() -> tries(id).endsWith(" FAILED"));
    assertThat(tries(id)).isEqualTo("1 FAILED");
    for (int tried = 1; tried < EventRetry.TRIES; tried++) {
      clock.advance(EventRetry.pause(tried).minusSeconds(20));
      retry.retry(Side.SUPPORT);
      assertThat(tries(id)).as("its pause is not over").isEqualTo(tried + " FAILED");
      clock.advance(Duration.ofSeconds(21));
      retry.retry(Side.SUPPORT);
      String expected = (tried + 1) + " FAILED";
      if (tried + 1 < EventRetry.TRIES) {
        await().atMost(Duration.ofSeconds(10)).until(() -> tries(id).equals(expected));
      } else {
        await().atMost(Duration.ofSeconds(10)).until(() -> tries(id).endsWith(" FAILED"));
      }
    }
    clock.advance(Duration.ofDays(1));
    retry.retry(Side.SUPPORT);
    retry.retry(Side.SUPPORT);
    assertThat(tries(id)).as("given up, and still there").endsWith(" FAILED");
    assertThat(node.getBean(FaultBook.class).latest())
        .filteredOn(fault -> fault.number().equals(publication(id).toString().substring(0, 8)))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.kind()).isEqualTo("event-not-heard");
          assertThat(fault.place()).isEqualTo("events_support.event_publication");
        });
  }

  @Test
  void pauses_double_up_to_six_hours() {
    assertThat(EventRetry.pause(1)).isEqualTo(Duration.ofMinutes(2));
    assertThat(EventRetry.pause(2)).isEqualTo(Duration.ofMinutes(4));
    assertThat(EventRetry.pause(6)).isEqualTo(Duration.ofMinutes(64));
    assertThat(EventRetry.pause(1000)).isEqualTo(Duration.ofHours(6));
  }

  private static int runAndDie(String side, UUID id) throws Exception {
    Path settings = house.directory().resolve("node-" + id);
    Properties lines = new Properties();
    lines.putAll(house.settings());
    try (FileWriter file = new FileWriter(settings.toFile(), StandardCharsets.UTF_8)) {
      lines.store(file, null);
    }
    List<String> command = new ArrayList<>(Learned.java());
    command.addAll(
        List.of("-Xmx512m", DyingNode.class.getName(), settings.toString(), side, id.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "dying-node.log").toFile())
            .start();
    int code = process.waitFor();
    Files.delete(settings);
    return code;
  }

  private static int waiting(String side, UUID id) throws Exception {
    return Integer.parseInt(
        one(
            "select count(*) from events_"
                + side
                + ".event_publication where serialized_event like ?",
            id));
  }

  private static String tries(UUID id) throws Exception {
    return one(
        "select completion_attempts || ' ' || status from events_support.event_publication where serialized_event like ?",
        id);
  }

  private static UUID publication(UUID id) {
    try {
      return UUID.fromString(
          one("select id from events_support.event_publication where serialized_event like ?", id));
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String one(String query, UUID id) throws Exception {
    try (Connection owner = house.superuser();
        var statement = owner.prepareStatement(query)) {
      statement.setString(1, "%" + id + "%");
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static List<String> heardBy(UUID id) throws Exception {
    List<String> logins = new ArrayList<>();
    try (Connection owner = house.superuser();
        var statement = owner.prepareStatement("select login from ears.heard where id = ?")) {
      statement.setObject(1, id);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          logins.add(rows.getString(1));
        }
      }
    }
    return logins;
  }
}
