package se.fristad.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// An intake from its conversation to its outcome. Every page is asked for without a script.
@FristadTest
@DisplayName("The intake")
class IntakeTest {
  private static final Pattern ACTION =
      Pattern.compile("action=\"(/staff/intakes/[0-9a-f-]{36})\"");

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private People people;
  @Autowired private TestEvents told;
  @LocalServerPort private int port;

  @BeforeEach
  void empty() {
    clock.reset();
    told.forget();
    people.byHand("delete from contact.thread");
    people.byHand("delete from intake.intake");
    people.byHand("delete from intake.awaiting");
  }

  @Autowired private Receiving receiving;

  @Test
  void an_intake_that_names_nobody_says_so_and_one_that_may_is_kept_as_a_file() {
    TestStaff.Person worker = staff.add(Role.CASEWORKER);
    for (String nameless : new String[] {"", "1"}) {
      UUID id = UUID.randomUUID();
      assertThat(receiving.begin(worker.viewer(), id, WayIn.PHONE, null)).isTrue();
      assertThat(staff.logIn(worker, port).get("/staff/intakes/" + id).body())
          .contains(
              "Inget i aktualiseringen säger vem personen är", "sparas aktualiseringen i fem år");
      Map<String, String> form = new HashMap<>();
      IntakeRuleTest.whole("way", "phone", "outcome", "no_contact", "nameless", nameless)
          .forEach((name, values) -> form.put(name, values[0]));
      if (!nameless.isEmpty()) {
        form.put("note", "Hon är 19121212-1212");
        assertThat(receiving.conclude(worker.viewer(), id, form))
            .as("who names nobody writes no number")
            .isFalse();
        form.put("note", "Hon ringde.");
      }
      assertThat(receiving.conclude(worker.viewer(), id, form)).isTrue();
      assertThat(
              people.count(
                  "select count(*) from intake.intake where id = ? and thread is not null", id))
          .isEqualTo(nameless.isEmpty() ? 0 : 1);
      assertThat(people.log(id)).contains("conclude:done");
    }
    assertThat(told.of(IntakeConcluded.class)).hasSize(2);
    assertThat(told.of(se.fristad.contact.facts.ContactBegun.class))
        .as("a call is counted, named or not")
        .hasSize(2);
  }

  @Test
  void an_intake_of_a_conversation_names_nobody_and_does_not_ask() {
    Browser browser = in(Role.CASEWORKER);
    People.Person person = someoneWrote();
    begun(browser, person);
    assertThat(browser.get(person.href()).body())
        .contains("Hur slutar aktualiseringen?")
        .doesNotContain("Inget i aktualiseringen säger vem personen är");
  }

  // given

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private People.Person someoneWrote() {
    return people.writes(Queue.SUPPORT, "Han slår mig. Barnen sover.");
  }

  /// An intake begun from a conversation; answers its address.
  private String begun(Browser browser, People.Person person) {
    Browser.Answer page = browser.get(person.href());
    Map<String, String> form = new HashMap<>();
    form.put("_form", page.token());
    form.put("intake", page.hidden("intake"));
    form.put("thread", person.thread().toString());
    form.put("way", "chat");
    assertThat(browser.post("/staff/intakes", form).location()).isEqualTo(person.href());
    return found(ACTION, browser.get(person.href()).body());
  }

  /// What a worker sends when everything is answered, with these values instead.
  private static Map<String, String> filled(Browser browser, String href, String... changed) {
    Browser.Answer page = browser.get(href);
    Map<String, String> form = new HashMap<>();
    IntakeRuleTest.whole(changed).forEach((name, values) -> form.put(name, values[0]));
    form.put("_form", page.token());
    form.put("version", page.hidden("version"));
    form.put("page", page.hidden("page"));
    form.put("act", "conclude");
    return form;
  }

  private static UUID id(String href) {
    return UUID.fromString(href.substring(href.lastIndexOf('/') + 1));
  }

