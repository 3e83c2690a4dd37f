package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Map;
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
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestHouse;

/// What every form of a file has in common, tried with the consent's: asked for without a script.
@FristadTest
class StepPagesTest {
  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private TestClock clock;
  @Autowired private TestStaff staff;
  @Autowired private People people;
  @LocalServerPort private int port;

  @SuppressWarnings("NullAway.Init")
  private TestStaff.Person karin;

  @SuppressWarnings("NullAway.Init")
  private Browser browser;

  @SuppressWarnings("NullAway.Init")
  private UUID file;

  @SuppressWarnings("NullAway.Init")
  private String href;

  @BeforeEach
  void aFileOfKarins() {
    clock.reset();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = staff.add(Role.CASEWORKER);
    browser = staff.logIn(karin, port);
    file = done(road.open(karin.viewer(), walk.opening())).file();
    href = CasePages.FILES + file + "/steps/consent";
  }

  private Map<String, String> consent(Browser.Answer page) {
    return new TreeMap<>(
        Map.of(
            "_form", page.token(),
            "form", page.hidden("form"),
            "subject", "share",
            "consent_from", walk.today().toString(),
            "consent_until", walk.today().plusMonths(3).toString(),
            "consent_how", "Muntligt 🙂 <b>till</b> kuratorn."));
  }

  private long shares() {
    return people.count(
        "select count(*) from casework.consent where file = ? and subject = 'share'", file);
  }

  private long kept() {
    return people.count("select count(*) from casework.form where file = ?", file);
  }

  private void theSessionEnds() {
    people.byHand(
        """
        update access.session set seen_at = seen_at - interval '31 minutes',
               expires_at = expires_at - interval '31 minutes' where staff = ?
        """,
        karin.staff());
  }

  @Test
  void a_form_stands_under_how_to_make_contact_and_the_risk_and_the_file_leads_to_it() {
    assertThat(browser.get(CasePages.FILES + file).body())
        .containsSubsequence("Nästa steg", "href=\"" + href + "\"", "Skriv in samtycke");
    Browser.Answer page = browser.get(href);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .containsSubsequence(
            "Skriv in samtycke",
            "Ylva Exempel",
            "Så kan du ta kontakt",
            "Ring bara före klockan tre.",
            "Risken är inte bedömd",
            "Sparas medan du skriver.",
            "Vad gäller samtycket?");
  }

  @Test
  void a_form_that_is_taken_is_one_step_and_leads_back_to_the_file_however_often_it_is_sent() {
    Browser.Answer page = browser.get(href);
    Map<String, String> form = consent(page);
    Browser.Answer first = browser.post(href, form);
    assertThat(first.status()).isEqualTo(303);
    assertThat(first.location()).isEqualTo(CasePages.FILES + file);
    assertThat(browser.post(href, form).location()).isEqualTo(CasePages.FILES + file);
    assertThat(shares()).isOne();
    assertThat(people.log(file)).contains("consent:done", "consent:refused");
    assertThat(browser.get(CasePages.FILES + file).body()).contains("dela uppgifter");
  }

