package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// What rooms do by themselves, run by a node as it runs in earnest.
class JobsTest {
  private static final Map<Side, String> SWEPT = new ConcurrentHashMap<>();

  /// A room with something to do on each of two sides.
  static class Sweeps {
    @Bean
    Sweep forSupport(JdbcClient sql) {
      return new LookAround(sql, Side.SUPPORT);
    }

    @Bean
    Sweep forPerpetrator(JdbcClient sql) {
      return new LookAround(sql, Side.PERPETRATOR);
    }
  }

  /// Says by which login it came.
  record LookAround(JdbcClient sql, Side side) implements Sweep {
    @Override
    public String name() {
      return "look-around";
    }

    @Override
    public Duration every() {
      return Duration.ofSeconds(1);
    }

    @Override
    public void sweep(Instant now) {
      SWEPT.put(side, sql.sql("select session_user::text").query(String.class).single());
    }
  }

  @BeforeEach
  void forget() {
    SWEPT.clear();
  }

  @Test
  void what_a_room_does_by_itself_runs_on_its_side_and_its_timer_names_nobody() throws Exception {
    ConfigurableApplicationContext node = node("support,perpetrator");
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> SWEPT.size() == 2);
    } finally {
      Serving.stop(node);
    }
    assertThat(SWEPT)
        .containsEntry(Side.SUPPORT, "f_support")
        .containsEntry(Side.PERPETRATOR, "f_perpetrator");
    try (var owner = TestHouse.shared().superuser();
        var statement = owner.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from timer.scheduled_tasks where task_name like 'look-around-%'"
                    + " and task_instance = 'recurring' and task_data is null")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(2);
    }
  }

  @Test
  void a_node_sweeps_only_the_sides_it_serves() {
    ConfigurableApplicationContext node = node("support");
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> SWEPT.containsKey(Side.SUPPORT));
      await().during(Duration.ofSeconds(3)).until(() -> SWEPT.size() == 1);
    } finally {
      Serving.stop(node);
    }
  }

  private static ConfigurableApplicationContext node(String sides) {
    return Serving.node(
        TestHouse.shared().settings(),
        0,
        Map.of("fristad.jobs.start", "true", "fristad.sides", sides),
        Sweeps.class);
  }
}
