package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.assessment.Level;
import se.fristad.casework.facts.InvestigationOpened;
import se.fristad.casework.facts.RiskAssessed;
import se.fristad.centre.Municipality;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestHouse;
import se.fristad.intake.Receiving;
import se.fristad.intake.WayIn;

/// The forms of the first half of the road: a file opened, consent, risk, investigation. What all
/// forms have in common is tried in [StepPagesTest].
@FristadTest
class RoadFormsTest {
  private static final LocalDate BORN = LocalDate.of(1990, 3, 16);

  @Autowired private Road road;
  @Autowired private Receiving receiving;
  @Autowired private Walk walk;
  @Autowired private TestClock clock;
  @Autowired private TestStaff staff;
  @Autowired private People people;
  @LocalServerPort private int port;

  @SuppressWarnings("NullAway.Init")
  private TestStaff.Person karin;

  @SuppressWarnings("NullAway.Init")
  private Browser browser;

  @BeforeEach
  void empty() {
    clock.reset();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    people.byHand("delete from casework.form");
    walk.forget();
    karin = staff.add(Role.CASEWORKER);
    browser = staff.logIn(karin, port);
  }

  private UUID opened() {
    return done(road.open(karin.viewer(), walk.opening())).file();
  }

  private static String step(UUID file, String step) {
    return CasePages.FILES + file + "/steps/" + step;
  }

  /// The hidden fields of a page, and these.
  private static Map<String, String> form(Browser.Answer page, String id, String... fields) {
    Map<String, String> form = new TreeMap<>();
    form.put("_form", page.token());
    form.put(id, page.hidden(id));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form;
  }

  private Map<String, String> ylva(Browser.Answer page) {
    return form(
        page,
        "file",
        "name",
        "Ylva <b>Exempel</b> 🙂",
        "number",
        Walk.number(BORN),
        "telephone",
        "070-174 06 10",
        "address",
        "Prästgatan 4",
        "safe_contact",
        "Ring bara före klockan tre.",
        "protection",
        "none",
        "language",
        "so",
        "municipality",
        "0380",
        "consent_from",
        walk.today().toString(),
        "consent_until",
        walk.today().plusMonths(6).toString(),
        "consent_how",
        "Muntligt, i rummet.");
  }

  private long files() {
    return people.count("select count(*) from casework.file");
  }

  private UUID intake() {
    UUID intake = UUID.randomUUID();
    assertThat(receiving.begin(karin.viewer(), intake, WayIn.PHONE, null)).isTrue();
    Map<String, String> answers = new TreeMap<>();
    for (String question :
        new String[] {
          "danger_now", "safe_to_talk", "weapon", "strangulation", "threat_to_kill", "escalating",
          "surveillance", "separation", "pregnant", "children_present", "collective", "journey",
          "suicide", "protection"
        }) {
      answers.put("q_" + question, "no");
    }
    answers.putAll(
        Map.of(
            "way", "phone",
            "source", "herself",
            "municipality", "0331",
            "children", "no",
            "outcome", "opens"));
    assertThat(receiving.conclude(karin.viewer(), intake, answers)).isTrue();
    return intake;
  }

  @Test
  void a_concluded_intake_leads_to_a_form_that_knows_its_municipality_and_is_taken_up_by_it() {
    UUID intake = intake();
    String href = OpeningPages.HREF + "?intake=" + intake;
    assertThat(browser.get("/staff/intakes/" + intake).body()).contains("href=\"" + href + "\"");
    Browser.Answer page = browser.get(href);
    assertThat(page.body())
        .containsSubsequence("Ärendet följer på aktualiseringen", "value=\"0331\" selected");
    Map<String, String> form = ylva(page);
    form.put("intake", page.hidden("intake"));
    UUID file = UUID.fromString(page.hidden("file"));
    assertThat(browser.post(OpeningPages.HREF, form).location()).isEqualTo(CasePages.FILES + file);

    assertThat(people.log(file)).contains("open_file:done");
    assertThat(people.log(intake)).endsWith("take_up:done");
    assertThat(
            people.count(
                "select count(*) from intake.intake where id = ? and taken_up_at is not null",
                intake))
        .isOne();
    assertThat(browser.get("/staff/intakes/" + intake).body()).doesNotContain(OpeningPages.HREF);
    assertThat(browser.get(href).status()).isEqualTo(404);
    assertThat(browser.get(CasePages.FILES + file).body())
        .contains(
            "Ylva &lt;b&gt;Exempel&lt;/b&gt; 🙂",
            "Ring bara före klockan tre.",
            "Inled utredning",
            "Bedöm risken");
    // the same form again is the same file; a form on an intake that is taken up is none
    assertThat(browser.post(OpeningPages.HREF, form).location()).isEqualTo(CasePages.FILES + file);
    form.put("file", UUID.randomUUID().toString());
    Browser.Answer late = browser.post(OpeningPages.HREF, form);
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("Ett ärende följer på en ansökan");
    assertThat(files()).isOne();
  }

