package se.fristad.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.house.Serving;
import se.fristad.house.TestHouse;

/// The invented year, made by the use cases that the pages call.
class YearMakerTest {
  YearMakerTest() {}

  @Test
  void a_small_year_is_made_and_its_roads_stand_where_the_plan_says() throws Exception {
    TestHouse house = TestHouse.raised(true);
    ConfigurableApplicationContext node = Serving.node(house.settings(), 0, Map.of());
    try {
      YearMaker maker = node.getBean(YearMaker.class);
      org.springframework.test.util.ReflectionTestUtils.setField(
          maker, "volumes", System.getProperty("volumes", "7/5/3/2"));
      long began = System.nanoTime();
      maker.make();
      System.err.println("MADE " + (System.nanoTime() - began) / 1e9);
      assertThat(maker.state()).isEqualTo(YearMaker.State.MADE);
      try (Connection connection = house.superuser();
          Statement statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  """
                  select (select count(*) from casework.investigation where opened_at < '2026-01-01'),
                         (select count(*) from casework.support where granted_on < '2026-01-01' and type <> 'shelter'),
                         (select count(*) from casework.support where granted_on < '2026-01-01' and type = 'shelter')
                  """)) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(5);
        assertThat(row.getInt(2)).isEqualTo(3);
        assertThat(row.getInt(3)).isEqualTo(2);
      }
    } finally {
      Serving.stop(node);
      house.close();
    }
  }
}
