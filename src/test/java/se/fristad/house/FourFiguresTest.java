package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.access.Browser;
import se.fristad.demonstration.YearMaker;

/// What is counted of an invented year, from its first word to the four figures of the page. Nobody
/// makes a release by hand: the nights of the year do.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A small year on the page")
class FourFiguresTest {
  private static final List<String> MEASURES =
      List.of("intakes", "investigations", "outpatient", "placements");
  private static final Pattern KEY =
      Pattern.compile("<div><dt>([^<]*)</dt><dd[^>]*>(.*?)</dd></div>", Pattern.DOTALL);

  private static final Pattern PRESS = Pattern.compile("name=\"staff\" value=\"([0-9a-f-]{36})\"");

  private final TestHouse house = TestHouse.raised(true);
  private final ConfigurableApplicationContext node =
      Serving.node(
          house.settings(),
          0,
          Map.of(
              "fristad.demonstration.volumes", "7/5/3/2",
              "fristad.demonstration.seed", "4"));

  FourFiguresTest() {}

  @BeforeAll
  void theYearIsMade() {
    YearMaker year = node.getBean(YearMaker.class);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> year.state() != YearMaker.State.MAKING);
    assertThat(year.state()).isEqualTo(YearMaker.State.MADE);
    assertThat(year.goesOn()).isFalse();
  }

  @AfterAll
  void stop() {
    Serving.stop(node);
    house.close();
  }

  @Test
  void the_counters_are_the_four_figures_of_the_plan_and_nothing_came_late() throws Exception {
    List<Integer> figures = new ArrayList<>();
    try (Connection connection = house.superuser();
        PreparedStatement whole =
            connection.prepareStatement(
                """
                select coalesce(sum(n), 0), coalesce(sum(late), 0) from statistics.counter
                 where measure = ? and dimension = '' and extract(year from month) = 2025
                """)) {
      for (String measure : MEASURES) {
        whole.setString(1, measure);
        try (var row = whole.executeQuery()) {
          row.next();
          figures.add(row.getInt(1));
          assertThat(row.getInt(2)).as("late of " + measure).isZero();
        }
      }
    }
    assertThat(figures).containsExactly(7, 5, 3, 2);
  }

  @Test
  void each_period_was_released_on_its_own_night_by_nobody() throws Exception {
    assertThat(
            texts(
                """
                select case quarter when 0 then 'year' else 'q' || quarter end || ' ' ||
                       to_char(made_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')
                  from statistics.release where year = 2025 and made_by is null order by made_at, quarter
                """))
        .containsExactly(
            "q1 2025-04-04 04:30",
            "q2 2025-07-04 04:30",
            "q3 2025-10-04 04:30",
            "year 2026-01-04 04:30",
            "q4 2026-01-04 04:30");
    assertThat(
            texts(
                """
                select purpose || ' ' || outcome from audit.line
                 where kind = 'figures' and act = 'release' and staff is null and purpose like '2025%' order by purpose
                """))
        .containsExactly(
            "2025 done", "2025-q1 done", "2025-q2 done", "2025-q3 done", "2025-q4 done");
  }

  @Test
  void the_head_reads_the_four_figures_on_the_page_and_the_log_says_so() throws Exception {
    Browser head = asInvented("Birgitta Wallin");
    String page = head.get("/staff/statistics").body();
    assertThat(figures(page)).containsExactly("7 (..)", "5", "3 (<5)", "2 (<5)");
    assertThat(page).contains("För inte talet vidare");
    assertThat(
            texts(
                """
                select role || ' ' || purpose || ' ' || outcome from audit.line
                 where kind = 'figures' and act = 'own' order by id
                """))
        .containsExactly("head 2025 done");
  }

  @Test
  void everyone_else_and_every_file_has_the_release_alone() {
    Browser leader = asInvented("Eva Lund");
    String page = leader.get("/staff/statistics").body();
    assertThat(figures(page)).containsExactly("..", "5", "<5", "<5");
    assertThat(page).doesNotContain("För inte talet vidare");
    String file =
        asInvented("Birgitta Wallin").get("/staff/statistics/figures.csv?year=2025").body();
    assertThat(file)
        .contains("outpatient,Öppenvårdsinsatser,,,,,<5")
        .contains("placements,Placeringar i skyddat boende,,,,,<5")
        .contains("intakes,Aktualiseringar,,,,,..");
  }

  private Browser asInvented(String name) {
    Browser browser =
        new Browser(node.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    String names = browser.get("/staff/login", Map.of("Accept-Language", "sv")).body();
    Matcher id = PRESS.matcher(names.substring(0, names.indexOf(name)));
    String last = "";
    while (id.find()) {
      last = id.group(1);
    }
    browser.post("/staff/demonstration", Map.of("staff", last));
    return browser;
  }

  /// What stands under the four names: the number that is read, and the sign beside it.
  private static List<String> figures(String page) {
    return KEY.matcher(page)
        .results()
        .map((MatchResult key) ->
            key.group(2)
                .replaceAll(
                    "(?s)<span class=\"on-screen\">i utgåvan:</span> ([^<]*(?:&lt;5)?)</span>",
                    "($1)")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replaceAll("\\s+", " ")
                .strip())
        .toList();
  }

  private List<String> texts(String question) throws Exception {
    List<String> texts = new ArrayList<>();
    try (Connection connection = house.superuser();
        PreparedStatement statement = connection.prepareStatement(question);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
