package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.demonstration.YearMaker;

/// What is counted of an invented year, from its first word to the counters that the releases are
/// cut from.
class FourFiguresTest {
  FourFiguresTest() {}

  @Test
  void the_counters_of_a_small_year_are_the_four_figures_of_its_plan() throws Exception {
    TestHouse house = TestHouse.raised(true);
    ConfigurableApplicationContext node =
        Serving.node(house.settings(), 0, Map.of("fristad.demonstration.volumes", "7/5/3/2"));
    try {
      YearMaker year = node.getBean(YearMaker.class);
      for (int tries = 0; tries < 600 && year.state() == YearMaker.State.MAKING; tries++) {
        Thread.sleep(100);
      }
      List<Integer> counted = List.of();
      for (int tries = 0; tries < 100 && !counted.equals(List.of(7, 5, 3, 2)); tries++) {
        Thread.sleep(100);
        counted = counted(house);
      }
      assertThat(counted).containsExactly(7, 5, 3, 2);
    } finally {
      Serving.stop(node);
      house.close();
    }
  }

  private static List<Integer> counted(TestHouse house) throws Exception {
    List<Integer> figures = new ArrayList<>();
    try (Connection connection = house.superuser();
        PreparedStatement whole =
            connection.prepareStatement(
                """
                select coalesce(sum(n), 0) from statistics.counter
                 where measure = ? and dimension = '' and extract(year from month) = 2025
                """)) {
      for (String measure : List.of("intakes", "investigations", "outpatient", "placements")) {
        whole.setString(1, measure);
        try (var row = whole.executeQuery()) {
          row.next();
          figures.add(row.getInt(1));
        }
      }
    }
    return figures;
  }
}
