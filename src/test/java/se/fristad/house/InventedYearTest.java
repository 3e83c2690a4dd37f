package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.access.Browser;
import se.fristad.demonstration.YearMaker;

/// The invented year, made by the use cases that the pages call, while the program serves.
///
/// What `./test` makes is a sixth of the year: the same ways through the rooms, each at least a
/// dozen times. The whole year of 2023 is made here by `bench/run year`, which also makes the
/// README's pictures; that it is planned with its four figures, `YearTest` says each time.
class InventedYearTest {
  /// Intakes, investigations, supports at home and shelters.
  private static final String VOLUMES = System.getProperty("fristad.year", "90/77/24/12");

  private static final List<String> FOUR =
      List.of((VOLUMES.equals("nexus-2023") ? "525/449/142/70" : VOLUMES).split("/", 4));

  InventedYearTest() {}

  @Test
  void a_small_year_has_exactly_its_figures_and_is_made_once() throws Exception {
    TestHouse house = TestHouse.raised(true);
    try {
      make(house.settings(), "7/5/3/2");
      assertThat(figures(house.house())).containsExactly(5, 3, 2);
      assertThat(mark(house.directory())).isEqualTo("made");
      make(house.settings(), "7/5/3/2");
      assertThat(figures(house.house())).containsExactly(5, 3, 2);
    } finally {
      house.close();
    }
  }