  @Test
  void the_same_form_sent_again_with_other_words_is_refused_and_gives_them_back() {
    clock.set(walk.today().atTime(14, 3).atZone(Files.HERE).toInstant());
    walk.forget();
    Map<String, String> form = consent(browser.get(href));
    assertThat(browser.post(href, form).status()).isEqualTo(303);
    form.put("consent_how", "Skriftligt, <i>i brev</i>.");
    Browser.Answer other = browser.post(href, form);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body())
        .contains(
            "Det här gjordes redan 14:03. Det du skrev nu är inte sparat, men står kvar här.",
            "Skriftligt, &lt;i&gt;i brev&lt;/i&gt;.");
    assertThat(shares()).isOne();
    assertThat(people.log(file))
        .filteredOn(line -> !line.equals("open:read"))
        .containsExactly("open_file:done", "consent:done", "consent:refused");
    assertThat(walk.facts()).isEmpty();
    // it came back as a form of its own: kept as one types, and sent by whoever means it
    Map<String, String> again = new TreeMap<>(form);
    again.put("form", other.hidden("form"));
    assertThat(again.get("form")).isNotEqualTo(form.get("form"));
    browser.post(href + "/draft", again);
    assertThat(kept()).isOne();
    assertThat(browser.post(href, again).status()).isEqualTo(303);
    assertThat(shares()).isEqualTo(2);
    // of what was said nothing can be read
    assertThat(people.count("select count(*) from casework.sent where file = ?", file))
        .isEqualTo(6);
  }

  @Test
  void a_note_written_beside_a_form_is_not_dropped_when_its_form_was_sent_with_other_words() {
    String note = CasePages.FILES + file + "/steps/note";
    Map<String, String> headers = Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true");
    Map<String, String> form = new TreeMap<>(Map.of("_form", browser.get(href).token()));
    form.put("form", UUID.randomUUID().toString());
    form.put("act", "send");
    form.put("note", "Hon ringde i dag.");
    assertThat(browser.post(note, form, headers).body()).contains("Anteckningen skrevs");
    assertThat(browser.post(note, form, headers).body()).contains("Anteckningen skrevs");
    form.put("note", "Hon ringde igen, från en annan telefon.");
    Browser.Answer other = browser.post(note, form, headers);
    assertThat(other.body())
        .contains("Det här gjordes redan ", "Hon ringde igen, från en annan telefon.");
    assertThat(other.hidden("form")).isNotEqualTo(form.get("form"));
    assertThat(people.count("select count(*) from casework.note where file = ?", file)).isOne();
    assertThat(people.log(file))
        .filteredOn(line -> line.startsWith("note:"))
        .containsExactly("note:done", "note:refused", "note:refused");
  }

  @Test
  void a_day_that_must_be_a_slip_of_the_hand_is_said_beside_its_field_in_every_form() {
    Map<String, String> form = consent(browser.get(href));
    for (String far : new String[] {"9999-12-31", walk.today().plusYears(10).plusDays(1) + ""}) {
      form.put("consent_until", far);
      assertThat(browser.post(href, form).body())
          .as(far)
          .contains(
              "Dagen ligger mer än 10 år framåt. Läs årtalet en gång till.",
              "id=\"f-consent_until-error\"",
              "value=\"" + far + "\"");
    }
    form.put("consent_until", walk.today().plusYears(10).toString());
    for (String far : new String[] {"0001-01-01", walk.today().minusYears(120).minusDays(1) + ""}) {
      form.put("consent_from", far);
      assertThat(browser.post(href, form).body())
          .as(far)
          .contains("Dagen ligger mer än 120 år bakåt. Läs årtalet en gång till.");
    }
    assertThat(shares()).isZero();
    form.put("consent_from", walk.today().minusYears(120).toString());
    assertThat(browser.post(href, form).status()).isEqualTo(303);
    assertThat(shares()).isOne();
    assertThat(people.log(file)).contains("consent:done").doesNotContain("consent:refused");
  }

  @Test
  void of_what_does_not_stand_in_the_file_nothing_is_kept() {
    UUID plan = done(road.planFollowUp(karin.viewer(), file, walk.today()));
    String answers = CasePages.FILES + file + "/steps/follow_up/";
    Map<String, String> form = consent(browser.get(href));
    form.put("words", "Hon sover.");
    for (int each = 0; each < 3; each++) {
      assertThat(browser.post(answers + UUID.randomUUID() + "/draft", form).status())
          .isEqualTo(404);
    }
    assertThat(kept()).isZero();
    assertThat(browser.post(answers + plan + "/draft", form).status()).isEqualTo(303);
    assertThat(kept()).isOne();
    assertThat(people.log(file)).contains("save_form:not_there", "save_form:done");
  }

  @Test
  void two_that_send_the_same_form_at_once_take_one_step() {
    Map<String, String> form = consent(browser.get(href));
    Browser other = browser.copy();
    var one = CompletableFuture.supplyAsync(() -> browser.post(href, form).status());
    var two = CompletableFuture.supplyAsync(() -> other.post(href, form).status());
    assertThat(one.join()).isEqualTo(303);
    assertThat(two.join()).isEqualTo(303);
    assertThat(shares()).isOne();
  }

  @Test
  void
      what_is_wrong_stands_in_the_summary_and_beside_the_field_with_its_rule_and_nothing_is_lost() {
    Map<String, String> form = consent(browser.get(href));
    form.put("consent_until", walk.today().minusDays(1).toString());
    form.put("consent_from", walk.today().minusMonths(1).toString());
    Browser.Answer ended = browser.post(href, form);
    assertThat(ended.status()).isEqualTo(422);
    assertThat(ended.body())
        .containsSubsequence(
            "error-summary",
            "href=\"#f-consent_until\"",
            "Samtycket har gått ut.",
            "Samtycke som gäller, 2 kap. 1 § SoL (2025:400)",
            "value=\"share\" checked",
            "id=\"f-consent_until-error\"",
            "Samtycket har gått ut.",
            "Muntligt \uD83D\uDE42 &lt;b&gt;till&lt;/b&gt; kuratorn.");
    assertThat(ended.hidden("form")).isEqualTo(form.get("form"));

    form.put("consent_from", walk.today().plusDays(3).toString());
    assertThat(browser.post(href, form).body())
        .contains("Samtyckets sista dag ligger före dess första.", "Datum i ordning");
    form.put("consent_until", "i morgon");
    form.remove("subject");
    form.put("consent_how", "ett långt ord ".repeat(200));
    assertThat(browser.post(href, form).body())
        .contains(
            "Skriv dagen som år, månad och dag",
            "value=\"i morgon\"",
            "Välj ett av svaren.",
            "Texten är för lång. Här ryms 1\u00a0000 tecken",
            "ett långt ord ett långt ord");
    assertThat(shares()).isZero();
    assertThat(people.log(file)).contains("consent:refused").doesNotContain("consent:done");
    // whoever leaves after a refusal finds the words again
    assertThat(kept()).isOne();
    assertThat(browser.get(href).body()).contains("value=\"i morgon\"", "ett långt ord");
  }

  @Test
  void what_is_typed_is_kept_sealed_found_again_and_gone_when_it_is_sent() {
    Map<String, String> form = consent(browser.get(href));
    Browser.Answer saved =
        browser.send(
            "POST",
            href + "/draft",
            Browser.encode(form),
            Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true"));
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.body()).contains("Sparat ").doesNotContain("<html");
    assertThat(kept()).isOne();
    assertThat(
            people.count(
                "select count(*) from casework.form where position('kuratorn'::bytea in sealed) > 0"))
        .isZero();
    assertThat(browser.get(CasePages.FILES + file).body()).contains("Påbörjat, sparat");
    Browser.Answer back = browser.get(href);
    assertThat(back.body()).contains("kuratorn", "value=\"share\" checked", "Sparat ");

    Map<String, String> again = consent(back);
    assertThat(browser.post(href, again).status()).isEqualTo(303);
    assertThat(kept()).isZero();
    // the saving that was on its way when the form was sent keeps nothing
    browser.post(href + "/draft", again);
    assertThat(kept()).isZero();
    assertThat(browser.get(href).body()).doesNotContain("kuratorn");
  }

  @Test
  void what_is_saved_while_its_form_is_being_sent_waits_and_is_not_kept() throws Exception {
    Map<String, String> form = consent(browser.get(href));
    try (Connection sending = TestHouse.shared().superuser();
        PreparedStatement lock =
            sending.prepareStatement("select id from casework.file where id = ? for update");
        PreparedStatement sent =
            sending.prepareStatement("insert into casework.sent values (?, ?, now())")) {
      sending.setAutoCommit(false);
      lock.setObject(1, file);
      lock.execute();
      sent.setObject(1, UUID.fromString(form.get("form")));
      sent.setObject(2, file);
      sent.execute();
      var saving = CompletableFuture.supplyAsync(() -> browser.post(href + "/draft", form));
      Awaitility.await()
          .until(() -> people.count("select count(*) from pg_locks where not granted") > 0);
      sending.commit();
      assertThat(saving.join().status()).isEqualTo(303);
    }
    assertThat(kept()).isZero();
  }

  @Test
  void without_a_script_what_is_typed_is_kept_by_a_button() {
    Map<String, String> form = consent(browser.get(href));
    form.put("act", "save");
    assertThat(browser.post(href, form).location()).isEqualTo(CasePages.FILES + file);
    assertThat(browser.get(href).body()).contains("kuratorn");
    assertThat(shares()).isZero();
  }

  @Test
  void a_form_that_comes_after_the_session_has_ended_is_given_back_and_taken() {
    Map<String, String> form = consent(browser.get(href));
    theSessionEnds();
    assertThat(browser.post(href, form).location()).isEqualTo("/staff/login?kept=1");
    assertThat(shares()).isZero();
    clock.advance(Duration.ofSeconds(30));
    Browser again = staff.logIn(karin, port);
    Browser.Answer kept = again.get("/staff/kept");
    assertThat(kept.body()).contains("kuratorn");
    form.put("_form", kept.token());
    form.put("_draft", kept.hidden("_draft"));
    assertThat(again.post(href, form).location()).isEqualTo(CasePages.FILES + file);
    assertThat(shares()).isOne();
    assertThat(again.get("/staff/kept").location()).isEqualTo("/staff");
  }

  @Test
  void what_was_on_its_way_to_be_saved_when_the_session_ended_leads_to_the_form() {
    Map<String, String> form = consent(browser.get(href));
    theSessionEnds();
    browser.post(
        href + "/draft", form, Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true"));
    clock.advance(Duration.ofSeconds(30));
    Browser again = staff.logIn(karin, port);
    Browser.Answer kept = again.get("/staff/kept");
    assertThat(kept.body()).contains("action=\"" + href + "/draft\"");
    form.put("_form", kept.token());
    assertThat(again.post(href + "/draft", form).location()).isEqualTo(href);
    assertThat(again.get(href).body()).contains("kuratorn");
  }

  @Test
  void a_colleague_and_other_roles_find_the_page_that_is_not_there() {
    for (Role role : new Role[] {Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD}) {
      Browser other = staff.logIn(staff.add(role), port);
      Browser.Answer page = other.get(href);
      assertThat(page.status()).as(role.code()).isEqualTo(404);
      assertThat(page.body())
          .isEqualTo(other.get(CasePages.FILES + UUID.randomUUID() + "/steps/consent").body());
      Map<String, String> form = consent(browser.get(href));
      form.put("_form", other.get("/staff/roles").token());
      for (String act : new String[] {"send", "save", "more"}) {
        form.put("act", act);
        assertThat(other.post(href, form).status()).as(role.code()).isEqualTo(404);
      }
      assertThat(other.post(href + "/draft", form).status()).isEqualTo(404);
      form.put("act", "send");
      form.put("consent_until", "<b>");
      assertThat(other.post(href, form).status()).isEqualTo(404);
      form.put("consent_how", "a".repeat(Forms.MOST + 1));
      assertThat(other.post(href + "/draft", form).status()).as(role.code()).isEqualTo(404);
    }
    assertThat(shares()).isZero();
    assertThat(kept()).isZero();
    for (String wrong :
        new String[] {"/steps/nothing", "/steps/consent/x", "/steps/consent/" + file + "/x"}) {
      assertThat(browser.get(CasePages.FILES + file + wrong).status()).as(wrong).isEqualTo(404);
    }
  }
}
