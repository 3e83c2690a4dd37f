package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.TimesToBook.Chosen;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.house.Serving;
import se.fristad.house.TestHouse;
import se.fristad.vault.Confidential;

/// The last time, wanted by several at once on two nodes; and a room on both sides of the wall. The
/// long form is 1,000 rounds (`-Dfristad.rounds=1000`).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The race for the last time")
class RaceTest {
  private static final int ROUNDS = Integer.getInteger("fristad.rounds", 25);
  private static final int AT_ONCE = 4;
  private TestHouse house;

  /// One connection for all rounds: a login with its password costs more than a round.
  private Connection hand;

  private ConfigurableApplicationContext one;
  private ConfigurableApplicationContext other;

  @SuppressWarnings("NullAway.Init")
  RaceTest() {}

  @BeforeAll
  void two_nodes() throws SQLException {
    house = TestHouse.raised(true);
    hand = house.superuser();
    one = Serving.node(house.settings(), 0, Map.of("fristad.faces", "public"));
    other = Serving.node(house.settings(), 0, Map.of("fristad.faces", "public"));
  }

  @AfterAll
  void stop() throws SQLException {
    hand.close();
    Serving.stop(one);
    Serving.stop(other);
    house.close();
  }

  private void byHand(String statement) throws SQLException {
    try (Statement one = hand.createStatement()) {
      one.execute(statement);
    }
  }

  private long count(String question) throws SQLException {
    try (Statement statement = hand.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// One worker and one room on a side, with one time a week.
  private void receives(String schema, ZonedDateTime at) throws SQLException {
    UUID worker = UUID.randomUUID();
    byHand(
        "insert into "
            + schema
            + ".room (id, name, house, seats) values (gen_random_uuid(), 'Rum', 1, 4)");
    byHand(
        "insert into "
            + schema
            + ".worker (id, staff) values ('"
            + worker
            + "', gen_random_uuid())");
    byHand(
        "insert into "
            + schema
            + ".hours (id, worker, kind, weekday, starts, ends, minutes, ways, valid_from) values (gen_random_uuid(), '"
            + worker
            + "', 'ordinary', "
            + at.getDayOfWeek().getValue()
            + ", '"
            + at.toLocalTime()
            + "', '"
            + at.toLocalTime().plusHours(1)
            + "', 60, '{on_site}', '2020-01-01')");
  }

  private void empty() throws SQLException {
    for (String schema : List.of("contact", "contact_perpetrator")) {
      for (String table : List.of("thread", "meeting", "hours", "worker", "room")) {
        byHand("delete from " + schema + "." + table);
      }
    }
  }

  private static VisitToken writes(ConfigurableApplicationContext node, Queue queue) {
    VisitToken token = VisitToken.minted();
    node.getBean(Visits.class)
        .begin(queue, token, UUID.randomUUID(), Confidential.of("hej"), "sv", true);
    return token;
  }

  private static Chosen chooses(
      ConfigurableApplicationContext node, Queue queue, VisitToken token, ZonedDateTime at) {
    return node.getBean(TimesToBook.class)
        .choose(
            queue,
            token,
            UUID.randomUUID(),
            "on_site." + at.toEpochSecond() / 60 + ".60",
            "",
            "sv");
  }

  private static List<Chosen> atOnce(List<Callable<Chosen>> some) throws Exception {
    CyclicBarrier start = new CyclicBarrier(some.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Chosen>> racing = new ArrayList<>();
      for (Callable<Chosen> one : some) {
        racing.add(
            threads.submit(() -> {
              start.await();
              return one.call();
            }));
      }
      List<Chosen> answers = new ArrayList<>();
      for (Future<Chosen> one : racing) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  @Test
  void the_last_time_is_given_once_on_two_nodes() throws Exception {
    empty();
    ZonedDateTime at = Calendar.monday().atZone(OpeningHours.HERE).plusDays(1);
    receives("contact", at);
    for (int round = 0; round < ROUNDS; round++) {
      List<Callable<Chosen>> racing = new ArrayList<>();
      for (int person = 0; person < AT_ONCE; person++) {
        ConfigurableApplicationContext node = person % 2 == 0 ? one : other;
        VisitToken token = writes(node, Queue.SUPPORT);
        racing.add(() -> chooses(node, Queue.SUPPORT, token, at));
      }
      List<Chosen> answers = atOnce(racing);
      assertThat(answers.stream().filter(Chosen.Stands.class::isInstance))
          .as("round " + round)
          .hasSize(1);
      assertThat(count("select count(*) from contact.meeting where state = 'booked'"))
          .as("round " + round)
          .isOne();
      byHand("delete from contact.thread");
    }
  }

  @Test
  void two_who_must_not_meet_and_book_at_the_same_moment_are_never_both_given_the_hour()
      throws Exception {
    empty();
    ZonedDateTime at = Calendar.monday().atZone(OpeningHours.HERE).plusDays(1);
    receives("contact", at);
    receives("contact_perpetrator", at);
    for (int round = 0; round < ROUNDS; round++) {
      VisitToken woman = writes(one, Queue.SUPPORT);
      VisitToken man = writes(other, Queue.CHANGE);
      List<Chosen> answers =
          atOnce(
              List.of(
                  () -> chooses(one, Queue.SUPPORT, woman, at),
                  () -> chooses(other, Queue.CHANGE, man, at)));
      assertThat(answers.stream().filter(Chosen.Stands.class::isInstance).count())
          .as("round " + round)
          .isLessThanOrEqualTo(1);
      long booked =
          count(
              "select (select count(*) from contact.meeting where state = 'booked') + (select count(*) from contact_perpetrator.meeting where state = 'booked')");
      assertThat(booked).as("round " + round).isLessThanOrEqualTo(1);
      byHand("delete from contact.thread");
      byHand("delete from contact_perpetrator.thread");
    }
  }
}
