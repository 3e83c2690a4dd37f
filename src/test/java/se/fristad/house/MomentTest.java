package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.centre.Moment;
import se.fristad.contact.Queue;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.vault.Confidential;

/// An invented day is believed by the doors of a demonstration, and by no other door.
class MomentTest {
  private static final Instant DAY = Instant.parse("2025-03-10T09:15:00Z");

  MomentTest() {}

  @Test
  void the_doors_of_a_demonstration_believe_an_invented_day_and_forget_it_at_once()
      throws SQLException {
    TestHouse house = TestHouse.raised(true);
    try {
      begin(house, DAY);
      assertThat(begunAt(house)).isEqualTo(DAY);
      begin(house, null);
      assertThat(begunAt(house))
          .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now().plusSeconds(1));
    } finally {
      house.close();
    }
  }

  @Test
  void nobody_dates_back_what_was_written_at_a_real_centre() throws SQLException {
    TestHouse house = TestHouse.raised(false);
    try {
      begin(house, DAY);
      assertThat(begunAt(house)).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
      try (Connection front = house.as(se.fristad.vault.Side.FRONT);
          Statement statement = front.createStatement()) {
        statement.execute("set fristad.moment = '2025-03-10T09:15:00Z'");
        statement.execute(
            "select door.begin('%s', 'k', '\\x01', '\\x%s', '\\x01', 'sv', true, '%s', '\\x01')"
                .formatted(UUID.randomUUID(), "ab".repeat(32), UUID.randomUUID()));
      }
      assertThat(begunAt(house)).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
    } finally {
      house.close();
    }
  }

  private static void begin(TestHouse house, @org.jspecify.annotations.Nullable Instant moment) {
    ConfigurableApplicationContext node =
        Serving.node(house.settings(), 0, Map.of("fristad.faces", "public"));
    try {
      Runnable words =
          () ->
              node.getBean(Visits.class)
                  .begin(
                      Queue.SUPPORT,
                      VisitToken.minted(),
                      UUID.randomUUID(),
                      Confidential.of("hej"),
                      "sv",
                      true);
      if (moment == null) {
        words.run();
      } else {
        Moment.run(moment, words);
      }
    } finally {
      Serving.stop(node);
    }
  }

  private static Instant begunAt(TestHouse house) throws SQLException {
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select begun_at from contact.thread order by xmin::text::bigint desc limit 1")) {
      row.next();
      return row.getTimestamp(1).toInstant();
    }
  }
}
