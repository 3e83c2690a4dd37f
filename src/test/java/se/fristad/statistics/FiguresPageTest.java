package se.fristad.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.casework.facts.SupportType;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.page.TextCatalogue;

/// The page of figures, as those who read it meet it: who may, what is shown of a year, a quarter
/// and a municipality, what stands where there is nothing, and what a file holds.
@FristadTest
@DisplayName("The page of figures")
class FiguresPageTest {
  private static final Map<String, String> SWEDISH = Map.of("Accept-Language", "sv");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private Year year;
  @Autowired private Releases releases;
  @Autowired private Release.Shelf shelf;
  @Autowired private Teller teller;
  @LocalServerPort private int port;

  @BeforeEach
  @AfterEach
  void nothingIsCounted() {
    year.forgetEverything();
    teller.tells(false);
    clock.reset();
  }

  private Browser as(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private String read(Role role, String query) {
    return as(role).get("/staff/statistics" + query, SWEDISH).body();
  }

  /// A quarter with 31 intakes of Uppsala and 3 of Heby, 20 investigations, 12 supports at home and
  /// 2 placements.
  private void aQuarter() {
    LocalDate day = LocalDate.of(2031, 2, 10);
    year.goTo(day);
    List<Object> facts = new ArrayList<>(Year.intakes(day, "0380", 31));
    facts.addAll(Year.intakes(day, "0331", 3));
    facts.addAll(Year.investigations(day, "0380", 20));
    facts.addAll(Year.supports(day, "0380", SupportType.SUPPORT_TALKS, 12));
    facts.addAll(Year.supports(day, "0380", SupportType.SHELTER, 2));
    year.tell(facts);
  }

  @Test
  void those_who_do_the_work_find_no_page_and_those_who_answer_for_it_do() {
    for (Role role : List.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NURSE)) {
      assertThat(as(role).get("/staff/statistics").status()).as(role.code()).isEqualTo(404);
      assertThat(as(role).get("/staff/statistics/figures.csv?year=2031").status()).isEqualTo(404);
    }
    for (Role role : List.of(Role.HEAD, Role.BOARD_MEMBER, Role.PROJECT_LEADER)) {
      assertThat(as(role).get("/staff/statistics").status()).as(role.code()).isEqualTo(200);
    }
  }

  @Test
  void a_centre_that_has_counted_nothing_says_what_it_waits_for() {
    year.goTo(LocalDate.of(2031, 5, 2));
    assertThat(read(Role.HEAD, ""))
        .contains("2031 är inte slut", "Det som händer nu står i inkorgen")
        .doesNotContain("key-figures");
    assertThat(read(Role.HEAD, "?year=2029")).contains("Inget är räknat för 2029");
    assertThat(read(Role.HEAD, "?year=2031&quarter=3")).contains("Kvartal 3 2031 är inte slut");
  }