  @Test
  void a_double_click_on_open_is_one_file_and_both_are_answered_with_it() throws Exception {
    for (boolean taken : new boolean[] {true, false}) {
      UUID intake = taken ? intake() : null;
      String href = OpeningPages.HREF + (taken ? "?intake=" + intake : "");
      Map<String, String> form = ylva(browser.get(href));
      if (taken) {
        form.put("intake", String.valueOf(intake));
      }
      UUID file = UUID.fromString(String.valueOf(form.get("file")));
      long before = files();
      Browser other = browser.copy();
      CompletableFuture<Browser.Answer> one;
      CompletableFuture<Browser.Answer> two;
      // both are let in before either has written anything
      try (Connection holding = TestHouse.shared().superuser();
          Statement lock = holding.createStatement()) {
        holding.setAutoCommit(false);
        lock.execute("lock table casework.person in exclusive mode");
        one = CompletableFuture.supplyAsync(() -> browser.post(OpeningPages.HREF, form));
        two = CompletableFuture.supplyAsync(() -> other.post(OpeningPages.HREF, form));
        Awaitility.await()
            .until(() -> people.count("select count(*) from pg_locks where not granted") > 1);
        holding.commit();
      }
      for (Browser.Answer answer : new Browser.Answer[] {one.join(), two.join()}) {
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(CasePages.FILES + file);
      }
      assertThat(files()).isEqualTo(before + 1);
      assertThat(people.log(file)).containsExactly("open_file:done", "open_file:done");
      assertThat(people.count("select count(*) from casework.form")).isZero();
      if (intake != null) {
        assertThat(people.log(intake)).containsOnlyOnce("take_up:done");
      }
    }
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void a_municipality_is_one_of_the_countys_or_elsewhere_and_nothing_else() {
    Map<String, String> form = ylva(browser.get(OpeningPages.HREF));
    for (String wrong : new String[] {"0180", "0000", "1234", "", "uppsala"}) {
      form.put("municipality", wrong);
      Browser.Answer answer = browser.post(OpeningPages.HREF, form);
      assertThat(answer.status()).as(wrong).isEqualTo(422);
      assertThat(answer.body()).contains("Välj en kommun.", "id=\"f-municipality-error\"");
    }
    assertThat(files()).isZero();
    form.put("municipality", Municipality.ELSEWHERE);
    assertThat(browser.post(OpeningPages.HREF, form).status()).isEqualTo(303);
    assertThat(people.count("select count(*) from casework.file where municipality = '9999'"))
        .isOne();
  }

  @Test
  void what_is_kept_for_the_first_time_by_two_at_once_is_kept_by_both() throws Exception {
    Map<String, String> form = ylva(browser.get(OpeningPages.HREF));
    Browser other = browser.copy();
    CompletableFuture<Browser.Answer> one;
    CompletableFuture<Browser.Answer> two;
    try (Connection holding = TestHouse.shared().superuser();
        Statement lock = holding.createStatement()) {
      holding.setAutoCommit(false);
      lock.execute("lock table casework.data_key in exclusive mode");
      one = CompletableFuture.supplyAsync(() -> browser.post(OpeningPages.HREF + "/draft", form));
      two = CompletableFuture.supplyAsync(() -> other.post(OpeningPages.HREF + "/draft", form));
      Awaitility.await()
          .until(() -> people.count("select count(*) from pg_locks where not granted") > 1);
      holding.commit();
    }
    assertThat(one.join().status()).isEqualTo(303);
    assertThat(two.join().status()).isEqualTo(303);
    assertThat(people.count("select count(*) from casework.form")).isOne();
    assertThat(browser.get(one.join().location()).body()).contains("Prästgatan 4");
  }

  @Test
  void somebody_has_so_many_files_begun_and_no_more() {
    Map<String, String> form = ylva(browser.get(OpeningPages.HREF));
    for (int each = 0; each < Forms.MOST_BEGUN; each++) {
      form.put("file", UUID.randomUUID().toString());
      assertThat(browser.post(OpeningPages.HREF + "/draft", form).status()).isEqualTo(303);
    }
    String last = String.valueOf(form.get("file"));
    form.put("file", UUID.randomUUID().toString());
    Browser.Answer one =
        browser.send(
            "POST",
            OpeningPages.HREF + "/draft",
            Browser.encode(form),
            Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true"));
    assertThat(one.body()).contains("Du har redan 20 påbörjade ärenden.");
    assertThat(people.count("select count(*) from casework.form")).isEqualTo(Forms.MOST_BEGUN);
    // what she has begun is written on, and she can open another
    form.put("file", last);
    assertThat(browser.post(OpeningPages.HREF + "/draft", form).status()).isEqualTo(303);
    form.put("file", UUID.randomUUID().toString());
    assertThat(browser.post(OpeningPages.HREF, form).status()).isEqualTo(303);
    assertThat(files()).isOne();
  }

  @Test
  void a_file_that_was_opened_is_not_opened_again_by_the_same_form_with_other_words() {
    Map<String, String> form = ylva(browser.get(OpeningPages.HREF));
    UUID file = UUID.fromString(String.valueOf(form.get("file")));
    assertThat(browser.post(OpeningPages.HREF, form).status()).isEqualTo(303);
    form.put("name", "Alma Exempel");
    form.put("number", "");
    Browser.Answer other = browser.post(OpeningPages.HREF, form);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body())
        .contains(
            "Det här gjordes redan "
                + walk.now().atZone(Files.HERE).toLocalTime().toString().substring(0, 5),
            "Det du skrev nu är inte sparat",
            "value=\"Alma Exempel\"");
    assertThat(other.hidden("file")).isNotEqualTo(file.toString());
    assertThat(files()).isOne();
    assertThat(people.log(file)).containsExactly("open_file:done", "open_file:refused");
    assertThat(walk.facts()).isEmpty();
    assertThat(browser.get(CasePages.FILES + file).body()).contains("Ylva").doesNotContain("Alma");
  }

  @Test
  void two_who_take_up_the_same_intake_at_once_open_one_file() {
    UUID intake = intake();
    Browser colleague = staff.logIn(staff.add(Role.CASEWORKER), port);
    String href = OpeningPages.HREF + "?intake=" + intake;
    Map<String, String> hers = ylva(browser.get(href));
    Map<String, String> theirs = ylva(colleague.get(href));
    hers.put("intake", intake.toString());
    theirs.put("intake", intake.toString());
    theirs.put("_form", colleague.get("/staff/people").token());
    var one = CompletableFuture.supplyAsync(() -> browser.post(OpeningPages.HREF, hers).status());
    var two =
        CompletableFuture.supplyAsync(() -> colleague.post(OpeningPages.HREF, theirs).status());
    assertThat(new int[] {one.join(), two.join()}).containsExactlyInAnyOrder(303, 422);
    assertThat(files()).isOne();
  }

  @Test
  void who_she_is_comes_back_as_typed_with_each_rule_that_stands_against_it() {
    Map<String, String> form = ylva(browser.get(OpeningPages.HREF));
    String number = Objects.requireNonNull(form.get("number"));
    form.put("number", number.substring(0, 11) + (number.endsWith("0") ? "1" : "0"));
    form.put("name", " ");
    form.put("telephone", "tolv");
    form.put("municipality", "");
    form.put("consent_until", walk.today().minusDays(1).toString());
    form.put("consent_from", walk.today().minusDays(9).toString());
    Browser.Answer wrong = browser.post(OpeningPages.HREF, form);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains(
            "error-summary",
            "kontrollsiffran (den sista) stämmer inte",
            "Personnumret stämmer, ",
            "value=\"" + form.get("number") + "\"",
            "Skriv vad personen heter eller vill kallas.",
            "Det här går inte att läsa som ett telefonnummer.",
            "value=\"tolv\"",
            "Välj en kommun.",
            "Samtycket har gått ut.",
            "Prästgatan 4",
            "value=\"so\" selected");
    assertThat(wrong.hidden("file")).isEqualTo(form.get("file"));

    form.put("number", "");
    form.put("born", walk.today().minusYears(18).plusDays(1).toString());
    form.put("consent_from", walk.today().plusDays(2).toString());
    assertThat(browser.post(OpeningPages.HREF, form).body())
        .contains(
            "Personen är under 18 år.",
            "Barn har en egen akt, ",
            "Samtyckets sista dag ligger före dess första.");
    form.put("born", walk.today().plusDays(1).toString());
    form.put("name", "y".repeat(300));
    Browser.Answer long_ = browser.post(OpeningPages.HREF, form);
    assertThat(long_.body()).contains("Texten är för lång.", "y".repeat(300));
    form.put("name", "Ylva");
    assertThat(browser.post(OpeningPages.HREF, form).body()).contains("Dagen har inte varit än.");
    form.put("born", "32 maj");
    assertThat(browser.post(OpeningPages.HREF, form).body())
        .contains("Skriv dagen som år, månad och dag", "value=\"32 maj\"");
    assertThat(files()).isZero();
    assertThat(people.count("select count(*) from casework.person")).isZero();
    assertThat(people.log(UUID.fromString(form.get("file")))).containsOnly("open_file:refused");
  }

  @Test
  void what_is_begun_of_a_file_is_found_again_by_its_writer_and_by_nobody_else() {
    Map<String, String> form = ylva(browser.get(OpeningPages.HREF));
    Browser.Answer saved =
        browser.post(
            OpeningPages.HREF + "/draft",
            form,
            Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true"));
    assertThat(saved.body()).contains("Sparat ").doesNotContain("<html");
    String href = OpeningPages.HREF + "?file=" + form.get("file");
    assertThat(browser.get("/staff/people").body()).contains("href=\"" + href + "\"");
    assertThat(browser.get(href).body()).contains("Prästgatan 4", "value=\"so\" selected");

    Browser colleague = staff.logIn(staff.add(Role.CASEWORKER), port);
    assertThat(colleague.get("/staff/people").body()).doesNotContain("Ylva");
    assertThat(colleague.get(href).body()).doesNotContain("Prästgatan 4");
    form.put("_form", colleague.get("/staff/people").token());
    assertThat(colleague.post(OpeningPages.HREF + "/draft", form).status()).isEqualTo(404);

    form.put("_form", browser.get(href).token());
    assertThat(browser.post(OpeningPages.HREF, form).status()).isEqualTo(303);
    assertThat(people.count("select count(*) from casework.form")).isZero();
    assertThat(browser.get("/staff/people").body()).doesNotContain(href);
  }

  @Test
  void the_risk_is_told_in_one_sentence_and_what_is_not_known_is_never_a_no() {
    UUID file = opened();
    String href = step(file, "assessment");
    Browser.Answer page = browser.get(href);
    assertThat(page.body())
        .containsSubsequence(
            "Är personen i fara just nu?",
            "Vet ej",
            "Inte frågat",
            "Har någon tagit strupgrepp på personen?",
            "Personens egen skattning av faran",
            "Din bedömning",
            "När du svarar står det här vad svaren pekar på.");
    Map<String, String> form =
        form(
            page,
            "form",
            "a_danger_now",
            "no",
            "a_strangulation",
            "yes",
            "a_weapon",
            "unknown",
            "a_estimate",
            "8",
            "a_where",
            "Hos en vän <i>i stan</i>");
    assertThat(
            browser
                .post(
                    href + "/draft",
                    form,
                    Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true"))
                .body())
        .contains(
            "Hög risk: svaret på ”Har någon tagit strupgrepp på personen?” räcker",
            "Det räknas aldrig som nej",
            "Personens egen skattning: 8 av 10",
            "Ta upp skydd i dag");

    assertThat(browser.post(href, form).body())
        .contains("Välj den nivå som du bedömer gäller.", "Någon står för risknivån, ");
    form.put("level", "medium");
    form.put("a_estimate", "elva");
    assertThat(browser.post(href, form).body())
        .contains("Välj ett av svaren, eller lämna frågan tom.", "value=\"elva\"");
    form.put("a_estimate", "8");
    Browser.Answer noReason = browser.post(href, form);
    assertThat(noReason.status()).isEqualTo(422);
    assertThat(noReason.body())
        .contains(
            "Din nivå är en annan än formulärets. Skriv varför.", "Hos en vän &lt;i&gt;i stan");
    assertThat(walk.facts()).noneMatch(RiskAssessed.class::isInstance);

    form.put("reason", "Han är häktad.");
    assertThat(browser.post(href, form).location()).isEqualTo(CasePages.FILES + file);
    assertThat(
            people.count(
                "select count(*) from casework.assessment where file = ? and level = 'medium'",
                file))
        .isOne();
    assertThat(people.log(file)).contains("assess:refused", "assess:done");
    assertThat(walk.facts()).filteredOn(RiskAssessed.class::isInstance).hasSize(1);
    assertThat(browser.get(CasePages.FILES + file).body())
        .containsSubsequence(
            "Medelhög risk",
            "Hög risk: svaret på ”Har någon tagit strupgrepp på personen?” räcker",
            "Personens egen skattning: 8 av 10",
            "Han är häktad.");
  }

  @Test
  void an_investigation_is_opened_once_and_not_without_a_consent_that_stands() {
    UUID file = opened();
    String href = step(file, "investigate");
    Map<String, String> form = form(browser.get(href), "form");
    done(road.withdrawConsent(karin.viewer(), file, Road.Subject.REGISTER));
    assertThat(browser.get(href).body()).contains("Det finns inget samtycke som gäller i dag.");
    Browser.Answer against = browser.post(href, form);
    assertThat(against.status()).isEqualTo(422);
    assertThat(against.body()).contains("Samtycke som gäller, ");

    Map<String, String> consent =
        form(
            browser.get(step(file, "consent")),
            "form",
            "subject",
            "register",
            "consent_from",
            walk.today().toString(),
            "consent_until",
            walk.today().plusMonths(1).toString(),
            "consent_how",
            "Per telefon.");
    assertThat(browser.post(step(file, "consent"), consent).status()).isEqualTo(303);
    assertThat(browser.post(href, form).status()).isEqualTo(303);
    assertThat(people.count("select count(*) from casework.investigation where file = ?", file))
        .isOne();
    assertThat(people.log(file)).contains("open_investigation:refused", "open_investigation:done");
    assertThat(walk.facts()).filteredOn(InvestigationOpened.class::isInstance).hasSize(1);
    assertThat(browser.get(href).body()).contains("Steget är redan taget");
    form.put("form", UUID.randomUUID().toString());
    assertThat(browser.post(href, form).body()).contains("En utredning i taget, ");
  }

  @Test
  void an_investigation_is_ready_when_violence_and_needs_are_written_down_row_by_row() {
    Walk.At at = investigated();
    String href = step(at.file(), "investigation/" + at.investigation());
    Map<String, String> form =
        form(browser.get(href), "form", "own_words", "Jag vågar inte sova 🙁", "n1_who", "Vi");
    Browser.Answer empty = browser.post(href, form);
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Välj ett av svaren.", "Jag vågar inte sova 🙁", "Behov 3");
    form.remove("n1_who");
    assertThat(browser.post(href, form).body())
        .contains(
            "Välj minst ett slags våld",
            "href=\"#f-p0_relation\"",
            "Skriv minst en som utövat våldet",
            "href=\"#f-n0_domain\"",
            "Skriv minst ett behov.",
            "Våldet kartlagt och behoven nedskrivna, ");

    form.putAll(
        Map.of(
            "kinds", "physical",
            "period", "I tre år.",
            "p0_relation", "former_partner",
            "p1_relation", "in_law",
            "p1_words", "Hans bror.",
            "n0_domain", "protection",
            "n0_horizon", "acute",
            "n0_who", "Resurscentrum",
            "act", "more"));
    assertThat(browser.post(href, form).location()).isEqualTo(href);
    assertThat(browser.get(href).body()).contains("Våldsutövare 3", "Behov 2", "Hans bror.");
    form.put("act", "send");
    assertThat(browser.post(href, form).location()).isEqualTo(CasePages.FILES + at.file());
    assertThat(browser.post(href, form).location()).isEqualTo(CasePages.FILES + at.file());
    assertThat(
            people.count(
                "select count(*) from casework.investigation where id = ? and state = 'concluded'",
                at.investigation()))
        .isOne();
    assertThat(people.log(at.file())).contains("conclude_investigation:done");
    form.put("form", UUID.randomUUID().toString());
    Browser.Answer twice = browser.post(href, form);
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.body()).contains("Utredningen är redan avslutad", "Hans bror.");
  }

  private Walk.At investigated() {
    return walk.investigated(walk.opened(karin.viewer(), walk.opening()));
  }

  @Test
  void an_investigation_is_broken_off_with_a_reason() {
    Walk.At at = investigated();
    String href = step(at.file(), "discontinue/" + at.investigation());
    Map<String, String> form = form(browser.get(href), "form", "why", " ");
    assertThat(browser.post(href, form).body())
        .contains("Skriv varför utredningen inte fortsätter.");
    form.put("why", "Hon vill vänta.");
    assertThat(browser.post(href, form).status()).isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.investigation where id = ? and state = 'discontinued'",
                at.investigation()))
        .isOne();
    assertThat(people.log(at.file()))
        .contains("discontinue_investigation:refused", "discontinue_investigation:done");
    assertThat(browser.get(step(at.file(), "discontinue/" + UUID.randomUUID())).body())
        .contains("Steget är redan taget");
  }

