package se.fristad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestHouse;

/// Logging in, staying in, being out, and what happens to a form that comes too late.
@FristadTest
@Import({FileDoorTest.Folders.class, DeskPages.class})
@DisplayName("Staff sessions")
class SessionTest {
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private Staffing staffing;
  @LocalServerPort private int port;
  private final Owner owner = new Owner(TestHouse.shared());

  @BeforeEach
  void now() {
    clock.reset();
  }

  @Test
  void password_and_code_open_the_door_and_the_cookie_is_kept_from_scripts_and_other_sites() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = new Browser(port);
    Browser.Answer in = staff.tryIn(browser, person, staff.digits(person.secret(), 0));
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.headers().get("set-cookie"))
        .startsWith("fristad=")
        .contains("Path=/staff", "HttpOnly", "SameSite=Strict");
    assertThat(browser.get("/staff/roles").status()).isEqualTo(200);
  }

  @Test
  void a_code_is_good_once() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    String digits = staff.digits(person.secret(), 0);
    assertThat(staff.tryIn(new Browser(port), person, digits).status()).isEqualTo(303);
    assertThat(staff.tryIn(new Browser(port), person, digits).status()).isEqualTo(401);
  }

  @Test
  void a_code_of_the_step_before_a_used_one_is_not_taken() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    assertThat(staff.tryIn(person, TestStaff.PASSWORD, staff.digits(person.secret(), 1)))
        .isInstanceOf(Login.Answer.In.class);
    assertThat(staff.tryIn(person, TestStaff.PASSWORD, staff.digits(person.secret(), 0)))
        .isInstanceOf(Login.Answer.Wrong.class);
  }

  @Test
  void a_code_two_steps_away_is_not_taken() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    // from the beginning of a step, so that it does not end while she is tried
    clock.advance(
        Duration.ofSeconds(
            TimeCodes.SECONDS - clock.instant().getEpochSecond() % TimeCodes.SECONDS));
    assertThat(staff.tryIn(person, TestStaff.PASSWORD, staff.digits(person.secret(), 2)))
        .isInstanceOf(Login.Answer.Wrong.class);
  }

  @Test
  void two_requests_with_one_code_at_the_same_time_give_one_session() throws Exception {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    String digits = staff.digits(person.secret(), 0);
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(4)) {
      java.util.concurrent.Callable<Login.Answer> one =
          () -> staff.tryIn(person, TestStaff.PASSWORD, digits);
      long in = 0;
      for (var answer : threads.invokeAll(java.util.Collections.nCopies(4, one))) {
        in += answer.get() instanceof Login.Answer.In ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    }
  }

  @Test
  void a_wrong_password_and_an_unknown_name_look_the_same() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = new Browser(port);
    // so that the demonstration offers nobody by name
    Map<String, String> throughAProxy = Map.of("Sec-Fetch-Site", "same-origin", "Via", "1.1 x");
    Browser.Answer wrong =
        browser.post(
            "/staff/login",
            Map.of(
                "name", person.login(),
                "password", "något helt annat",
                "code", staff.digits(person.secret(), 0)),
            throughAProxy);
    String unknownName = "x".repeat(person.login().length());
    Browser.Answer unknown =
        browser.post(
            "/staff/login",
            Map.of("name", unknownName, "password", "något helt annat", "code", "000000"),
            throughAProxy);
    assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
    assertThat(unknown.body().replace(unknownName, "N"))
        .isEqualTo(wrong.body().replace(person.login(), "N"));
  }

  @Test
  void after_five_wrong_tries_a_name_has_to_wait_and_the_right_password_too() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    for (int i = 0; i < LoginLimits.FREE; i++) {
      assertThat(staff.tryIn(person, "fel", "000000")).isInstanceOf(Login.Answer.Wrong.class);
    }
    assertThat(staff.tryIn(person, TestStaff.PASSWORD, staff.digits(person.secret(), 0)))
        .isInstanceOf(Login.Answer.Busy.class);
    clock.advance(java.time.Duration.ofSeconds(30));
    assertThat(staff.tryIn(person, TestStaff.PASSWORD, staff.digits(person.secret(), 0)))
        .isInstanceOf(Login.Answer.In.class);
  }

  @Test
  void forty_wrong_tries_at_the_same_moment_are_forty_and_not_one() throws Exception {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(40)) {
      java.util.concurrent.Callable<Login.Answer> one =
          () -> staff.tryIn(person, TestStaff.PASSWORD, "000000");
      long taken = 0;
      for (var answer : threads.invokeAll(java.util.Collections.nCopies(40, one))) {
        taken += answer.get() instanceof Login.Answer.Wrong ? 1 : 0;
      }
      assertThat(taken).isEqualTo(LoginLimits.FREE);
    }
  }

  @Test
  void a_session_lives_at_29_minutes_of_idleness_and_is_over_at_30_and_31() {
    for (var idle :
        Map.of("29 minutes 50 seconds", 200, "30 minutes", 303, "31 minutes", 303).entrySet()) {
      TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
      Browser browser = staff.logIn(person, port);
      owner.ageSessions(person.staff(), idle.getKey());
      assertThat(browser.get("/staff/roles").status()).as(idle.getKey()).isEqualTo(idle.getValue());
    }
  }

  @Test
  void every_click_begins_the_thirty_minutes_anew() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    for (int i = 0; i < 3; i++) {
      owner.ageSessions(person.staff(), "20 minutes");
      assertThat(browser.get("/staff/roles").status()).isEqualTo(200);
    }
  }

  @Test
  void a_page_that_asks_by_itself_keeps_no_session_alive_unless_a_hand_is_at_it() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    String nobody = UUID.randomUUID().toString();
    for (String asks : List.of("/staff/inbox/rows", "/staff/inbox/support/" + nobody + "/lines")) {
      browser.get("/staff/roles");
      owner.ageSessions(person.staff(), "20 minutes");
      assertThat(browser.get(asks, Map.of("HX-Request", "true", Gate.HERE, "1")).status())
          .as(asks)
          .isIn(200, 404);
      owner.ageSessions(person.staff(), "20 minutes");
      assertThat(browser.get(asks, Map.of("HX-Request", "true")).status())
          .as("still within thirty minutes")
          .isIn(200, 404);
      owner.ageSessions(person.staff(), "11 minutes");
      Browser.Answer over = browser.get(asks, Map.of("HX-Request", "true"));
      assertThat(over.headers().getOrDefault("hx-redirect", "")).startsWith("/staff/login");
      assertThat(over.body()).isEmpty();
      person = staff.addWithPassword(Role.RECEPTION);
      browser = staff.logIn(person, port);
    }
  }

  @Test
  void after_ten_hours_it_is_over_for_one_who_clicked_all_day() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    owner.ageWhole(person.staff(), "9 hours 59 minutes 50 seconds");
    assertThat(browser.get("/staff/roles").status()).isEqualTo(200);
    owner.ageWhole(person.staff(), "10 seconds");
    assertThat(browser.get("/staff/roles").location()).startsWith("/staff/login");
  }

  @Test
  void a_stolen_cookie_is_worth_nothing_after_logging_out() {
    Browser browser = staff.logIn(staff.addWithPassword(Role.RECEPTION), port);
    Browser thief = browser.copy();
    assertThat(thief.get("/staff/roles").status()).isEqualTo(200);
    String token = browser.get("/staff/roles").token();
    assertThat(browser.post("/staff/logout", Map.of("_form", token)).location())
        .isEqualTo("/staff/login?left=1");
    assertThat(thief.get("/staff/roles").location()).startsWith("/staff/login");
  }

  @Test
  void locking_an_account_ends_its_session_at_once_and_keeps_it_out() {
    TestStaff.Person administrator = staff.addWithPassword(Role.ADMINISTRATOR);
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    assertThat(staffing.lock(administrator.viewer(), person.staff(), true)).isTrue();
    assertThat(browser.get("/staff/roles").location()).startsWith("/staff/login");
    assertThat(staff.tryIn(person, TestStaff.PASSWORD, staff.digits(person.secret(), 1)))
        .isInstanceOf(Login.Answer.Wrong.class);
  }

  @Test
  void nobody_locks_herself_out() {
    TestStaff.Person administrator = staff.addWithPassword(Role.ADMINISTRATOR);
    assertThat(staffing.lock(administrator.viewer(), administrator.staff(), true)).isFalse();
  }

  @Test
  void a_form_that_comes_after_the_session_ended_is_given_back_to_its_writer_and_sent_again() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    String token = browser.get("/staff/desk").token();
    owner.ageSessions(person.staff(), "31 minutes");
    String text =
        "Hon ringer i morgon klockan tre.\r\n<script>alert(1)</script> åäö \uD83D\uDE42 \u202Ehöger";
    Browser.Answer late = browser.post("/staff/desk", Map.of("_form", token, "text", text));
    assertThat(late.location()).isEqualTo("/staff/login?kept=1");
    assertThat(browser.get("/staff/login?kept=1").body()).contains("sparat");
    assertThat(DeskPages.TAKEN).doesNotContain(text);
    assertThat(owner.count("access.draft", "staff = ?", person.staff())).isEqualTo(1);

    clock.advance(java.time.Duration.ofSeconds(30));
    Browser again = staff.logIn(person, port);
    Browser.Answer kept = again.get("/staff/kept");
    assertThat(kept.body()).contains("Hon ringer i morgon klockan tre.", "åäö \uD83D\uDE42");
    assertThat(kept.body()).doesNotContain("<script>alert(1)");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_form", kept.token());
    form.put("_draft", kept.hidden("_draft"));
    form.put("text", text);
    assertThat(again.post("/staff/desk", form).status()).isEqualTo(200);
    assertThat(DeskPages.TAKEN).contains(text);
    // given up after the answer has left
    assertThat(again.get("/staff/kept").location()).isEqualTo("/staff");
    assertThat(owner.count("access.draft", "staff = ?", person.staff())).isZero();
  }

  @Test
  void nobody_else_is_given_a_kept_form_not_even_by_its_number() {
    TestStaff.Person writer = staff.addWithPassword(Role.RECEPTION);
    Browser browser = staff.logIn(writer, port);
    String token = browser.get("/staff/desk").token();
    owner.ageSessions(writer.staff(), "31 minutes");
    browser.post("/staff/desk", Map.of("_form", token, "text", "bara mitt"));

    Browser other = staff.logIn(staff.addWithPassword(Role.RECEPTION), port);
    assertThat(other.get("/staff/kept").location()).isEqualTo("/staff");
    String id =
        owner
            .sql()
            .sql("SELECT id FROM access.draft WHERE staff = ?")
            .param(writer.staff())
            .query(String.class)
            .single();
    String otherToken = other.get("/staff/roles").token();
    other.post("/staff/kept/drop", Map.of("_form", otherToken, "draft", id));
    assertThat(owner.count("access.draft", "staff = ?", writer.staff())).isEqualTo(1);
    assertThat(
            owner
                .sql()
                .sql("SELECT sealed FROM access.draft WHERE staff = ?")
                .param(writer.staff())
                .query(byte[].class)
                .single())
        .isNotEqualTo("text=bara+mitt&".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void twelve_hours_after_its_end_a_session_keeps_nothing_any_more() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    String token = browser.get("/staff/desk").token();
    owner.ageSessions(person.staff(), "12 hours 31 minutes");
    assertThat(browser.post("/staff/desk", Map.of("_form", token, "text", "för sent")).location())
        .isEqualTo("/staff/login");
    assertThat(owner.count("access.draft", "staff = ?", person.staff())).isZero();
  }

  @Test
  void a_form_of_an_earlier_login_is_kept_and_not_carried_out() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    Browser.Answer answer =
        browser.post("/staff/desk", Map.of("_form", "en äldre", "text", "ur en annan flik"));
    assertThat(answer.location()).isEqualTo("/staff/kept");
    assertThat(DeskPages.TAKEN).doesNotContain("ur en annan flik");
    assertThat(browser.get("/staff/kept").body()).contains("ur en annan flik");
  }

  @Test
  void a_post_from_another_site_is_neither_carried_out_nor_kept() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    String token = browser.get("/staff/desk").token();
    for (String site : new String[] {"cross-site", "same-site", "none"}) {
      assertThat(
              browser
                  .post(
                      "/staff/desk",
                      Map.of("_form", token, "text", "främmande"),
                      Map.of("Sec-Fetch-Site", site))
                  .status())
          .isEqualTo(400);
    }
    assertThat(browser.post("/staff/desk", Map.of("text", "främmande"), Map.of()).status())
        .isEqualTo(400);
    assertThat(DeskPages.TAKEN).doesNotContain("främmande");
    assertThat(owner.count("access.draft", "staff = ?", person.staff())).isZero();
  }

  @Test
  void an_old_browser_logs_in_with_the_number_of_the_page_and_not_without() {
    TestStaff.Person person = staff.addWithPassword(Role.RECEPTION);
    Browser browser = new Browser(port);
    String digits = staff.digits(person.secret(), 0);
    Map<String, String> form =
        Map.of("name", person.login(), "password", TestStaff.PASSWORD, "code", digits);
    assertThat(browser.post("/staff/login", form, Map.of()).status()).isEqualTo(400);
    Map<String, String> whole = new LinkedHashMap<>(form);
    whole.put("_form", browser.get("/staff/login").token());
    assertThat(browser.post("/staff/login", whole, Map.of()).status()).isEqualTo(303);
  }

  @Test
  void every_staff_answer_carries_the_headers_that_keep_it_here() {
    Browser browser = staff.logIn(staff.addWithPassword(Role.RECEPTION), port);
    for (String path : new String[] {"/staff/login", "/staff/roles", "/staff/log", "/staff/x"}) {
      assertThat(browser.get(path).headers())
          .as(path)
          .containsEntry("cache-control", "no-store")
          .containsEntry("content-security-policy", Gate.CONTENT_SECURITY_POLICY)
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("referrer-policy", "no-referrer")
          .containsEntry("cross-origin-opener-policy", "same-origin")
          .containsEntry("cross-origin-resource-policy", "same-origin");
    }
  }

  @Test
  void no_spelling_of_an_address_walks_around_the_gate() {
    Browser browser = new Browser(port);
    for (String path :
        new String[] {
          "/%73taff/roles",
          "/staff;x=1/roles",
          "/staff/roles;x=1",
          "/staff/%72oles",
          "//staff/roles"
        }) {
      assertThat(browser.get(path).status()).as(path).isIn(303, 400, 404);
    }
  }

  @Test
  void the_first_administrator_begins_with_a_code_that_works_once() {
    // the shared house has administrators; for the length of this test they are locked
    List<UUID> others =
        owner
            .sql()
            .sql(
                """
                UPDATE access.staff SET active = false
                 WHERE active AND id IN (SELECT staff FROM access.viewer WHERE role = 'administrator')
                RETURNING id
                """)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    try {
      firstAdministrator();
    } finally {
      owner
          .sql()
          .sql("UPDATE access.staff SET active = true WHERE id = ANY (?)")
          .param(others.toArray(UUID[]::new))
          .update();
    }
  }

  private void firstAdministrator() {
    String code = staffing.firstAdministratorCode().orElseThrow();
    Browser browser = new Browser(port);
    Browser.Answer page =
        browser.post("/staff/begin", Map.of("code", code.toLowerCase(java.util.Locale.ROOT)));
    assertThat(page.status()).isEqualTo(200);
    String secret = page.hidden("secret");
    String login = "chef" + System.nanoTime();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("code", code);
    form.put("secret", secret);
    form.put("name", "Åsa Ny");
    form.put("login", login);
    form.put("password", "kort");
    form.put("again", "kort");
    form.put("digits", staff.digits(secret, 0));
    Browser.Answer refused = browser.post("/staff/begin/choose", form);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("minst 12", "Åsa Ny").doesNotContain("value=\"kort\"");
    form.put("password", TestStaff.PASSWORD);
    form.put("again", TestStaff.PASSWORD);
    assertThat(browser.post("/staff/begin/choose", form).location())
        .isEqualTo("/staff/login?begun=1");
    assertThat(browser.post("/staff/begin/choose", form).status()).isEqualTo(400);
    assertThat(staffing.firstAdministratorCode()).isEmpty();
    Browser.Answer in =
        browser.post(
            "/staff/login",
            Map.of("name", login, "password", TestStaff.PASSWORD, "code", staff.digits(secret, 1)));
    assertThat(in.status()).isEqualTo(303);
    assertThat(browser.get("/staff/administration").body()).contains("Åsa Ny");
  }
}