  private static String found(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  private long concluded(String href) {
    return people.count(
        "select count(*) from intake.intake where id = ? and state = 'concluded'", id(href));
  }

  // forbidden first

  @Test
  void a_log_reviewer_an_administrator_and_a_change_worker_find_no_intake() {
    String href = begun(in(Role.RECEPTION), someoneWrote());
    for (Role role :
        new Role[] {Role.LOG_REVIEWER, Role.ADMINISTRATOR, Role.CHANGE_WORKER, Role.NGO_WORKER}) {
      Browser browser = in(role);
      assertThat(browser.get(href).status()).as(role.code()).isEqualTo(404);
      assertThat(browser.get("/staff/intakes").status()).as(role.code()).isEqualTo(404);
    }
  }

  @Test
  @DisplayName(
      "E-T12 for whoever knows her the intake is not there, and the head sees it and lifts it")
  void for_whoever_knows_her_the_intake_is_not_there_and_the_head_sees_it_and_lifts_it() {
    People.Person person = someoneWrote();
    String href = begun(in(Role.RECEPTION), person);
    TestStaff.Person cousin = staff.add(Role.CASEWORKER);
    Browser hers = staff.logIn(cousin, port);
    Browser head = in(Role.HEAD);
    assertThat(hers.get("/staff/intakes").body()).contains(href);
    assertThat(head.get(href + "/conflict").body()).contains("Ingen har anmält jäv.");
    Map<String, String> form = new HashMap<>();
    form.put("_form", hers.get(href + "/conflict").token());
    assertThat(hers.post(href + "/conflict", form).location()).isEqualTo("/staff/intakes");

    Browser.Answer notForHer = hers.get(href);
    Browser.Answer notThere = hers.get("/staff/intakes/" + UUID.randomUUID());
    assertThat(notForHer.status()).isEqualTo(notThere.status()).isEqualTo(404);
    assertThat(notForHer.body()).isEqualTo(notThere.body());
    assertThat(hers.get("/staff/intakes").body()).doesNotContain(href);
    assertThat(hers.get(person.href()).body()).doesNotContain(href + "\"");
    assertThat(hers.post(href + "/conflict", form).status()).isEqualTo(404);
    assertThat(
            people.count(
                "select count(*) from intake.conflict where intake = ? and staff = ? and declared_by = staff",
                id(href),
                cousin.staff()))
        .isOne();
    assertThat(people.log(id(href))).contains("declare_conflict:done");
    assertThat(told.of(IntakeConflictChanged.class))
        .anyMatch(changed -> changed.intake().equals(id(href)) && changed.standing());

    Browser.Answer page = head.get(href + "/conflict");
    assertThat(page.body()).contains("Häv jävet").doesNotContain("Ingen har anmält jäv.");
    form.put("_form", page.token());
    form.put("act", "lift");
    form.put("staff", cousin.staff().toString());
    Browser.Answer refused = head.post(href + "/conflict", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Utan skäl står det kvar");
    form.put("why", "Det var en annan.");
    assertThat(head.post(href + "/conflict", form).location()).isEqualTo(href + "/conflict");
    assertThat(hers.get(href).status()).isEqualTo(200);
    assertThat(head.get(href + "/conflict").body()).contains("Det var en annan.");
    assertThat(people.log(id(href))).contains("lift_conflict:done");
    assertThat(told.of(IntakeConflictChanged.class))
        .anyMatch(changed -> changed.intake().equals(id(href)) && !changed.standing());

    form.put("act", "declare");
    form.put("who", UUID.randomUUID().toString());
    assertThat(head.post(href + "/conflict", form).body()).contains("Välj vem det gäller.");
    form.put("who", cousin.staff().toString());
    assertThat(head.post(href + "/conflict", form).location()).isEqualTo(href + "/conflict");
    assertThat(hers.get(href).status()).isEqualTo(404);
  }

  @Test
  @DisplayName(
      "E-T12 who knows the one who writes does not find the intake that is made of it either")
  void who_knows_the_one_who_writes_does_not_find_the_intake_that_is_made_of_it_either() {
    People.Person person = someoneWrote();
    TestStaff.Person cousin = staff.add(Role.CASEWORKER);
    Browser hers = staff.logIn(cousin, port);
    hers.post(person.href() + "/conflict", Map.of("_form", hers.get(person.href()).token()));
    String href = begun(in(Role.RECEPTION), person);
    assertThat(hers.get(href).status()).isEqualTo(404);
    assertThat(hers.get("/staff/intakes").body()).doesNotContain(href);
  }

  @Test
  void of_all_roles_only_a_caseworker_and_the_head_open_what_somebody_else_has_made() {
    String href = begun(in(Role.RECEPTION), someoneWrote());
    for (Role role : Role.values()) {
      Browser browser = in(role);
      boolean reads = role == Role.CASEWORKER || role == Role.HEAD;
      assertThat(browser.get(href).status()).as(role.code()).isEqualTo(reads ? 200 : 404);
      if (role != Role.CASEWORKER) {
        Map<String, String> form =
            Map.of("_form", browser.get("/staff/roles").token(), "version", "1");
        assertThat(browser.post(href, form).status()).as(role.code()).isEqualTo(404);
        assertThat(browser.post(href + "/draft", form).status()).as(role.code()).isEqualTo(404);
      }
    }
    assertThat(people.log(id(href))).doesNotContain("save:done", "conclude:done");
  }

  @Test
  void a_colleague_in_the_reception_does_not_open_it_and_the_log_tells() {
    String href = begun(in(Role.RECEPTION), someoneWrote());
    Browser colleague = in(Role.RECEPTION);
    Browser.Answer notForHer = colleague.get(href);
    Browser.Answer notThere = colleague.get("/staff/intakes/" + UUID.randomUUID());
    assertThat(notForHer.status()).isEqualTo(404);
    assertThat(notForHer.body()).isEqualTo(notThere.body());
    assertThat(people.log(id(href))).endsWith("open:not_there");
    assertThat(colleague.get("/staff/intakes").body()).doesNotContain(href);
  }

  @Test
  void a_colleague_in_the_reception_neither_saves_nor_concludes_it() {
    String href = begun(in(Role.RECEPTION), someoneWrote());
    Browser colleague = in(Role.RECEPTION);
    Map<String, String> form = filled(in(Role.CASEWORKER), href);
    form.put("_form", colleague.get("/staff/intakes/new").token());
    assertThat(colleague.post(href, form).status()).isEqualTo(404);
    assertThat(colleague.post(href + "/draft", form).status()).isEqualTo(404);
    assertThat(concluded(href)).isZero();
    assertThat(people.log(id(href))).contains("conclude:not_there", "save:not_there");
  }

  @Test
  void a_caseworker_and_the_head_read_it_and_the_head_does_not_write() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    reception.post(href, filled(reception, href, "note", "Hon vill ha skydd."));
    assertThat(in(Role.CASEWORKER).get(href).body()).contains("Hon vill ha skydd.");
    Browser head = in(Role.HEAD);
    assertThat(head.get(href).body()).contains("Hon vill ha skydd.");
    assertThat(head.post(href, Map.of("_form", head.get(href).token(), "act", "save")).status())
        .isEqualTo(404);
  }

  // refusals

  @Test
  void no_outcome_while_the_report_of_concern_is_unanswered_and_nothing_is_saved_or_lost() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    Map<String, String> form =
        filled(
            reception, href, "children", "yes", "exposed", "yes", "note", "Två barn, 4 och 9 år.");
    Browser.Answer refused = reception.post(href, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "Ett barn kan ha sett, hört eller utsatts för våld.",
            "Orosanmälan före utfall",
            "19 kap. 1 § SoL",
            "href=\"#f-report\"",
            "Två barn, 4 och 9 år.");
    assertThat(concluded(href)).isZero();
    assertThat(people.count("select version from intake.intake where id = ?", id(href)))
        .isEqualTo(1);
    assertThat(people.log(id(href))).endsWith("conclude:refused", "open:read");
    assertThat(told.of(IntakeConcluded.class)).isEmpty();
  }

