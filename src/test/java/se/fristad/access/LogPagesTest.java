package se.fristad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.house.FristadTest;
import se.fristad.house.TestHouse;
import se.fristad.page.Option;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;

/// The log reviewer reads the log, nobody else does, and her reading is in it.
@FristadTest
@DisplayName("The log reviewer's and the administrator's pages")
class LogPagesTest {
  @Autowired private TestStaff staff;
  @Autowired private FaultBook faults;
  @Autowired private TextCatalogue texts;
  @Autowired private ObjectProvider<FileRule> rules;
  @LocalServerPort private int port;
  private final Owner owner = new Owner(TestHouse.shared());

  @Test
  void the_reviewer_sees_who_did_what_in_words_and_that_she_looked_is_a_line() {
    TestStaff.Person person = staff.add(Role.RECEPTION);
    staff.logIn(person, port);
    TestStaff.Person reviewer = staff.add(Role.LOG_REVIEWER);
    Browser browser = staff.logIn(reviewer, port);
    long before = owner.count("audit.line", "staff = ? AND kind = 'log'", reviewer.staff());
    Browser.Answer page = browser.get("/staff/log?staff=" + person.staff());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Loggade in", "Prov " + person.login(), "Gjort");
    assertThat(owner.count("audit.line", "staff = ? AND kind = 'log'", reviewer.staff()))
        .isEqualTo(before + 1);
  }

  @Test
  void every_code_has_its_words_and_an_act_of_two_kinds_has_two() {
    LogWords words = new LogWords(texts.in(Locale.of("sv")));
    assertThat(words.act("staff", "begin")).isEqualTo("Valde lösenord");
    assertThat(words.act("intake", "begin")).isEqualTo("Påbörjade");
    assertThat(words.acts())
        .extracting(Option::value)
        .contains("open", "list", "answer", "close", "begin", "save", "conclude", "destroy");
    Texts swedish = texts.in(Locale.of("sv"));
    for (Purpose purpose : Purpose.values()) {
      assertThat(swedish.keysOfRooms("log.purpose"))
          .anyMatch(key -> key.endsWith(".purpose." + purpose.code()));
    }
    rules.forEach(rule ->
        assertThat(swedish.keysOfRooms("log.kind"))
            .anyMatch(key -> key.endsWith(".kind." + rule.kind())));
  }

  @Test
  void the_log_filters_by_act_and_subject_pages_and_says_when_nothing_fits() {
    Browser browser = staff.logIn(staff.add(Role.LOG_REVIEWER), port);
    for (int i = 0; i < 60; i++) {
      browser.get("/staff/log");
    }
    assertThat(browser.get("/staff/log").body()).contains("1–50");
    assertThat(browser.get("/staff/log?page=2").body()).contains("51–");
    assertThat(browser.get("/staff/log?page=99999").status()).isEqualTo(200);
    assertThat(browser.get("/staff/log?act=add").body())
        .contains("Lade till personal")
        .doesNotContain("Inga rader passar in");
    assertThat(browser.get("/staff/log?act=emergency").body()).contains("Inga rader passar in");
    assertThat(browser.get("/staff/log?subject=hej&day=igår").body())
        .contains("Det är ingen hel beteckning", "Skriv dagen som");
  }

  @Test
  void what_a_stranger_puts_into_the_filter_is_never_a_fault() {
    Browser browser = staff.logIn(staff.add(Role.LOG_REVIEWER), port);
    for (String act :
        List.of("%00", "a%07b", "%3Cscript%3Ealert(1)%3C/script%3E", "x".repeat(3000))) {
      Browser.Answer page = browser.get("/staff/log?act=" + act);
      assertThat(page.status()).as(act).isEqualTo(200);
      assertThat(page.body()).doesNotContain("<script>alert");
    }
    for (String query : List.of("act=%FF", "day=%ED%A0%80")) {
      Browser.Answer page = browser.get("/staff/log?" + query);
      assertThat(page.status()).as(query).isEqualTo(400);
      assertThat(page.body()).contains("gick inte att läsa");
    }
    assertThat(browser.get("/staff/log?day=20261121").body()).doesNotContain("Skriv dagen som");
  }

