package se.fristad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// An open screen that somebody else finds: what could do harm there asks for the second factor
/// anew. Here she is attacked with what a thief could have.
@FristadTest
@DisplayName("Step-up: the second factor is shown anew")
class ShownAnewTest {
  private static final String AGAIN = "/staff/again";

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private People people;
  @Autowired private Sessions sessions;
  @Autowired private OwnSide own;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @LocalServerPort private int port;

  /// No code ends while it is typed.
  @BeforeEach
  void the_clock_stands_still() {
    clock.freeze();
  }

  @AfterEach
  void back_to_now() {
    clock.reset();
  }

  /// So long ago did she show it.
  private void shown(TestStaff.Person person, String ago) {
    people.byHand(
        "update access.session set proved_at = clock_timestamp() - ?::interval where staff = ?",
        ago,
        person.staff());
  }

  private static Map<String, String> form(Browser browser, String... fields) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", browser.get("/staff/roles").token());
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    return form;
  }

  private Browser.Answer shows(Browser browser, String digits, String to) {
    return browser.post(AGAIN, form(browser, "code", digits, "to", to));
  }

  @Test
  void it_is_asked_for_where_the_decisions_say_so() {
    List<String> asked = new ArrayList<>();
    mapping
        .getHandlerMethods()
        .forEach((info, method) -> {
          Allowed allowed =
              AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allowed.class);
          if (allowed != null && allowed.shownAnew()) {
            info.getPatternValues()
                .forEach(path ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(one -> asked.add(one + " " + path)));
          }
        });
    assertThat(asked)
        .containsExactlyInAnyOrder(
            "GET /staff/log",
            "GET /staff/emergency",
            "POST /staff/emergency",
            "POST /staff/times/calendar",
            "POST /staff/inbox/{queue}/{thread}/files/{file}/original",
            "GET /staff/statistics/figures.csv",
            "GET /staff/statistics/figures.xlsx",
            "GET /staff/reception/figures/figures.csv",
            "POST /staff/administration/add",
            "POST /staff/administration/code",
            "POST /staff/administration/copies");
  }

  @Test
  void within_ten_minutes_of_the_login_nothing_is_asked_and_then_it_is() {
    TestStaff.Person reviewer = staff.addWithPassword(Role.LOG_REVIEWER);
    Browser browser = staff.logIn(reviewer, port);
    shown(reviewer, "9 minutes 50 seconds");
    assertThat(browser.get("/staff/log").status()).isEqualTo(200);
    shown(reviewer, "10 minutes");
    Browser.Answer asked = browser.get("/staff/log?page=2");
    assertThat(asked.status()).isEqualTo(303);
    assertThat(asked.location()).isEqualTo(AGAIN + "?to=%2Fstaff%2Flog%3Fpage%3D2");
    assertThat(browser.get(asked.location()).body())
        .contains("Visa att det är du", "de senaste 10 minuterna", "/staff/log?page=2");
    assertThat(browser.get("/staff/day").location())
        .as("nothing else is asked for")
        .doesNotContain(AGAIN);

    Browser.Answer shown = shows(browser, staff.digits(reviewer.secret(), 1), "/staff/log?page=2");
    assertThat(shown.status()).as(shown.body()).isEqualTo(303);
    assertThat(shown.location()).isEqualTo("/staff/log?page=2");
    assertThat(browser.get("/staff/log").status()).isEqualTo(200);
    assertThat(people.log(reviewer.staff())).contains("prove:done");
    shown(reviewer, "-5 minutes");
    assertThat(browser.get("/staff/log").status())
        .as("a clock that was set back makes nothing fresh")
        .isEqualTo(303);
  }

  @Test
  void a_code_that_was_used_is_used() {
    TestStaff.Person reviewer = staff.addWithPassword(Role.LOG_REVIEWER);
    Browser browser = staff.logIn(reviewer, port);
    Browser other = staff.logIn(reviewer, port, 1);
    shown(reviewer, "1 hour");
    for (int step = -1; step <= 1; step++) {
      Browser.Answer again = shows(browser, staff.digits(reviewer.secret(), step), "/staff/log");
      assertThat(again.status()).as("the code of a login, or an older one").isEqualTo(422);
      assertThat(again.body()).contains("Koden stämmer inte, eller är redan använd.");
    }
    clock.advance(Duration.ofSeconds(60));
    String fresh = staff.digits(reviewer.secret(), 0);
    assertThat(shows(browser, fresh, "/staff/log").status()).isEqualTo(303);
    assertThat(shows(other, fresh, "/staff/log").status())
        .as("whoever saw it typed has nothing")
        .isEqualTo(422);
    assertThat(other.get("/staff/log").status()).isEqualTo(303);
    assertThat(people.log(reviewer.staff())).contains("prove:refused", "prove:done");
  }

  @Test
  void somebody_elses_code_is_worth_nothing_on_her_screen() {
    TestStaff.Person she = staff.addWithPassword(Role.LOG_REVIEWER);
    TestStaff.Person thief = staff.addWithPassword(Role.LOG_REVIEWER);
    Browser screen = staff.logIn(she, port);
    Browser own = staff.logIn(thief, port);
    shown(she, "1 hour");
    shown(thief, "1 hour");
    assertThat(shows(screen, staff.digits(thief.secret(), 1), "/staff/log").status())
        .isEqualTo(422);
    assertThat(screen.get("/staff/log").status()).isEqualTo(303);
    assertThat(shows(own, staff.digits(thief.secret(), 1), "/staff/log").status())
        .as("it was not used up there either")
        .isEqualTo(303);
    assertThat(screen.get("/staff/log").status())
        .as("shown in one session, it is not shown in another")
        .isEqualTo(303);
  }

  @Test
  void a_session_that_has_ended_is_not_woken_by_a_code() {
    TestStaff.Person reviewer = staff.addWithPassword(Role.LOG_REVIEWER);
    Browser browser = staff.logIn(reviewer, port);
    Map<String, String> form =
        form(browser, "code", staff.digits(reviewer.secret(), 1), "to", "/staff/log");
    people.byHand(
        "update access.session set seen_at = seen_at - interval '31 minutes', proved_at = '-infinity' where staff = ?",
        reviewer.staff());
    assertThat(browser.post(AGAIN, form).location()).startsWith("/staff/login");
    assertThat(
            people.count(
                "select count(*) from access.session where staff = ? and proved_at > '-infinity'",
                reviewer.staff()))
        .isZero();
    people.byHand("delete from access.draft where staff = ?", reviewer.staff());
  }

  @Test
  void wrong_codes_are_counted_and_slowed_and_each_is_in_the_log() {
    TestStaff.Person reviewer = staff.addWithPassword(Role.LOG_REVIEWER);
    Browser browser = staff.logIn(reviewer, port);
    shown(reviewer, "1 hour");
    for (int wrong = 0; wrong < LoginLimits.FREE; wrong++) {
      assertThat(shows(browser, "000000", "/staff/log").status()).isEqualTo(422);
    }
    Browser.Answer slowed = shows(browser, staff.digits(reviewer.secret(), 1), "/staff/log");
    assertThat(slowed.status()).as("also the right one, for a while").isEqualTo(429);
    assertThat(slowed.body()).contains("Det blev många fel.");
    assertThat(people.log(reviewer.staff()).stream().filter("prove:refused"::equals))
        .hasSize(LoginLimits.FREE);
    clock.advance(LoginLimits.LONGEST);
    assertThat(shows(browser, staff.digits(reviewer.secret(), 0), "/staff/log").status())
        .isEqualTo(303);
    assertThat(shows(browser, "", "/staff/log").body()).contains("Skriv koden: sex siffror");
  }

  @Test
  void what_she_had_written_is_kept_and_given_back() {
    TestStaff.Person worker = staff.addWithPassword(Role.CASEWORKER);
    Browser browser = staff.logIn(worker, port);
    Map<String, String> form =
        form(browser, "number", "2026-000017", "reason", "Hon ringer från ett hotell i natt.");
    shown(worker, "1 hour");
    Browser.Answer asked = browser.post("/staff/emergency", form);
    assertThat(asked.location()).isEqualTo(AGAIN + "?kept=1");
    assertThat(browser.get(asked.location()).body()).contains("Det du skrev är kvar");
    assertThat(people.log(worker.staff())).doesNotContain("prove:done");
    Browser.Answer shown =
        browser.post(AGAIN, form(browser, "code", staff.digits(worker.secret(), 1), "kept", "1"));
    assertThat(shown.location()).isEqualTo("/staff/kept");
    assertThat(browser.get("/staff/kept").body())
        .contains("Hon ringer från ett hotell i natt.", "action=\"/staff/emergency\"");
    people.byHand("delete from access.draft where staff = ?", worker.staff());
  }

  @Test
  void a_press_with_nothing_written_leads_back_to_its_page_and_turning_off_is_never_held_up() {
    TestStaff.Person worker = staff.addWithPassword(Role.CASEWORKER);
    Browser browser = staff.logIn(worker, port);
    shown(worker, "1 hour");
    Browser.Answer asked = browser.post("/staff/times/calendar", form(browser));
    assertThat(asked.location()).isEqualTo(AGAIN + "?to=%2Fstaff%2Ftimes%2Fcalendar");
    assertThat(browser.post("/staff/times/calendar/off", form(browser)).location())
        .as("nobody's calendar: the page that is not there, and no question")
        .doesNotContain(AGAIN);
    assertThat(people.count("select count(*) from access.draft where staff = ?", worker.staff()))
        .isZero();
  }

  @Test
  void a_file_is_offered_when_it_is_she_and_the_way_leads_nowhere_else() {
    TestStaff.Person head = staff.addWithPassword(Role.HEAD);
    Browser browser = staff.logIn(head, port);
    shown(head, "1 hour");
    String file = "/staff/reception/figures/figures.csv?queue=support&year=2026";
    Browser.Answer asked = browser.get(file);
    assertThat(asked.status()).isEqualTo(303);
    assertThat(asked.location()).startsWith(AGAIN + "?to=%2Fstaff%2Freception");
    Browser.Answer offered = shows(browser, staff.digits(head.secret(), 1), file);
    assertThat(offered.status()).isEqualTo(200);
    assertThat(offered.body())
        .contains("Hämta filen", "href=\"" + file.replace("&", "&amp;") + "\"");
    for (String elsewhere :
        List.of("//evil.example", "https://evil.example/", "/staff/../x", "/staff?a=<b>", "/")) {
      assertThat(
              browser
                  .get(AGAIN + "?to=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8))
                  .location())
          .as(elsewhere)
          .isEqualTo("/staff");
    }
  }

  @Test
  void in_the_demonstration_one_press_is_enough_and_only_there() {
    TestStaff.Person reviewer = staff.add(Role.LOG_REVIEWER);
    Browser browser = new Browser(port);
    browser.carry(
        Sessions.PLAIN_COOKIE
            + "="
            + own.transaction(() -> sessions.begin(reviewer.staff(), "demonstration", null))
                .orElseThrow());
    shown(reviewer, "1 hour");
    assertThat(browser.get("/staff/log").status()).isEqualTo(303);
    assertThat(browser.get(AGAIN).body()).contains("I demonstrationen har ingen någon app");
    assertThat(browser.post(AGAIN, form(browser, "to", "/staff/log")).location())
        .isEqualTo("/staff/log");
    assertThat(browser.get("/staff/log").status()).isEqualTo(200);

    TestStaff.Person without = staff.add(Role.LOG_REVIEWER);
    Browser other = staff.logIn(without, port);
    shown(without, "1 hour");
    assertThat(shows(other, "123456", "/staff/log").status())
        .as("no authenticator is no way round")
        .isEqualTo(422);
  }
}
