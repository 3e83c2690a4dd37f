package se.fristad.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestHouse;

@FristadTest
class DestructionTest {
  @Autowired Destruction destruction;
  @Autowired ObjectProvider<Holdings> holdings;
  @Autowired TestClock clock;

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void a_closed_conversation_lives_its_day_and_not_longer() throws SQLException {
    for (String schema : Set.of("contact", "contact_perpetrator")) {
      UUID thread = thread(schema, "closed_at = now(), state = 'closed'");
      clock.advance(Duration.ofHours(24).minusMinutes(1));
      destruction.run();
      assertThat(exists(schema, thread)).isTrue();
      clock.advance(Duration.ofMinutes(2));
      assertThat(destruction.dryRun()).isPositive();
      assertThat(exists(schema, thread)).isTrue();
      destruction.run();
      assertThat(exists(schema, thread)).isFalse();
      assertThat(logLines(thread)).isEqualTo(1);
      clock.reset();
    }
  }

  @Test
  void a_conversation_in_which_nobody_writes_dies_after_thirty_days() throws SQLException {
    UUID thread = thread("contact", "begun_at = now()");
    clock.advance(Duration.ofDays(30).minusMinutes(1));
    destruction.run();
    assertThat(exists("contact", thread)).isTrue();
    clock.advance(Duration.ofMinutes(2));
    destruction.run();
    assertThat(exists("contact", thread)).isFalse();
    assertThat(logLines(thread)).isEqualTo(1);
  }

  @Test
  @DisplayName("every module that keeps people's words answers for their end")
  void every_module_that_keeps_peoples_words_answers_for_their_end() throws SQLException {
    Set<String> withKeys = new TreeSet<>();
    try (Connection connection = TestHouse.shared().superuser();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select table_schema from information_schema.tables where table_name = 'data_key' and table_schema <> 'access'")) {
      while (rows.next()) {
        withKeys.add(rows.getString(1).replaceFirst("_.*", ""));
      }
    }
    Set<String> answered = new HashSet<>();
    holdings.forEach(holding -> answered.add(holding.module()));
    assertThat(answered).containsAll(withKeys);
  }

  private static UUID thread(String schema, String changes) throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection connection = TestHouse.shared().superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into "
              + schema
              + ".thread (id, language, begun_at, last_seq) values ('"
              + id
              + "', 'sv', now(), 1)");
      statement.execute(
          "insert into "
              + schema
              + ".message values ('"
              + id
              + "', 1, gen_random_uuid(), 'person', null, now(), '\\x00')");
      statement.execute("update " + schema + ".thread set " + changes + " where id = '" + id + "'");
    }
    return id;
  }

  private static boolean exists(String schema, UUID thread) {
    return count("select count(*) from " + schema + ".message where thread = '" + thread + "'") > 0;
  }

  private static long logLines(UUID thread) {
    return count(
        "select count(*) from audit.line where act = 'destroy' and subject = '" + thread + "'");
  }

  private static long count(String query) {
    return TestHouse.shared().database().count(query);
  }
}