  @Test
  void each_refusal_names_its_rule_and_paragraph_beside_the_field_and_in_the_summary() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    Map<String, String> form =
        Map.of(
            "_form", reception.get(href).token(), "version", "1", "act", "conclude", "way", "chat");
    Browser.Answer refused = reception.post(href, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "Akuta frågor besvarade",
            "Barnfrågan före utfall",
            "Ett utfall är valt",
            "13 kap. 1 § SoL")
        .contains("error-summary", "id=\"f-children-error\"", "id=\"f-outcome-error\"");
  }

  @Test
  void an_intake_that_began_on_30_june_2025_is_refused_by_the_act_of_that_day() {
    Map<String, String> cited =
        Map.of(
            "2025-06-30T10:00:00Z", "14 kap. 1 § SoL (2001:453)",
            "2025-06-30T22:30:00Z", "19 kap. 1 § SoL (2025:400)");
    try {
      cited.forEach((moment, paragraph) -> {
        clock.set(Instant.parse(moment));
        Browser reception = in(Role.RECEPTION);
        String href = begun(reception, someoneWrote());
        Browser.Answer refused =
            reception.post(href, filled(reception, href, "children", "yes", "exposed", "yes"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).as(moment).contains("Orosanmälan före utfall, " + paragraph);
      });
    } finally {
      clock.reset();
    }
  }

  @Test
  void the_other_rules_refuse_on_the_page_too() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    Map<String, String> refusals =
        Map.of(
            "information_only", "Enbart information är uppenbart, 14 kap. 2 § SoL",
            "declined", "Den som tackar nej får råd, 13 kap. 1 § SoL",
            "passed_municipality", "Mottagaren är namngiven, 6 § FL (2017:900)",
            "passed_authority", "Skriv vilken myndighet som tar över");
    refusals.forEach((outcome, sentence) -> {
      Browser.Answer refused = reception.post(href, filled(reception, href, "outcome", outcome));
      assertThat(refused.status()).as(outcome).isEqualTo(422);
      assertThat(refused.body()).as(outcome).contains(sentence);
    });
  }

  @Test
  void html_emoji_and_the_longest_text_come_back_as_text() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    String longest = "å".repeat(8_001);
    Browser.Answer refused = reception.post(href, filled(reception, href, "note", longest));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains(longest, "Högst 8\u00a0000 tecken");
    Browser.Answer html =
        reception.post(
            href,
            filled(
                reception, href, "note", "</textarea><script>x</script> 🌻 مرحبا", "children", ""));
    assertThat(html.body())
        .contains("&lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt; 🌻 مرحبا")
        .doesNotContain("<script>x");
  }

  @Test
  void an_address_or_a_form_that_is_none_is_not_taken() {
    Browser reception = in(Role.RECEPTION);
    String token = reception.get("/staff/intakes/new").token();
    assertThat(reception.get("/staff/intakes/x").status()).isEqualTo(404);
    assertThat(
            reception
                .post("/staff/intakes", Map.of("_form", token, "intake", "x", "way", "phone"))
                .status())
        .isEqualTo(400);
    assertThat(
            reception
                .post(
                    "/staff/intakes",
                    Map.of(
                        "_form",
                        token,
                        "intake",
                        UUID.randomUUID().toString(),
                        "way",
                        "chat",
                        "thread",
                        UUID.randomUUID().toString()))
                .status())
        .isEqualTo(404);
    assertThat(people.count("select count(*) from intake.intake")).isZero();
  }

  // what is done

  @Test
  void a_concluded_intake_is_final_in_the_table_in_the_log_and_told_once() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    Map<String, String> form =
        filled(reception, href, "note", "Hon vill ha skydd och en plan.", "estimate", "8");
    assertThat(reception.post(href, form).location()).isEqualTo(href);

    assertThat(
            people.count(
                "select count(*) from intake.intake where id = ? and state = 'concluded' and outcome = 'opens'"
                    + " and investigation_due = concluded_at and version = 2",
                id(href)))
        .isEqualTo(1);
    assertThat(people.log(id(href))).contains("begin:done", "conclude:done");
    assertThat(
            people.count(
                "select count(*) from audit.line where subject = ? and act = 'conclude' and version = 2 and hash is not null",
                id(href)))
        .isEqualTo(1);
    assertThat(told.of(IntakeConcluded.class))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.intake()).isEqualTo(id(href));
          assertThat(event.outcome()).isEqualTo("opens");
        });
    assertThat(reception.get(href).body())
        .contains(
            "Hon vill ha skydd och en plan.",
            "och det behandlas som en ansökan.",
            "Utredning ska inledas genast",
            "Aktualiseringen avslutades")
        .doesNotContain("<textarea");
    assertThat(
            people.count(
                "select count(*) from intake.intake where position('skydd och en plan' in encode(sealed, 'escape')) > 0"))
        .isZero();
  }

  @Test
  void the_same_conclusion_sent_twice_is_one_and_the_second_gets_a_sentence() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    Map<String, String> form = filled(reception, href);
    reception.post(href, form);
    Browser.Answer again = reception.post(href, form);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("redan avslutad");
    assertThat(told.of(IntakeConcluded.class)).hasSize(1);
    assertThat(people.log(id(href))).contains("conclude:refused");
  }

  @Test
  void of_two_who_conclude_at_once_one_does_and_the_other_is_told() throws Exception {
    Browser reception = in(Role.RECEPTION);
    Browser caseworker = in(Role.CASEWORKER);
    String href = begun(reception, someoneWrote());
    Map<String, String> first = filled(reception, href);
    Map<String, String> second = filled(caseworker, href, "outcome", "passed_emergency");
    try (var both = Executors.newFixedThreadPool(2)) {
      var one = both.submit(() -> reception.post(href, first).status());
      var other = both.submit(() -> caseworker.post(href, second).status());
      assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(303, 409);
    }
    assertThat(told.of(IntakeConcluded.class)).hasSize(1);
    assertThat(concluded(href)).isEqualTo(1);
  }

  @Test
  void what_is_typed_is_kept_while_one_writes_and_found_again_beside_the_conversation() {
    Browser reception = in(Role.RECEPTION);
    People.Person person = someoneWrote();
    String href = begun(reception, person);
    Map<String, String> form =
        filled(reception, href, "note", "Halva meningen", "q_danger_now", "yes");
    Browser.Answer saved = reception.post(href + "/draft", form);
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.body())
        .contains("Sparad ", "value=\"2\"", "112", "Programmet ringer ingen")
        .doesNotContain("<html");
    String page = reception.get(person.href()).body();
    assertThat(page).contains("Halva meningen", "Han slår mig. Barnen sover.", "Ditt svar");
    assertThat(people.log(id(href))).contains("save:done");
  }

  @Test
  void nobody_writes_over_what_somebody_else_has_written() {
    Browser reception = in(Role.RECEPTION);
    Browser caseworker = in(Role.CASEWORKER);
    String href = begun(reception, someoneWrote());
    Map<String, String> old = filled(caseworker, href, "note", "Från en gammal sida");
    reception.post(href + "/draft", filled(reception, href, "note", "Mottagningens ord"));
    assertThat(caseworker.post(href + "/draft", old).body()).contains("Någon annan har skrivit");
    Browser.Answer refused = caseworker.post(href, old);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Från en gammal sida");
    assertThat(reception.get(href).body()).contains("Mottagningens ord");
  }

  @Test
  void two_windows_of_one_worker_do_not_write_over_each_other() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    Map<String, String> first = filled(reception, href, "note", "Från det första fönstret");
    Map<String, String> second = filled(reception, href, "note", "Från det andra fönstret");
    assertThat(reception.post(href + "/draft", second).body()).contains("Sparad");
    // the answer with the new version was on its way: the same page saves again
    assertThat(reception.post(href + "/draft", second).body()).contains("Sparad");
    assertThat(reception.post(href + "/draft", first).body()).contains("i ett annat fönster");
    for (int tries = 0; tries < 2; tries++) {
      Browser.Answer refused = reception.post(href, first);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.body()).contains("Från det första fönstret");
      first.put("version", refused.hidden("version"));
      first.put("page", refused.hidden("page"));
    }
    assertThat(reception.get(href).body()).contains("Från det andra fönstret");
  }

  @Test
  void everything_that_was_written_in_the_log_has_a_word_there() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    reception.post(href, filled(reception, href, "outcome", ""));
    reception.post(href, filled(reception, href));
    for (String page :
        List.of("/staff/inbox", "/staff/inbox/closed?queue=support", "/staff/intakes")) {
      assertThat(reception.get(page).status()).isEqualTo(200);
    }
    for (String shown : List.of("drafts", "concluded", "investigation")) {
      reception.get("/staff/intakes?shown=" + shown);
    }
    String log = in(Role.LOG_REVIEWER).get("/staff/log").body();
    assertThat(log).contains("Påbörjade", "avslutade samtal");
    Matcher said = Pattern.compile("data-label=\"Vad\">(.*?)</td>", Pattern.DOTALL).matcher(log);
    List<String> codes = new java.util.ArrayList<>();
    while (said.find()) {
      for (String word : said.group(1).replaceAll("<[^>]*>", " ").strip().split("[ ·]+")) {
        if (word.strip()
            .matches(
                "[a-z]+_[a-z_]+|open|closed|drafts|concluded|investigation|begin|save|conclude|answer|list")) {
          codes.add(word);
        }
      }
    }
    assertThat(codes).isEmpty();
  }

  @Test
  void the_rest_is_marked_as_not_asked_at_one_press() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    Map<String, String> form = filled(reception, href, "q_weapon", "", "q_pregnant", "");
    form.put("act", "rest");
    // she goes on at the children, and is not thrown to the top of the page
    assertThat(reception.post(href, form).location()).endsWith("#f-children");
    String page = reception.get(href).body();
    assertThat(page).contains("id=\"f-children\"");
    assertThat(page).containsPattern("name=\"q_weapon\" value=\"not_asked\" checked");
    assertThat(page).containsPattern("name=\"q_escalating\" value=\"no\" checked");
  }

  @Test
  void begun_twice_from_one_conversation_it_is_one_intake() {
    Browser reception = in(Role.RECEPTION);
    People.Person person = someoneWrote();
    Browser.Answer page = reception.get(person.href());
    for (int i = 0; i < 2; i++) {
      reception.post(
          "/staff/intakes",
          Map.of(
              "_form",
              page.token(),
              "intake",
              UUID.randomUUID().toString(),
              "thread",
              person.thread().toString(),
              "way",
              "chat"));
    }
    assertThat(people.count("select count(*) from intake.intake where thread = ?", person.thread()))
        .isEqualTo(1);
  }

  @Test
  void a_call_or_a_visit_gets_the_same_form_without_a_conversation() {
    Browser reception = in(Role.RECEPTION);
    Browser.Answer page = reception.get("/staff/intakes/new");
    String id = page.hidden("intake");
    String href =
        reception
            .post("/staff/intakes", Map.of("_form", page.token(), "intake", id, "way", "phone"))
            .location();
    assertThat(href).isEqualTo("/staff/intakes/" + id);
    assertThat(reception.post(href, filled(reception, href, "way", "phone")).status())
        .isEqualTo(303);
    assertThat(reception.get("/staff/intakes").body())
        .contains("Ringde", "En utredning ska inledas genast");
  }

  @Test
  void a_conversation_closed_without_an_intake_is_seen_until_one_is_made() throws Exception {
    Browser reception = in(Role.RECEPTION);
    People.Person person = someoneWrote();
    reception.post(person.href() + "/close", Map.of("_form", reception.get(person.href()).token()));
    for (int i = 0; i < 50 && people.count("select count(*) from intake.awaiting") == 0; i++) {
      Thread.sleep(100);
    }
    assertThat(reception.get("/staff/inbox").body())
        .contains("Samtal som avslutats utan aktualisering", person.href());
    // one whose words are to be destroyed can be made nothing of any more
    people.byHand("update intake.awaiting set closed_at = closed_at - interval '24 hours'");
    assertThat(reception.get("/staff/inbox").body()).doesNotContain(person.href());
    people.byHand("update intake.awaiting set closed_at = closed_at + interval '1 hour'");
    assertThat(reception.get("/staff/inbox").body()).contains(person.href());
    String href = begun(reception, person);
    reception.post(href, filled(reception, href));
    assertThat(reception.get("/staff/inbox").body()).contains("Inget samtal är glömt");
  }

  // lists

  @Test
  void empty_lists_say_what_to_do() {
    assertThat(in(Role.RECEPTION).get("/staff/intakes").body())
        .contains(
            "Ingen utredning väntar", "Öppna ett samtal i inkorgen", "Inget är avslutat ännu");
  }

  @Test
  void two_hundred_intakes_are_shown_by_the_page() {
    TestStaff.Person caseworker = staff.add(Role.CASEWORKER);
    for (int i = 0; i < 200; i++) {
      people.byHand(
          "insert into intake.intake (id, way, made_by, made_at, saved_by, saved_at) values (gen_random_uuid(), 'phone', ?, now(), ?, now())",
          caseworker.staff(),
          caseworker.staff());
    }
    Browser browser = staff.logIn(caseworker, port);
    assertThat(browser.get("/staff/intakes").body()).contains("Visar 1–25 av 200");
    assertThat(browser.get("/staff/intakes?shown=drafts&page=8").body())
        .contains("Visar 176–200 av 200");
  }

  @Test
  void in_english_for_one_who_reads_english() {
    Browser reception = in(Role.RECEPTION);
    String href = begun(reception, someoneWrote());
    assertThat(reception.get(href, Map.of("Accept-Language", "en")).body())
        .contains("Is the person in danger right now?", "Conclude the intake", "Report of concern");
  }
}
