package se.fristad.contact.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.contact.Queue;
import se.fristad.house.Serving;
import se.fristad.house.TestHouse;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Strength;

/// Proof 2: visits through the doors, on two public nodes; in `KillsTest` they and the database are
/// killed under them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitsTest {
  private TestHouse house;
  private ConfigurableApplicationContext one;
  private ConfigurableApplicationContext other;

  @SuppressWarnings("NullAway.Init")
  VisitsTest() {}

  @BeforeAll
  void twoPublicNodes() {
    house = TestHouse.raised(true);
    one = Serving.node(house.settings(), 0, Map.of("fristad.faces", "public"));
    other = Serving.node(house.settings(), 0, Map.of("fristad.faces", "public"));
  }

  @AfterAll
  void stop() {
    Serving.stop(one);
    Serving.stop(other);
    house.close();
  }

  @Test
  void a_public_node_holds_no_keyset_and_only_the_login_of_the_doors() {
    assertThat(one.getBeanNamesForType(SideKeys.class)).isEmpty();
    assertThat(one.getBeanDefinitionNames())
        .noneMatch(name ->
            name.matches(
                "(?i)(keyring|masterKey|sideKeys|staffKeys|threads|staffing|sealKey|lineKey|jobs|gate)"));
  }

  @Test
  void words_cost_a_guesser_64_mebibytes_and_three_passes_on_a_node_that_serves() {
    assertThat(one.getBean(Strength.class)).isEqualTo(new Strength(64 * 1024, 3, 1));
  }

  @Test
  void any_node_serves_a_visit_and_the_same_words_sent_again_are_one_message() {
    VisitToken token = VisitToken.minted();
    UUID words = UUID.randomUUID();
    assertThat(place(begin(one, token, words, "hej"))).isEqualTo(1);
    assertThat(place(begin(other, token, words, "hej"))).isEqualTo(1);
    UUID more = UUID.randomUUID();
    assertThat(place(say(other, token, more, "är du där?"))).isEqualTo(2);
    assertThat(place(say(one, token, more, "är du där?"))).isEqualTo(2);
    assertThat(lines(one, token)).containsExactly("hej", "är du där?");
    assertThat(place(begin(one, token, UUID.randomUUID(), "och en sak till"))).isEqualTo(3);
  }

  @Test
  void words_and_the_sign_of_life_that_comes_with_them_are_one_transaction() throws SQLException {
    VisitToken token = VisitToken.minted();
    begin(one, token, UUID.randomUUID(), "hej");
    int many = 50;
    long before = transactions();
    for (int more = 0; more < many; more++) {
      assertThat(say(one, token, UUID.randomUUID(), "mer")).isInstanceOf(Said.Acknowledged.class);
    }
    // one for each message and at most one ring for each
    assertThat(transactions() - before).isBetween((long) many, 2L * many);
  }

  @Test
  void a_visit_that_was_left_is_over_on_every_node_and_begins_nothing_anew() {
    VisitToken token = VisitToken.minted();
    UUID words = UUID.randomUUID();
    begin(one, token, words, "hej");
    visits(other).leave(token);
    assertThat(visits(one).look(Queue.SUPPORT, token, 0)).isEqualTo(new Looked.Gone());
    assertThat(say(one, token, UUID.randomUUID(), "sent från en död sida"))
        .isEqualTo(new Said.Gone());
    assertThat(begin(one, token, words, "hej")).isEqualTo(new Said.Gone());
  }

  @Test
  void a_visit_lives_thirty_idle_minutes_with_a_script_and_ten_without() throws SQLException {
    for (boolean script : List.of(true, false)) {
      int idle = script ? 30 : 10;
      VisitToken token = VisitToken.minted();
      visits(one)
          .begin(Queue.SUPPORT, token, UUID.randomUUID(), Confidential.of("hej"), "sv", script);
      pretendIdle(token, Duration.ofMinutes(idle).minusSeconds(5));
      assertThat(visits(one).look(Queue.SUPPORT, token, 0)).isInstanceOf(Looked.Here.class);
      pretendIdle(token, Duration.ofMinutes(idle).plusSeconds(5));
      assertThat(visits(one).look(Queue.SUPPORT, token, 0)).isEqualTo(new Looked.Gone());
    }
  }

  @Test
  void the_words_lead_back_on_another_node_first_to_the_answer_and_other_words_lead_nowhere() {
    VisitToken token = VisitToken.minted();
    begin(one, token, UUID.randomUUID(), "hej");
    PhraseSet.Set words = (PhraseSet.Set) visits(one).givePhrase(Queue.SUPPORT, token, "sv");
    assertThat(words.words().reveal().split(" ")).hasSize(4);
    Returned found =
        visits(other)
            .comeBack(
                Confidential.of(
                    "  " + words.words().reveal().toUpperCase(java.util.Locale.ROOT) + "! "),
                true);
    assertThat(found)
        .isInstanceOfSatisfying(
            Returned.Found.class,
            back -> {
              assertThat(back.queue()).isEqualTo(Queue.SUPPORT);
              assertThat(back.latestAnswer()).isEmpty();
              assertThat(visits(one).look(back.queue(), back.token(), 0))
                  .isInstanceOf(Looked.Here.class);
            });
    assertThat(visits(one).comeBack(Confidential.of("helt andra ord här"), true))
        .isEqualTo(new Returned.NoWay());
  }

  @Test
  void each_door_has_its_own_tables_and_a_token_of_one_opens_nothing_at_the_other() {
    VisitToken token = VisitToken.minted();
    visits(one)
        .begin(
            Queue.CHANGE, token, UUID.randomUUID(), Confidential.of("jag vill sluta"), "sv", true);
    assertThat(visits(one).look(Queue.SUPPORT, token, 0)).isEqualTo(new Looked.Gone());
    assertThat(visits(one).look(Queue.CHANGE, token, 0)).isInstanceOf(Looked.Here.class);
  }

  @Test
  void what_she_destroys_is_gone_from_the_tables_at_once() throws SQLException {
    VisitToken token = VisitToken.minted();
    begin(one, token, UUID.randomUUID(), "hej");
    long before = count("contact.data_key");
    assertThat(visits(one).destroy(Queue.SUPPORT, token)).isTrue();
    assertThat(count("contact.data_key")).isEqualTo(before - 1);
    assertThat(visits(other).look(Queue.SUPPORT, token, 0)).isEqualTo(new Looked.Gone());
    assertThat(visits(other).destroy(Queue.SUPPORT, token)).isFalse();
  }

  private long count(String table) throws SQLException {
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// Moves the visit's end as if she had been still for so long: the doors know only the database's
  /// clock.
  private void pretendIdle(VisitToken token, Duration idle) throws SQLException {
    try (Connection connection = house.superuser();
        var statement =
            connection.prepareStatement(
                "update contact.visit set expires_at = expires_at - ?::interval where token_hash = ?")) {
      statement.setString(1, idle.toSeconds() + " seconds");
      statement.setBytes(2, token.hash());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static Visits visits(ConfigurableApplicationContext node) {
    return node.getBean(Visits.class);
  }

  private static Said begin(
      ConfigurableApplicationContext node, VisitToken token, UUID id, String text) {
    return visits(node).begin(Queue.SUPPORT, token, id, Confidential.of(text), "sv", true);
  }

  private static Said say(
      ConfigurableApplicationContext node, VisitToken token, UUID id, String text) {
    return visits(node).say(Queue.SUPPORT, token, id, Confidential.of(text));
  }

  /// How many transactions have written something.
  private long transactions() throws SQLException {
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static int place(Said said) {
    return said instanceof Said.Acknowledged acknowledged ? acknowledged.seq() : 0;
  }

  private static List<String> lines(ConfigurableApplicationContext node, VisitToken token) {
    return switch (visits(node).look(Queue.SUPPORT, token, 0)) {
      case Looked.Here here -> here.lines().stream().map(line -> line.words().reveal()).toList();
      case Looked.Gone _ -> List.of();
    };
  }

  @Test
  void a_visit_key_opens_only_with_its_own_token() {
    try (DataKey key = DataKey.random();
        DataKey mine = VisitToken.minted().key();
        DataKey another = VisitToken.minted().key()) {
      byte[] wrapped = mine.wrap(key, "thread");
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> another.unwrap(wrapped, "thread").close())
          .isInstanceOf(se.fristad.vault.Tampered.class);
    }
  }
}
