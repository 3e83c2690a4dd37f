package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.Decided;
import se.fristad.casework.facts.DecisionOutcome;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.law.Rules;

/// The forms of the decision, of telling it and of an appeal, asked for without a script.
@FristadTest
class DecisionPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String MOTIVE = "Hon behöver tala med någon 🙂 <b>varje</b> vecka.";

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private long count(String table, UUID file) {
    return people.count("select count(*) from casework." + table + " where file = ?", file);
  }

  private Walk.At ready(Desk.Worker worker) {
    return walk.concluded(walk.investigated(walk.opened(worker.viewer(), walk.opening())));
  }

  private static String href(Walk.At at) {
    return Desk.step(at.file(), "decision", at.investigation());
  }

  private static String[] talks() {
    return new String[] {
      "applied_for",
      "support_talks,cbt_talks",
      "granted",
      "support_talks",
      "ground",
      Rules.CRIME_VICTIM_SUPPORT.key(),
      "motive",
      MOTIVE,
      "children",
      "no",
      "unheard",
      "not_needed",
      "unheard_why",
      "Hon var med."
    };
  }

  private static String[] but(String field, String value) {
    return Stream.concat(Stream.of(talks()), Stream.of(field, value)).toArray(String[]::new);
  }

  // the decision

  @Test
  void the_form_shows_what_it_rests_on_the_mandate_and_the_sections_that_stand_that_day() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = ready(karin);
    assertThat(karin.open(Desk.file(at.file())).body())
        .containsSubsequence("Nästa steg", href(at), "Besluta");
    assertThat(karin.open(href(at)).body())
        .containsSubsequence(
            "Så kan du ta kontakt",
            "Slag och kontroll av telefonen.",
            "Jag vågar inte sova.",
            "Skydd: Skydd i natt",
            "Låg risk",
            "Du har delegation till 23 november 2027 för",
            "alla slags insatser",
            "Vad gäller ansökan?",
            "Vad av det beviljas?",
            Rules.CRIME_VICTIM_SUPPORT.citedOn(DAY),
            "Motivering",
            "Fatta beslutet")
        .doesNotContain("Varför stämmer den fortfarande?");
  }

  @Test
  void a_decision_stands_in_the_table_in_the_log_is_told_and_read_on_the_page() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = ready(karin);
    walk.forget();
    Browser.Answer page = karin.open(href(at));
    Map<String, String> form = karin.form(page, talks());
    assertThat(karin.browser().post(href(at), form).location()).isEqualTo(Desk.file(at.file()));
    assertThat(karin.browser().post(href(at), form).location()).isEqualTo(Desk.file(at.file()));

    assertThat(
            people.count(
                """
                select count(*) from casework.decision
                 where file = ? and outcome = 'partly' and types = '{support_talks}' and ground = ? and decided_by = ?
                """,
                at.file(),
                Rules.CRIME_VICTIM_SUPPORT.key(),
                karin.id()))
        .isOne();
    assertThat(count("decision", at.file())).isOne();
    assertThat(people.log(at.file())).contains("decide:done");
    assertThat(walk.facts())
        .filteredOn(Decided.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Decided.class, fact -> assertThat(fact.outcome()).isEqualTo(DecisionOutcome.PARTLY));
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains(
            "Delvis beviljat", "Hon behöver tala med någon 🙂 &lt;b&gt;varje&lt;/b&gt; vecka.")
        .containsSubsequence("Nästa steg", "Skriv in när personen fick veta beslutet")
        .doesNotContain(href(at));
    assertThat(karin.open(href(at)).body()).contains("Steget är redan taget");
  }

  @Test
  void each_rule_that_stands_against_a_decision_is_said_beside_its_field_and_nothing_is_lost() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = ready(karin);
    walk.forget();
    Browser.Answer empty = karin.send(href(at));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body())
        .containsSubsequence(
            "error-summary",
            "Välj vad ansökan gäller.",
            "Välj ett lagrum som gäller den dag beslutet fattas.",
            "Skriv motiveringen, så att personen förstår den.",
            "id=\"f-applied_for-error\"",
            "id=\"f-ground-error\"",
            "id=\"f-motive-error\"")
        .contains("Beslutet säger varför, 32 § FL");
    Browser.Answer more = karin.send(href(at), but("granted", "support_talks,shelter"));
    assertThat(more.body())
        .contains(
            "Det beviljas mer än vad ansökan gäller.",
            "Hon behöver tala med någon 🙂 &lt;b&gt;varje&lt;/b&gt; vecka.",
            "value=\"shelter\" checked");
    assertThat(karin.send(href(at), but("ground", "kept")).body())
        .contains("Välj ett lagrum som gäller den dag beslutet fattas.");
    Browser.Answer tooLong = karin.send(href(at), but("motive", "ett långt ord ".repeat(700)));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body()).contains("Texten är för lång.", "ett långt ord ett långt ord");
    assertThat(count("decision", at.file())).isZero();
    assertThat(people.log(at.file())).contains("decide:refused").doesNotContain("decide:done");
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void whoever_has_no_mandate_is_told_before_and_refused_and_another_can_send_what_she_wrote() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    Walk.At at = ready(karin);
    assertThat(karin.open(href(at)).body()).contains("Du har ingen delegation i dag.");
    Browser.Answer refused = karin.send(href(at), talks());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .containsSubsequence(
            "error-summary",
            "Du har ingen delegation i dag för allt som ansökan gäller.",
            "Den som beslutar har delegation",
            "id=\"f-granted-error\"",
            "vecka.");
    assertThat(count("decision", at.file())).isZero();
    walk.mandate(karin.viewer(), Set.of(SupportType.SHELTER), DAY, DAY);
    assertThat(karin.open(href(at)).body()).contains("Skyddat boende");
    assertThat(karin.send(href(at), talks()).status()).isEqualTo(422);

    Desk.Worker birgitta = desk.in(Role.HEAD);
    walk.mandate(birgitta.viewer(), Set.of(SupportType.values()), DAY, DAY);
    assertThat(birgitta.send(href(at), talks()).status()).isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.decision where file = ? and decided_by = ? and prepared_by = ?",
                at.file(),
                birgitta.id(),
                karin.id()))
        .isOne();
  }

  @Test
  void on_an_expired_assessment_it_is_asked_why_it_still_holds() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = ready(karin);
    walk.goTo(DAY.plusDays(31));
    assertThat(karin.open(href(at)).body()).contains("Varför stämmer den fortfarande?");
    Browser.Answer refused = karin.send(href(at), talks());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .containsSubsequence(
            "error-summary",
            "Riskbedömningen har gått ut.",
            "Riskbedömning som gäller, HSLF-FS 2022:39",
            "id=\"f-confirmed-error\"");
    assertThat(karin.send(href(at), but("confirmed", "Inget har hänt sedan dess.")).status())
        .isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.decision where file = ? and confirmed", at.file()))
        .isOne();
  }

  @Test
  void of_two_who_decide_at_once_the_second_is_told_and_keeps_what_she_wrote() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = ready(karin);
    Desk.Worker birgitta = desk.in(Role.HEAD);
    walk.mandate(birgitta.viewer(), Set.of(SupportType.values()), DAY, DAY);
    Map<String, String> hers = karin.form(karin.open(href(at)), talks());
    Map<String, String> others = birgitta.form(birgitta.open(href(at)), talks());
    var one = CompletableFuture.supplyAsync(() -> karin.browser().post(href(at), hers));
    var two = CompletableFuture.supplyAsync(() -> birgitta.browser().post(href(at), others));
    assertThat(Stream.of(one.join(), two.join()).map(Browser.Answer::status))
        .containsExactlyInAnyOrder(303, 422);
    Browser.Answer second = one.join().status() == 422 ? one.join() : two.join();
    assertThat(second.body())
        .contains(
            "Någon annan har redan beslutat.",
            "Ett beslut per ansökan",
            "Hon behöver tala med någon 🙂 &lt;b&gt;varje&lt;/b&gt; vecka.");
    assertThat(count("decision", at.file())).isOne();
    assertThat(people.log(at.file())).contains("decide:done", "decide:refused");
  }

  @Test
  void other_roles_and_colleagues_find_no_page_and_a_closed_file_has_no_such_step() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = ready(karin);
    Map<String, String> form = karin.form(karin.open(href(at)), talks());
    for (Role role :
        new Role[] {Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.RECEPTION}) {
      Desk.Worker other = desk.in(role);
      assertThat(other.open(href(at)).status()).as(role.code()).isEqualTo(404);
      form.put("_form", other.open("/staff/roles").token());
      assertThat(other.browser().post(href(at), form).status()).as(role.code()).isEqualTo(404);
    }
    assertThat(count("decision", at.file())).isZero();
    people.byHand(
        "update casework.file set state = 'closed', closed_at = noted_at, closed_by = opened_by where id = ?",
        at.file());
    assertThat(karin.open(Desk.file(at.file())).body()).doesNotContain(href(at));
    form.put("_form", karin.open("/staff/roles").token());
    Browser.Answer closed = karin.browser().post(href(at), form);
    assertThat(closed.status()).isEqualTo(422);
    assertThat(closed.body())
        .contains("Ärendet är avslutat.", "Ärendet är öppet, 2 kap. 1 § SoL (2025:400)", "vecka.");
    assertThat(count("decision", at.file())).isZero();
  }

  @Test
  void what_is_written_of_a_decision_is_kept_sealed_and_the_file_says_that_it_was_begun() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = ready(karin);
    Map<String, String> form = karin.form(karin.open(href(at)), talks());
    Browser.Answer saved =
        karin
            .browser()
            .post(
                href(at) + "/draft",
                form,
                Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true"));
    assertThat(saved.body())
        .contains(
            "Sparat ",
            "Det blir delvis bifall",
            "Får personen beslutet i dag är sista dagen att överklaga den 14 december 2026.");
    assertThat(
            people.count(
                "select count(*) from casework.form where file = ? and position('vecka'::bytea in sealed) = 0",
                at.file()))
        .isOne();
    assertThat(karin.open(Desk.file(at.file())).body()).contains("Påbörjat, sparat");
    assertThat(karin.open(href(at)).body())
        .contains(
            "value=\"cbt_talks\" checked",
            "value=\"" + Rules.CRIME_VICTIM_SUPPORT.key() + "\" checked",
            "&lt;b&gt;varje&lt;/b&gt; vecka.");
    assertThat(count("decision", at.file())).isZero();
  }

  // telling it

  private Walk.At decided(Desk.Worker worker) {
    return walk.decided(ready(worker), SupportType.SUPPORT_TALKS);
  }

  @Test
  void from_the_day_she_was_told_the_last_day_to_appeal_is_counted_once() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    walk.goTo(DAY.plusDays(2));
    String href = Desk.step(at.file(), "serving", at.decision());
    assertThat(karin.open(href).body())
        .contains("Stödsamtal", "Sista dagen att överklaga blir den 16 december 2026");
    assertThat(karin.send(href, "served_on", "2026-11-22").body())
        .containsSubsequence(
            "error-summary",
            "Personen kan inte ha fått beslutet innan det fattades.",
            "Personen får veta beslutet",
            "value=\"2026-11-22\"");
    assertThat(karin.send(href, "served_on", "2026-11-26").body())
        .contains("Dagen har inte varit än.", "Datum i ordning");
    assertThat(karin.send(href, "served_on", "i går").body())
        .contains("Skriv dagen som år, månad och dag", "value=\"i går\"");
    Map<String, String> form = karin.form(karin.open(href), "served_on", "2026-11-24");
    assertThat(karin.browser().post(href, form).location()).isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count(
                """
                select count(*) from casework.decision
                 where file = ? and served_on = '2026-11-24' and appeal_legal = '2026-12-15'
                """,
                at.file()))
        .isOne();
    assertThat(people.log(at.file())).contains("serve_decision:refused", "serve_decision:done");
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains("15 december 2026", "Personen fick veta beslutet")
        .doesNotContain(href);
    form.put("form", UUID.randomUUID().toString());
    assertThat(karin.browser().post(href, form).body())
        .contains("Det är redan antecknat när personen fick beslutet.");
  }

  // the appeal

  private Walk.At told(Desk.Worker worker) {
    Walk.At at = decided(worker);
    done(road.serve(worker.viewer(), at.file(), at.decision(), DAY));
    return at;
  }

  private UUID appealOf(UUID file) {
    return people.id("select id from casework.appeal where file = ?", file);
  }

  @Test
  void an_appeal_in_time_goes_to_the_court() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = told(karin);
    walk.goTo(LocalDate.of(2026, 12, 14));
    String href = Desk.step(at.file(), "appeal", at.decision());
    assertThat(karin.send(href, "received_on", "2026-11-22").body())
        .contains("Överklagandet kan inte ha kommit in före beslutet.", "Datum i ordning");
    assertThat(karin.send(href, "received_on", "2026-12-24").body())
        .contains("Dagen har inte varit än.");
    assertThat(
            karin
                .send(href, "received_on", "2026-12-14", "words", "Hon vill ha <i>mer</i>.")
                .location())
        .isEqualTo(Desk.file(at.file()));
    UUID appeal = appealOf(at.file());
    String court = Desk.step(at.file(), "appeal_to_court", appeal);
    assertThat(karin.open(Desk.file(at.file())).body())
        .containsSubsequence("Att göra", "Ta hand om överklagandet", "Nästa steg", court)
        .contains("Beslutet överklagades", "Hon vill ha &lt;i&gt;mer&lt;/i&gt;.");
    assertThat(karin.open(court).body())
        .contains("Överklagat 14 december 2026", "Hon vill ha &lt;i&gt;mer&lt;/i&gt;.");
    assertThat(karin.send(court, "changed", "no", "why", "Inget nytt.").location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count(
                "select count(*) from casework.appeal where id = ? and state = 'handed_over'",
                appeal))
        .isOne();
    assertThat(people.log(at.file())).contains("receive_appeal:done", "hand_over_appeal:done");
    assertThat(karin.open(court).body()).contains("Steget är redan taget");
  }

  @Test
  void an_appeal_comes_in_also_after_the_file_was_closed() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = told(karin);
    walk.followedUp(at);
    done(road.close(karin.viewer(), at.file(), Walk.closing()));
    String href = Desk.step(at.file(), "appeal", at.decision());
    assertThat(karin.open(Desk.file(at.file())).body()).contains("Avslutat", href);
    assertThat(karin.send(href, "received_on", "2026-11-23").location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(karin.open("/staff/day").body()).contains("Ta hand om överklagandet");
    assertThat(
            karin
                .send(
                    Desk.step(at.file(), "appeal_to_court", appealOf(at.file())),
                    "changed",
                    "no",
                    "why",
                    "Inget nytt.")
                .status())
        .isEqualTo(303);
    // once for a decision
    assertThat(karin.open(href).body()).contains("Steget är redan taget");
  }

  @Test
  void a_late_appeal_is_dismissed_by_somebody_with_a_mandate_in_words() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = told(karin);
    walk.goTo(LocalDate.of(2026, 12, 15));
    assertThat(
            karin
                .send(Desk.step(at.file(), "appeal", at.decision()), "received_on", "2026-12-15")
                .status())
        .isEqualTo(303);
    UUID appeal = appealOf(at.file());
    String href = Desk.step(at.file(), "dismissal", appeal);
    Browser.Answer page = karin.open(href);
    assertThat(page.body())
        .contains("Beslut om avvisning", "Sista dag att överklaga var den 14 december 2026");
    assertThat(karin.send(href, "words", " ").body())
        .containsSubsequence(
            "error-summary", "Skriv beslutet om avvisning.", "Ett sent överklagande avvisas");

    people.byHand("delete from casework.mandate where staff = ?", karin.id());
    assertThat(karin.send(href, "words", "Överklagandet avvisas.").body())
        .contains(
            "Du har ingen delegation i dag för det som beslutet gäller.", "Överklagandet avvisas.");
    walk.mandate(
        karin.viewer(), Set.of(SupportType.values()), walk.today(), walk.today().plusDays(1));
    assertThat(karin.send(href, "words", "Överklagandet avvisas.").status()).isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.appeal where id = ? and state = 'dismissed'",
                appeal))
        .isOne();
    assertThat(people.log(at.file())).contains("dismiss_appeal:refused", "dismiss_appeal:done");
  }
}