  @Test
  void a_year_that_was_broken_off_is_wiped_and_made_anew_and_a_real_centre_is_never_wiped()
      throws Exception {
    TestHouse broken = TestHouse.raised(true);
    make(broken.settings(), "7/5/3/2");
    broken.close();
    Files.writeString(broken.directory().resolve(YearMaker.MARK), YearMaker.MAKING);
    List<String> said = new ArrayList<>();
    try (House again = House.raise(broken.directory(), true, said::add)) {
      assertThat(said).anyMatch(sentence -> sentence.contains("made anew"));
      assertThat(figures(again)).containsExactly(0, 0, 0);
      Map<String, Object> settings = new java.util.TreeMap<>(again.settings());
      settings.put("fristad.jobs.start", "false");
      make(settings, "4/3/2/1");
      assertThat(figures(again)).containsExactly(3, 2, 1);
    }

    TestHouse real = TestHouse.raised(false);
    try (Connection connection = real.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("create table house.kept (it integer)");
    }
    real.close();
    Files.writeString(real.directory().resolve(YearMaker.MARK), YearMaker.MAKING);
    try (House again = House.raise(real.directory(), false, said::add);
        Connection connection = again.postgres().superuser(Migrations.DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute("select from house.kept");
    }
  }

  @Test
  void while_a_year_is_made_the_public_face_serves_and_then_the_page_has_its_four_figures()
      throws Exception {
    TestHouse house = TestHouse.raised(true);
    ConfigurableApplicationContext node =
        Serving.node(house.settings(), 0, Map.of("fristad.demonstration.volumes", VOLUMES));
    try {
      YearMaker year = node.getBean(YearMaker.class);
      int port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      Browser head = head(port);
      Map<String, String> swedish = Map.of("Accept-Language", "sv");
      TreeSet<Integer> percents = new TreeSet<>();
      while (year.state() == YearMaker.State.MAKING) {
        assertThat(new Browser(port).get("/").status()).isEqualTo(200);
        String page = head.get("/staff/demonstration", swedish).body();
        Matcher percent = Pattern.compile("<progress [^>]*value=\"([0-9]+)\"").matcher(page);
        if (percent.find()) {
          percents.add(Integer.parseInt(percent.group(1)));
          assertThat(page)
              .contains(
                  "Året görs.",
                  FOUR.get(0) + " aktualiseringar, " + FOUR.get(1) + " inledda utredningar");
        }
        String figures = head.get("/staff/statistics", swedish).body();
        if (year.goesOn()) {
          assertThat(figures).doesNotContain("action=\"/staff/statistics/release\"");
        }
        // as people look, so that making is what the time goes to
        Thread.sleep(200);
      }
      assertThat(percents.size()).isGreaterThan(10);
      assertThat(year.state()).isEqualTo(YearMaker.State.MADE);
      assertThat(head.get("/staff/demonstration", swedish).body())
          .contains("Året är gjort.", "href=\"/staff/statistics?year=2025\"");
      String shown = head.get("/staff/statistics", swedish).body();
      for (String figure : FOUR) {
        // what a release would hide stands on the screen beside its dots
        assertThat(shown).containsPattern("<dd>(<span class=\"on-screen\">)?" + figure + "<");
      }
      pictures(port);
    } finally {
      Serving.stop(node);
      house.close();
    }
  }

  /// As they stand in the README.
  private static void pictures(int port) {
    try (Chromium chromium = new Chromium()) {
      Page head = as(chromium, port, "Birgitta Wallin");
      head.navigate("http://localhost:" + port + "/staff/statistics");
      picture(head, "figures-1280", 1130);
      Page karin = as(chromium, port, "Karin Öberg");
      karin.navigate("http://localhost:" + port + "/staff/day");
      picture(karin, "my-day-1280", 1130);
      // whoever is protected is read with a reason first
      karin
          .locator(
              "main a[href^='/staff/files/']:not([href*='/steps/']):not(:text('Skyddade personuppgifter'))")
          .first()
          .click();
      karin.locator(".file-head").waitFor();
      picture(karin, "open-file-1280", 1130);
    }
  }

  private static Page as(Chromium chromium, int port, String name) {
    Page page = chromium.window(true, 1280, 900, "sv-SE");
    page.navigate("http://localhost:" + port + "/staff/login");
    page.getByText(name).first().click();
    page.locator(".me-who").waitFor();
    return page;
  }

  private static void picture(Page page, String name, int height) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "pictures", name + ".png"))
            .setClip(0, 0, 1280, height)
            .setFullPage(true));
  }

  private static Browser head(int port) {
    Browser browser = new Browser(port);
    String names = browser.get("/staff/login").body();
    Matcher press =
        Pattern.compile("name=\"staff\" value=\"([0-9a-f-]{36})\"")
            .matcher(names.substring(0, names.indexOf("Birgitta Wallin")));
    String last = "";
    while (press.find()) {
      last = press.group(1);
    }
    browser.post("/staff/demonstration", Map.of("staff", last));
    return browser;
  }

  private static void make(Map<String, Object> settings, String volumes) throws Exception {
    ConfigurableApplicationContext node =
        Serving.node(settings, 0, Map.of("fristad.demonstration.volumes", volumes));
    try {
      YearMaker year = node.getBean(YearMaker.class);
      for (int tries = 0; tries < 600 && year.state() == YearMaker.State.MAKING; tries++) {
        Thread.sleep(100);
      }
      assertThat(year.state()).isEqualTo(YearMaker.State.MADE);
      assertThat(year.percent()).isEqualTo(100);
    } finally {
      Serving.stop(node);
    }
  }

  private static String mark(Path directory) throws java.io.IOException {
    return Files.readString(directory.resolve(YearMaker.MARK)).strip();
  }

  /// Adults' investigations opened, supports at home granted and shelters granted within the year.
  private static List<Integer> figures(House house) throws SQLException {
    try (Connection connection = house.postgres().superuser(Migrations.DATABASE);
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select (select count(*) from casework.investigation i join casework.file f on f.id = i.file
                         where i.opened_at < '2026-01-01' and f.kind = 'adult'),
                       (select count(*) from casework.support where granted_on < '2026-01-01' and type <> 'shelter'),
                       (select count(*) from casework.support where granted_on < '2026-01-01' and type = 'shelter')
                """)) {
      row.next();
      return List.of(row.getInt(1), row.getInt(2), row.getInt(3));
    }
  }
}
