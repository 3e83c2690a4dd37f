package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.ChildCase;
import se.fristad.casework.facts.ChildReported;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.intake.Receiving;
import se.fristad.intake.WayIn;

/// From an intake to a child's own file, asked for without a script.
@FristadTest
class ChildOpeningPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String HERE = "0380";
  private static final String ELSEWHERE = "0360";

  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private Receiving receiving;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    people.byHand("delete from casework.form");
    karin = desk.delegate();
    walk.forget();
  }

  /// An intake of Karin's with these answers instead.
  private UUID intake(String... answered) {
    UUID intake = UUID.randomUUID();
    assertThat(receiving.begin(karin.viewer(), intake, WayIn.PHONE, null)).isTrue();
    Map<String, String> answers = new TreeMap<>();
    Stream.of(
            "danger_now safe_to_talk weapon strangulation threat_to_kill escalating surveillance separation"
                + " pregnant children_present collective journey suicide protection")
        .flatMap(all -> Stream.of(all.split(" ")))
        .forEach(question -> answers.put("q_" + question, "no"));
    answers.putAll(
        Map.of(
            "way",
            "phone",
            "source",
            "herself",
            "municipality",
            HERE,
            "children",
            "no",
            "outcome",
            "opens"));
    for (int i = 0; i < answered.length; i += 2) {
      answers.put(answered[i], answered[i + 1]);
    }
    assertThat(receiving.conclude(karin.viewer(), intake, answers)).isTrue();
    return intake;
  }

  /// A concern about a child near somebody who declined, reported to a municipality this morning.
  private UUID concern(String municipality) {
    return intake(
        "children",
        "yes",
        "exposed",
        "yes",
        "report",
        "made",
        "report_date",
        DAY.toString(),
        "report_time",
        "09:10",
        "report_municipality",
        municipality,
        "outcome",
        "passed_emergency");
  }

  /// What a browser sends: what stands in the form, with who the child is.
  private Map<String, String> alva(Browser.Answer page, String... fields) {
    Map<String, String> form = new TreeMap<>();
    form.put("_form", page.token());
    form.put("file", page.hidden("file"));
    form.put("intake", page.hidden("intake"));
    form.put("own", page.body().contains("value=\"yes\" checked") ? "yes" : "no");
    form.put("reporter", "ourselves");
    form.put("name", "Alva <b>Exempel</b> 🙂");
    form.put("number", Walk.number(LocalDate.of(2016, 6, 1)));
    form.put("school", "Valsätraskolan");
    form.put("safe_contact", "Ring mormor.");
    form.put("protection", "none");
    form.put("municipality", HERE);
    form.put("exposure", "witnessed");
    form.put("seen", "Hörde slagen.");
    form.put("arose_on", DAY.toString());
    form.put("sent", "now");
    form.put("sent_on", DAY.toString());
    form.put("sent_time", "09:10");
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form;
  }

  private long files(String where) {
    return people.count("select count(*) from casework.file where " + where);
  }

  private long waiting(UUID intake) {
    return people.count(
        "select count(*) from intake.intake where id = ? and taken_up_at is null", intake);
  }

  private String link(UUID intake, String own) {
    return ChildOpeningPages.HREF + "?intake=" + intake + "&own=" + own;
  }

  private static String attribute(String href) {
    return "href=\"" + href.replace("&", "&amp;") + "\"";
  }

  // forbidden

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"RECEPTION", "TREATMENT_WORKER", "HEAD"})
  void who_opens_no_files_is_shown_no_way_and_finds_no_page(Role role) {
    UUID intake = concern(HERE);
    Desk.Worker other = desk.in(role);
    assertThat(other.open("/staff/intakes/" + intake).body())
        .doesNotContain(ChildOpeningPages.HREF);
    assertThat(other.open(link(intake, "no")).status()).isEqualTo(404);
    Map<String, String> form = alva(karin.open(link(intake, "no")));
    form.put("_form", other.open("/staff/roles").token());
    assertThat(other.browser().post(ChildOpeningPages.HREF, form).status()).isEqualTo(404);
    assertThat(files("true")).isZero();
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void an_intake_that_is_not_concluded_or_not_there_leads_nowhere() {
    UUID draft = UUID.randomUUID();
    assertThat(receiving.begin(karin.viewer(), draft, WayIn.PHONE, null)).isTrue();
    assertThat(karin.open(link(draft, "no")).status()).isEqualTo(404);
    assertThat(karin.open(link(UUID.randomUUID(), "no")).status()).isEqualTo(404);
    assertThat(karin.open(ChildOpeningPages.HREF + "?intake=x").status()).isEqualTo(404);
    Map<String, String> form = alva(karin.open(ChildOpeningPages.HREF));
    form.put("intake", draft.toString());
    Browser.Answer refused = karin.browser().post(ChildOpeningPages.HREF, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Aktualiseringen är inte avslutad", "Valsätraskolan");
    assertThat(files("true")).isZero();
  }

  @Test
  void an_intake_without_children_and_without_an_application_shows_no_way() {
    assertThat(karin.open("/staff/intakes/" + intake("outcome", "passed_emergency")).body())
        .doesNotContain(ChildOpeningPages.HREF);
    UUID nobodyKnows =
        intake(
            "children",
            "yes",
            "exposed",
            "unknown",
            "report",
            "identity_unknown",
            "report_reason",
            "Hon sa inga namn.",
            "outcome",
            "passed_emergency");
    assertThat(karin.open("/staff/intakes/" + nobodyKnows).body())
        .doesNotContain(ChildOpeningPages.HREF);
  }

  // here

  @Test
  void a_concern_here_leads_to_the_childs_own_file_whose_clocks_began_when_it_was_reported() {
    UUID intake = concern(HERE);
    assertThat(karin.open("/staff/intakes/" + intake).body())
        .contains(attribute(link(intake, "no")), "Öppna en egen akt för ett barn")
        .doesNotContain(link(intake, "yes"));
    Browser.Answer page = karin.open(link(intake, "no"));
    assertThat(page.body())
        .contains(
            "Följer på aktualiseringen",
            "value=\"0380\" selected",
            "value=\"09:10\"",
            "barnet får en egen akt")
        .doesNotContain("Vem gäller aktualiseringen?");
    walk.goTo(DAY.plusDays(1));
    Map<String, String> form = alva(page);
    UUID file = UUID.fromString(page.hidden("file"));
    assertThat(karin.browser().post(ChildOpeningPages.HREF, form).location())
        .isEqualTo(CasePages.FILES + file);

    assertThat(files("kind = 'child' and state = 'open' and municipality = '0380'")).isOne();
    assertThat(people.log(file)).startsWith("open_file:done");
    assertThat(people.log(intake)).endsWith("report_child:done");
    assertThat(walk.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            ChildReported.class, fact -> assertThat(fact.where()).isEqualTo(ChildCase.HERE));
    assertThat(karin.open(CasePages.FILES + file).body())
        .contains(
            "Alva &lt;b&gt;Exempel&lt;/b&gt; 🙂",
            "Ring mormor.",
            "Bedöm barnets behov av omedelbart skydd",
            "Besluta om utredning ska inledas för barnet");
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'assess_protection'"
                    + " and due_at < '2026-11-24' and legal_at > '2026-11-24'",
                file))
        .as("since it was reported, not since it was typed")
        .isOne();
    // the same form again is the same file, and a sibling gets one of its own
    assertThat(karin.browser().post(ChildOpeningPages.HREF, form).location())
        .isEqualTo(CasePages.FILES + file);
    assertThat(walk.facts()).hasSize(1);
    Map<String, String> sibling =
        alva(karin.open(link(intake, "no")), "number", Walk.number(LocalDate.of(2018, 6, 1)));
    assertThat(karin.browser().post(ChildOpeningPages.HREF, sibling).status()).isEqualTo(303);
    assertThat(files("kind = 'child'")).isEqualTo(2);
  }

  @Test
  void an_application_that_is_a_childs_own_is_taken_up_by_its_file_and_by_no_second_one() {
    UUID intake = intake();
    assertThat(karin.open("/staff/intakes/" + intake).body())
        .containsSubsequence(
            attribute(OpeningPages.HREF + "?intake=" + intake), attribute(link(intake, "yes")));
    assertThat(karin.open(OpeningPages.HREF + "?intake=" + intake).body())
        .contains("Är personen under 18 år?", "own=yes");
    Browser.Answer page = karin.open(link(intake, "yes"));
    assertThat(page.body()).contains("Vem gäller aktualiseringen?", "value=\"yes\" checked");
    Map<String, String> form = alva(page, "sent_time", "10:00");
    assertThat(karin.browser().post(ChildOpeningPages.HREF, form).status()).isEqualTo(303);
    assertThat(waiting(intake)).isZero();
    assertThat(files("kind = 'child'")).isOne();
    assertThat(karin.open("/staff/intakes/" + intake).body())
        .doesNotContain(ChildOpeningPages.HREF, OpeningPages.HREF);
    form.put("file", UUID.randomUUID().toString());
    Browser.Answer late = karin.browser().post(ChildOpeningPages.HREF, form);
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("Barnet anmäls genast", "Hörde slagen.");
    assertThat(files("kind = 'child'")).isOne();
    assertThat(people.log(UUID.fromString(page.hidden("file")))).contains("open_file:done");
    assertThat(walk.facts()).hasSize(1);
  }

  @Test
  void two_who_open_the_same_childs_intake_at_once_open_one_file() {
    UUID intake = intake();
    Desk.Worker colleague = desk.delegate();
    Map<String, String> hers = alva(karin.open(link(intake, "yes")), "sent_time", "10:00");
    Map<String, String> theirs = alva(colleague.open(link(intake, "yes")), "sent_time", "10:00");
    var one =
        CompletableFuture.supplyAsync(
            () -> karin.browser().post(ChildOpeningPages.HREF, hers).status());
    var two =
        CompletableFuture.supplyAsync(
            () -> colleague.browser().post(ChildOpeningPages.HREF, theirs).status());
    assertThat(new int[] {one.join(), two.join()}).containsExactlyInAnyOrder(303, 422);
    assertThat(files("kind = 'child'")).isOne();
    assertThat(walk.facts()).hasSize(1);
  }

  // elsewhere

  @Test
  void a_concern_elsewhere_is_the_report_that_was_sent_and_its_receipt_is_waited_for() {
    UUID intake = concern(ELSEWHERE);
    assertThat(karin.open("/staff/intakes/" + intake).body())
        .contains(attribute(link(intake, "no")), "Skriv in orosanmälan om ett barn");
    Browser.Answer page = karin.open(link(intake, "no"));
    assertThat(page.body())
        .contains("value=\"0360\" selected", "Anmälan går till kommunens barnenhet");
    Map<String, String> form = alva(page, "municipality", ELSEWHERE);
    Browser.Answer whom = karin.browser().post(ChildOpeningPages.HREF, form);
    assertThat(whom.status()).isEqualTo(422);
    assertThat(whom.body()).contains("Skriv vilken enhet som har fått anmälan");
    form.put("to", "Mottagningen, telefon");
    UUID file = UUID.fromString(page.hidden("file"));
    assertThat(karin.browser().post(ChildOpeningPages.HREF, form).status()).isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.report where file = ? and part = 'made' and handled = 'elsewhere'"
                    + " and sent_at is not null and municipality = '0360'",
                file))
        .isOne();
    assertThat(people.log(file)).startsWith("open_file:refused", "open_file:done");
    assertThat(walk.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            ChildReported.class, fact -> assertThat(fact.where()).isEqualTo(ChildCase.ELSEWHERE));
    assertThat(karin.open(CasePages.FILES + file).body())
        .contains("Kvitto på orosanmälan ska ha kommit", "Inget kvitto än")
        .doesNotContain("Besluta om utredning ska inledas för barnet");
  }

  // what comes another way

  @Test
  void what_is_wrong_stands_beside_its_field_and_what_is_begun_is_found_again() {
    Browser.Answer page = karin.open(ChildOpeningPages.HREF);
    Map<String, String> form =
        alva(page, "number", "20160601-1234", "seen", " ", "reporter", "", "exposure", "");
    Browser.Answer wrong = karin.browser().post(ChildOpeningPages.HREF, form);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .containsSubsequence("error-summary", "Välj ett av svaren.", "value=\"20160601-1234\"");
    form.put("act", "save");
    assertThat(karin.browser().post(ChildOpeningPages.HREF, form).location())
        .isEqualTo("/staff/people");
    String again = ChildOpeningPages.HREF + "?file=" + page.hidden("file");
    assertThat(karin.open("/staff/people").body())
        .contains(attribute(again), attribute(ChildOpeningPages.HREF));
    assertThat(karin.open(again).body()).contains("20160601-1234", "Valsätraskolan");
    assertThat(karin.open(OpeningPages.HREF + "?file=" + page.hidden("file")).body())
        .as("it is no adult's")
        .doesNotContain("20160601-1234");
    assertThat(
            people.count(
                "select count(*) from casework.form where position('Alva'::bytea in sealed) > 0"))
        .isZero();
    form.remove("act");
    form.putAll(
        Map.of(
            "number",
            Walk.number(LocalDate.of(1990, 1, 1)),
            "seen",
            "Hörde slagen.",
            "reporter",
            "by_duty",
            "exposure",
            "suffered"));
    assertThat(karin.browser().post(ChildOpeningPages.HREF, form).body())
        .contains("18 år eller äldre", "3 kap. 1 § SoL (2025:400)");
    form.put("number", "");
    assertThat(karin.browser().post(ChildOpeningPages.HREF, form).status()).isEqualTo(303);
    assertThat(karin.open("/staff/people").body()).doesNotContain(again);
    assertThat(people.count("select count(*) from casework.form")).isZero();
  }
}
