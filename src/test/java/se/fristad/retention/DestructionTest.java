package se.fristad.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.centre.OpeningHours;
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
      assertThat(destruction.dryRun())
          .anyMatch(due -> due.kind().equals("thread") && due.count() > 0);
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
  void
      an_intake_that_became_nothing_and_names_nobody_dies_after_thirty_days_and_one_that_opens_does_not()
          throws SQLException {
    UUID nothing = intake(null, "state = 'concluded', outcome = 'no_contact', thread = id");
    UUID opens = intake(null, "state = 'concluded', outcome = 'opens', investigation_due = now()");
    clock.advance(Duration.ofDays(30).minusMinutes(1));
    destruction.run();
    assertThat(intakes(nothing)).isEqualTo(2);
    clock.advance(Duration.ofMinutes(2));
    destruction.run();
    assertThat(intakes(nothing)).as("the row and its key").isZero();
    assertThat(logLines(nothing)).isEqualTo(1);
    assertThat(intakes(opens)).isEqualTo(2);
    assertThat(logLines(opens)).isZero();
  }

  @Test
  void an_intake_that_became_nothing_and_may_name_somebody_dies_after_five_years()
      throws SQLException {
    UUID named = intake(null, "state = 'concluded', outcome = 'declined'");
    UUID opens = intake(null, "state = 'concluded', outcome = 'opens', investigation_due = now()");
    ZonedDateTime concluded = clock.instant().atZone(OpeningHours.HERE);
    for (ZonedDateTime kept :
        List.of(concluded.plusDays(31), concluded.plusYears(5).minusDays(1))) {
      clock.set(kept.toInstant());
      destruction.run();
      assertThat(intakes(named)).as(kept.toString()).isEqualTo(2);
    }
    clock.set(concluded.plusYears(5).plusDays(2).toInstant());
    assertThat(destruction.dryRun()).anyMatch(due -> due.kind().equals("intake"));
    destruction.run();
    assertThat(intakes(named)).as("the row and its key").isZero();
    assertThat(logLines(named)).isEqualTo(1);
    assertThat(intakes(opens)).isEqualTo(2);
  }

  @Test
  void a_draft_that_nobody_touches_dies_after_thirty_days() throws SQLException {
    UUID draft = intake(null, "saved_at = now()");
    clock.advance(Duration.ofDays(30).minusMinutes(1));
    destruction.run();
    assertThat(intakes(draft)).isEqualTo(2);
    clock.advance(Duration.ofMinutes(2));
    destruction.run();
    assertThat(intakes(draft)).isZero();
    assertThat(logLines(draft)).isEqualTo(1);
  }

  @Test
  void a_conversation_that_is_gone_leaves_no_number_in_the_intakes() throws SQLException {
    UUID timed = thread("contact", "closed_at = now(), state = 'closed'");
    UUID hers = thread("contact", "begun_at = now()");
    UUID stays = thread("contact", "begun_at = now()");
    for (UUID thread : Set.of(timed, hers, stays)) {
      byHand("insert into intake.awaiting values ('" + thread + "', now())");
    }
    UUID concluded =
        intake(timed, "state = 'concluded', outcome = 'opens', investigation_due = now()");
    UUID draft = intake(hers, "saved_at = now()");
    UUID ofOne = intake(stays, "saved_at = now()");
    destruction.run();
    assertThat(numbers(timed) + numbers(hers) + numbers(stays)).isEqualTo(6);

    // she has everything destroyed; the other one's day is over
    byHand("delete from contact.thread where id = '" + hers + "'");
    clock.advance(Duration.ofHours(25));
    destruction.run();
    assertThat(numbers(timed)).isZero();
    assertThat(numbers(hers)).isZero();
    assertThat(numbers(stays)).isEqualTo(2);
    assertThat(intakes(concluded) + intakes(draft) + intakes(ofOne)).isEqualTo(6);
    assertThat(
            count(
                "select count(*) from intake.intake where thread = id and id in ('"
                    + concluded
                    + "', '"
                    + draft
                    + "')"))
        .as("that it came out of a conversation stays")
        .isEqualTo(2);
  }

  private static UUID intake(@Nullable UUID thread, String changes) throws SQLException {
    UUID id = UUID.randomUUID();
    byHand(
        "insert into intake.intake (id, thread, way, made_by, made_at, saved_by, saved_at) values ('"
            + id
            + "', "
            + (thread == null ? "null" : "'" + thread + "'")
            + ", 'chat', gen_random_uuid(), now(), gen_random_uuid(), now())");
    byHand("insert into intake.data_key values ('" + id + "', 'x', '\\x00')");
    String concluded =
        changes.contains("concluded") ? ", concluded_at = now(), concluded_by = made_by" : "";
    byHand("update intake.intake set " + changes + concluded + " where id = '" + id + "'");
    return id;
  }

  private static long intakes(UUID id) throws SQLException {
    return count(
        "select (select count(*) from intake.intake where id = '"
            + id
            + "') + (select count(*) from intake.data_key where id = '"
            + id
            + "')");
  }

  private static long numbers(UUID thread) throws SQLException {
    return count(
        "select (select count(*) from intake.intake where thread = '"
            + thread
            + "') + (select count(*) from intake.awaiting where thread = '"
            + thread
            + "')");
  }

  private static void byHand(String statement) throws SQLException {
    try (Connection connection = TestHouse.shared().superuser();
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
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