  @Test
  void a_consent_is_taken_back_and_stands_so_in_the_file() {
    UUID file = opened();
    String href = step(file, "withdraw");
    Map<String, String> form = form(browser.get(href), "form");
    assertThat(browser.post(href, form).body()).contains("Välj ett av svaren.");
    form.put("subject", "share");
    assertThat(browser.post(href, form).body())
        .contains("Det finns inget sådant samtycke att ta tillbaka.");
    form.put("subject", "register");
    assertThat(browser.post(href, form).status()).isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.consent where file = ? and withdrawn_at is not null",
                file))
        .isOne();
    assertThat(people.log(file)).contains("withdraw_consent:refused", "withdraw_consent:done");
    assertThat(browser.get(CasePages.FILES + file).body())
        .contains("Återtaget")
        .doesNotContain(href);
  }

  @Test
  void a_note_lies_on_every_page_of_the_file_and_is_written_without_leaving_it() {
    UUID file = opened();
    Map<String, String> hx = Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true");
    Browser.Answer page = browser.get(step(file, "assessment"));
    assertThat(page.body()).contains("data-shortcut=\"n\"", "<kbd>n</kbd>");
    Map<String, String> note = new TreeMap<>();
    note.put("_form", page.token());
    note.put("form", UUID.randomUUID().toString());
    note.put("note", "Hon ringde.");
    browser.post(step(file, "note/draft"), note, hx);
    assertThat(browser.get(step(file, "consent")).body()).contains("Hon ringde.");
    Browser.Answer written = browser.post(step(file, "note"), note, hx);
    assertThat(written.status()).isEqualTo(200);
    assertThat(written.body()).contains("Anteckningen skrevs").doesNotContain("<html");
    assertThat(people.count("select count(*) from casework.note where file = ?", file)).isOne();
    assertThat(people.log(file)).contains("note:done");
    note.put("form", UUID.randomUUID().toString());
    note.put("note", " ");
    assertThat(browser.post(step(file, "note"), note, hx).body()).contains("Anteckningen är tom.");
    assertThat(browser.get(step(file, "consent")).body()).doesNotContain("Hon ringde.");
  }

  @Test
  void somebody_under_eighteen_has_no_adults_investigation_however_the_file_was_opened() {
    UUID file = opened();
    Browser.Answer page = browser.get(step(file, "assessment"));
    Map<String, String> form =
        form(page, "form", "a_danger_now", "yes", "level", Level.HIGH.code());
    assertThat(browser.post(step(file, "assessment"), form).status()).isEqualTo(303);
    people.byHand("update casework.file set kind = 'child' where id = ?", file);
    assertThat(browser.get(CasePages.FILES + file).body()).doesNotContain("steps/investigate\"");
    Browser.Answer against =
        browser.post(step(file, "investigate"), form(page, "form", "form", "x"));
    assertThat(against.status()).isEqualTo(422);
    assertThat(against.body()).contains("Barn har en egen akt, ");
  }
}