  @Test
  void more_than_a_form_holds_is_told_in_a_sentence_and_never_a_fault() {
    Browser.Answer nobody =
        new Browser(port)
            .post("/staff/login", Map.of("name", "x".repeat(1_000_000), "password", "y"));
    assertThat(nobody.status()).isEqualTo(413);
    assertThat(nobody.body()).contains("för mycket text på en gång");
    Browser browser = staff.logIn(staff.add(Role.ADMINISTRATOR), port);
    Browser.Answer somebody =
        browser.post("/staff/administration/add", Map.of("name", "x".repeat(1_000_000)));
    assertThat(somebody.status()).isEqualTo(413);
    assertThat(
            browser
                .send(
                    "POST",
                    "/staff/administration/add",
                    "name=%FF%FE",
                    Map.of("Sec-Fetch-Site", "same-origin"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void a_name_holds_letters_and_nothing_that_nobody_sees() {
    assertThat(StaffNames.read(" \u202eNils \u0000Ny\u200b ")).contains("Nils Ny");
    assertThat(StaffNames.read("مريم 👩\u200d👧")).contains("مريم 👩\u200d👧");
    assertThat(StaffNames.read("\u200b\u2060")).isEmpty();
    assertThat(StaffNames.read("– 7")).isEmpty();
    assertThat(StaffNames.read("x".repeat(101))).isEmpty();
  }

  @Test
  void an_administrator_adds_somebody_who_then_chooses_her_own_password() {
    TestStaff.Person administrator = staff.add(Role.ADMINISTRATOR);
    Browser browser = staff.logIn(administrator, port);
    String token = browser.get("/staff/administration").token();
    String login = "ny" + System.nanoTime();
    Browser.Answer wrong =
        browser.post(
            "/staff/administration/add",
            Map.of("_form", token, "name", "Nils <b>Ny</b>", "login", " ", "organisation", "x"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("Nils &lt;b>Ny&lt;/b>").doesNotContain("<b>Ny");
    Browser.Answer added =
        browser.post(
            "/staff/administration/add",
            Map.of(
                "_form",
                token,
                "name",
                "Nils Ny",
                "login",
                login,
                "organisation",
                "centre",
                "role",
                "reception"));
    assertThat(added.body()).contains("Engångskod till Nils Ny", "Har inte valt lösenord");
    var code =
        java.util.regex.Pattern.compile("([0-9A-Z]{4}-){5}[0-9A-Z]{4}").matcher(added.body());
    assertThat(code.find()).isTrue();
    assertThat(new Browser(port).post("/staff/begin", Map.of("code", code.group())).body())
        .contains("Välkommen, Nils Ny");
    assertThat(
            browser
                .post(
                    "/staff/administration/add",
                    Map.of(
                        "_form",
                        token,
                        "name",
                        "Nils Två",
                        "login",
                        login.toUpperCase(java.util.Locale.ROOT),
                        "organisation",
                        "centre",
                        "role",
                        "reception"))
                .body())
        .contains("Någon har redan det användarnamnet");
  }

  @Test
  void faults_stand_on_the_administrators_page_by_number_and_never_with_words() {
    faults.report("F-" + port, "page", "se.fristad.contact.Example");
    Browser browser = staff.logIn(staff.add(Role.ADMINISTRATOR), port);
    assertThat(browser.get("/staff/administration").body()).contains("F-" + port);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> faults.report("F-1", "page", "hon heter Anna"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void names_and_login_names_lie_sealed_in_the_table() {
    TestStaff.Person person = staff.add(Role.RECEPTION);
    String row =
        owner
            .sql()
            .sql("SELECT s::text FROM access.staff s WHERE id = ?")
            .param(person.staff())
            .query(String.class)
            .single();
    assertThat(row)
        .doesNotContain(person.login())
        .doesNotContain(
            java.util.HexFormat.of()
                .formatHex(person.login().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