  @Test
  void a_year_a_quarter_and_a_municipality_that_cannot_be_are_named_beside_their_fields() {
    Browser head = as(Role.HEAD);
    Browser.Answer wrong =
        head.get("/staff/statistics?year=abc&quarter=9&municipality=xx", SWEDISH);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body())
        .contains(
            "”abc” är inget år mellan 2000 och 2099",
            "Ett år har fyra kvartal",
            "”xx” är ingen kommun i länet");
    assertThat(head.get("/staff/statistics/figures.csv?year=abc").location())
        .isEqualTo("/staff/statistics?year=abc&quarter=");
  }

  @Test
  void a_municipality_has_no_quarter_and_one_without_anyone_is_not_nought() {
    aQuarter();
    year.goTo(LocalDate.of(2032, 1, 5));
    releases.makeDue();
    assertThat(read(Role.BOARD_MEMBER, "?year=2031&quarter=1&municipality=0331"))
        .contains("Heby har inga siffror per kvartal", "Visa hela 2031");
    String none = text(read(Role.BOARD_MEMBER, "?year=2031&municipality=0319"));
    assertThat(none)
        .contains("2031 · Älvkarleby", "Aktualiseringar <5", "Utreds inte här")
        .doesNotContain("Aktualiseringar 0");
  }

  @Test
  void the_head_alone_sees_the_centres_own_small_number_and_the_log_says_that_she_did() {
    aQuarter();
    year.goTo(LocalDate.of(2031, 4, 4));
    assertThat(releases.makeDue()).isEqualTo(1);
    assertThat(text(read(Role.HEAD, "?year=2031&quarter=1")))
        .contains("Placeringar i skyddat boende 2 i utgåvan: <5", "För inte talet vidare");
    assertThat(year.log("own")).endsWith("2031-q1:done");
    int lines = year.log("own").size();
    for (Role role : List.of(Role.BOARD_MEMBER, Role.PROJECT_LEADER)) {
      assertThat(text(read(role, "?year=2031&quarter=1")))
          .as(role.code())
          .contains("Placeringar i skyddat boende <5")
          .doesNotContain("För inte talet vidare", "i utgåvan:");
    }
    assertThat(year.log("own")).hasSize(lines);
    assertThat(as(Role.HEAD).get("/staff/statistics/figures.csv?year=2031&quarter=1").body())
        .contains("2031-Q1,,Hela länet,placements,Placeringar i skyddat boende,,,,,<5");
  }

  @Test
  void nothing_is_released_while_days_that_have_passed_are_still_told() {
    aQuarter();
    year.goTo(LocalDate.of(2031, 4, 20));
    teller.tells(true);
    assertThat(releases.makeDue()).isZero();
    Browser head = as(Role.HEAD);
    Browser.Answer page = head.get("/staff/statistics?year=2031&quarter=1", SWEDISH);
    assertThat(page.body())
        .contains("Det som har hänt räknas fortfarande in", "Kvartal 1 2031 har ingen utgåva än")
        .doesNotContain("action=\"/staff/statistics/release\"");
    String before = String.join(" ", year.log("release"));
    head.postFrom("/staff/patterns", "/staff/statistics/release", Map.of());
    assertThat(year.count("select count(*) from statistics.release")).isZero();
    assertThat(String.join(" ", year.log("release"))).isEqualTo(before);
    teller.tells(false);
    assertThat(releases.makeDue()).isEqualTo(1);
    assertThat(year.log("release")).endsWith("2031-q1:done");
  }

  @Test
  void a_release_by_hand_is_made_once_and_bears_her_name_in_the_log() {
    aQuarter();
    year.goTo(LocalDate.of(2031, 4, 1));
    Browser leader = as(Role.PROJECT_LEADER);
    Browser.Answer made =
        leader.postFrom("/staff/statistics", "/staff/statistics/release", Map.of());
    assertThat(made.location()).isEqualTo("/staff/statistics?year=2031&quarter=1&done=released");
    assertThat(year.count("select count(*) from statistics.release where made_by is not null"))
        .isOne();
    assertThat(year.log("release")).endsWith("2031-q1:done");
    assertThat(as(Role.BOARD_MEMBER).post("/staff/statistics/release", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void a_file_is_noted_in_the_log_and_no_cell_of_it_is_a_formula() throws IOException {
    aQuarter();
    year.goTo(LocalDate.of(2032, 1, 5));
    releases.makeDue();
    Browser leader = as(Role.PROJECT_LEADER);
    Browser.Answer csv = leader.get("/staff/statistics/figures.csv?year=2031");
    assertThat(csv.headers().get("content-disposition"))
        .isEqualTo("attachment; filename=\"fristad-2031.csv\"");
    assertThat(csv.headers().get("cache-control")).contains("no-store");
    assertThat(csv.body().lines().skip(1))
        .allSatisfy(line -> assertThat(line).doesNotContainPattern("(^|,)\"?[=+@\\t\\r-]"));
    assertThat(year.log("export")).endsWith("2031:done");
    assertThat(leader.get("/staff/statistics/figures.xlsx?year=2031").headers().get("content-type"))
        .contains("spreadsheetml.sheet");
    Release release = shelf.find(Period.year(2031)).orElseThrow();
    String sheets =
        sheets(
            FigureFiles.xlsx(
                TextCatalogue.ofClassPath().in(Locale.of("sv")), release, shelf.lines(release)));
    assertThat(sheets).contains("<v>34</v>", "&lt;5").doesNotContain("<f>", "<f ");
  }

  /// What a reader sees, without the tags.
  private static String text(String page) {
    return TAG.matcher(page)
        .replaceAll(" ")
        .replace("&lt;", "<")
        .replace("&#34;", "\"")
        .replaceAll("\\s+", " ");
  }

  private static String sheets(byte[] book) throws IOException {
    Path file = Files.createTempFile(Path.of("target"), "figures", ".xlsx");
    Files.write(file, book);
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith("xl/worksheets/")
            || entry.getName().equals("xl/sharedStrings.xml")) {
          try (InputStream sheet = zip.getInputStream(entry)) {
            all.append(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
    Files.delete(file);
    return all.toString();
  }
}
