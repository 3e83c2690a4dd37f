package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.casework.facts.ViolenceMapped;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.vault.Confidential;

/// The mapping of violence: what is asked, what stands, what is held back.
@FristadTest
class MappingTest {
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
  private Walk.At at;

  @BeforeEach
  void anInvestigationOfKarins() {
    clock.reset();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = staff.add(Role.CASEWORKER);
    walk.mandate(
        karin.viewer(),
        Set.of(SupportType.values()),
        walk.today().minusYears(1),
        walk.today().plusYears(1));
    browser = staff.logIn(karin, port);
    at = walk.investigated(walk.opened(karin.viewer(), walk.opening()));
    walk.forget();
  }

  private static Exposure exposure(ViolenceKind kind, Relationship who, Provenance from) {
    return new Exposure(
        kind,
        Confidential.of("Sedan hösten 2023"),
        Exposure.Going.ON,
        Exposure.Frequency.WEEKLY,
        Exposure.Severity.LIFE,
        Set.of(who),
        Confidential.of("Hans bror"),
        Set.of(Exposure.Scene.HOME),
        Set.of(Exposure.Consequence.SLEEP),
        Exposure.Children.YES,
        Confidential.of("Han tog mig om halsen."),
        Confidential.of(""),
        from);
  }

  private Step<UUID> map(Exposure exposure) {
    return road.mapViolence(karin.viewer(), at.file(), null, exposure);
  }

  private String page() {
    return browser.get(CasePages.FILES + at.file()).body();
  }

  private long mapped() {
    return people.count("select count(*) from casework.mapping where file = ?", at.file());
  }

  private String href(String step) {
    return CasePages.FILES + at.file() + "/steps/" + step;
  }

  private static Map<String, String> form(Browser.Answer page, String... fields) {
    Map<String, String> form = new TreeMap<>();
    form.put("_form", page.token());
    form.put("form", page.hidden("form"));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form;
  }

  private static Map<String, String> strangled(Browser.Answer page) {
    return form(
        page,
        "kind",
        "physical",
        "period",
        "Sedan hösten 2023",
        "going",
        "on",
        "frequency",
        "weekly",
        "severity",
        "life",
        "who",
        "former_partner",
        "whom",
        "Mannen hon lämnat",
        "where",
        "home",
        "consequences",
        "sleep",
        "children",
        "yes",
        "own_words",
        "Han tog mig om <halsen>.",
        "source",
        "herself",
        "ground",
        "needed_in_case",
        "protection",
        "ordinary");
  }

  @Test
  void what_she_tells_stands_in_the_file_in_her_own_words_and_in_the_log() {
    Browser.Answer page = browser.get(href("exposure"));
    assertThat(page.body())
        .containsSubsequence("Kartlägg våld", "Vilket slags våld?", "Med personens egna ord");
    assertThat(browser.post(href("exposure"), strangled(page)).location())
        .isEqualTo(CasePages.FILES + at.file());
    assertThat(mapped()).isOne();
    assertThat(people.log(at.file())).contains("map_violence:done");
    assertThat(page())
        .containsSubsequence(
            "Vad personen har varit utsatt för",
            "Fysiskt",
            "Livsfarligt",
            "Pågår",
            "Han tog mig om &lt;halsen&gt;.",
            "Varje vecka",
            "Före detta partner",
            "Hemma",
            "Sömn",
            "Personen själv");
    // it is counted when it is decided on, not before
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void nothing_about_her_stands_in_the_table_unsealed() {
    done(map(exposure(ViolenceKind.SEXUAL, Relationship.PARENT, Provenance.herself())));
    assertThat(
            people.count(
                "select count(*) from casework.mapping m where m.file = ? and (to_jsonb(m) - 'sealed')::text ~* 'sexual|parent|life|exposure'",
                at.file()))
        .isZero();
  }

  @Test
  void it_says_who_did_it_and_what_happened_or_is_refused_beside_the_field() {
    Map<String, String> form = strangled(browser.get(href("exposure")));
    form.remove("who");
    form.put("own_words", "");
    Browser.Answer refused = browser.post(href("exposure"), form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "Skriv vad som har hänt: med personens egna ord, eller med dina.",
            "Skriv minst en som utövat våldet",
            "Sedan hösten 2023");
    assertThat(mapped()).isZero();
    assertThat(people.log(at.file())).contains("map_violence:refused");
  }

  @Test
  void what_another_has_told_says_who_told_it() {
    Map<String, String> form = strangled(browser.get(href("exposure")));
    form.put("source", "authority");
    Browser.Answer refused = browser.post(href("exposure"), form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Skriv vem som har berättat det och när");
    form.put("told", "Handläggare på Försäkringskassan, i går");
    assertThat(browser.post(href("exposure"), form).status()).isEqualTo(303);
    assertThat(page()).contains("En annan myndighet: Handläggare på Försäkringskassan, i går");
  }

  @Test
  @DisplayName(
      "anchors 3.20: what the police have told by word of mouth, and what is specially protected, is left out of a print")
  void what_can_harm_is_left_out_of_a_print() {
    done(map(exposure(ViolenceKind.PHYSICAL, Relationship.PARTNER, Provenance.herself())));
    assertThat(page()).doesNotContain("utelämnad", "card on-screen");
    done(
        map(
            exposure(
                ViolenceKind.DEATH_THREAT,
                Relationship.IN_LAW,
                new Provenance(
                    Provenance.Source.POLICE_BY_MOUTH,
                    Confidential.of("Yttre befäl, i natt"),
                    Provenance.Ground.GIVEN_OUT,
                    Provenance.Protection.ORDINARY))));
    assertThat(page())
        .contains(
            "Muntlig uppgift från polisen. Skrivs inte ut och lämnas inte ut av sig själv.",
            "En uppgift är utelämnad ur utskriften")
        .containsOnlyOnce("card on-screen");
    for (Provenance.Protection protection : Provenance.Protection.values()) {
      Provenance from =
          new Provenance(
              Provenance.Source.HERSELF,
              Confidential.of(""),
              Provenance.Ground.NEEDED_IN_CASE,
              protection);
      assertThat(from.heldBack()).isEqualTo(protection != Provenance.Protection.ORDINARY);
    }
  }

  @Test
  void what_is_written_is_never_changed_but_something_else_takes_its_place_once() {
    UUID first =
        done(map(exposure(ViolenceKind.LATENT, Relationship.PARTNER, Provenance.herself())));
    String again = href("exposure") + "/" + first;
    assertThat(page()).contains("href=\"" + again + "\"", "Skriv nytt i stället");
    Browser.Answer form = browser.get(again);
    assertThat(form.body()).contains("Han tog mig om halsen.");
    Map<String, String> other = strangled(form);
    other.put("own_words", "Det var inte första gången.");
    assertThat(browser.post(again, other).status()).isEqualTo(303);
    assertThat(page())
        .containsSubsequence(
            "Det var inte första gången.", "Vad som stod här förut", "Han tog mig om halsen.");
    assertThat(mapped()).isEqualTo(2);
    Map<String, String> second = strangled(browser.get(href("exposure")));
    Browser.Answer refused = browser.post(again, second);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Någon har redan skrivit något nytt i stället");
    assertThat(mapped()).isEqualTo(2);
  }

  @Test
  void no_kind_and_nobody_that_was_mapped_is_forgotten_when_the_investigation_is_ready() {
    done(map(exposure(ViolenceKind.STALKING, Relationship.SIBLING, Provenance.herself())));
    walk.concluded(at);
    walk.decided(at, SupportType.SUPPORT_TALKS);
    assertThat(walk.facts())
        .filteredOn(ViolenceMapped.class::isInstance)
        .singleElement()
        .satisfies(fact -> {
          ViolenceMapped told = (ViolenceMapped) fact;
          assertThat(told.kinds())
              .containsExactlyInAnyOrder(
                  ViolenceKind.PHYSICAL, ViolenceKind.CONTROL, ViolenceKind.STALKING);
          assertThat(told.relations())
              .containsExactlyInAnyOrder(
                  Relationship.FORMER_PARTNER, Relationship.IN_LAW, Relationship.SIBLING);
        });
  }

  @Test
  void nothing_more_is_mapped_without_an_investigation_or_without_her_consent() {
    walk.concluded(at);
    assertThat(map(exposure(ViolenceKind.LATENT, Relationship.PARTNER, Provenance.herself())))
        .isInstanceOf(Step.Refused.class);
    assertThat(page()).doesNotContain(href("exposure"));
    Walk.At other = walk.investigated(walk.opened(karin.viewer(), walk.opening()));
    done(road.withdrawConsent(karin.viewer(), other.file(), Road.Subject.REGISTER));
    assertThat(
            road.mapViolence(
                karin.viewer(),
                other.file(),
                null,
                exposure(ViolenceKind.LATENT, Relationship.PARTNER, Provenance.herself())))
        .isInstanceOf(Step.Refused.class);
    assertThat(mapped()).isZero();
  }

  @Test
  void a_colleague_maps_nothing_and_sees_nothing() {
    done(map(exposure(ViolenceKind.LATENT, Relationship.PARTNER, Provenance.herself())));
    TestStaff.Person other = staff.add(Role.CASEWORKER);
    Browser colleague = staff.logIn(other, port);
    assertThat(colleague.get(href("exposure")).status()).isEqualTo(404);
    assertThat(
            road.mapViolence(
                other.viewer(),
                at.file(),
                null,
                exposure(ViolenceKind.LATENT, Relationship.PARTNER, Provenance.herself())))
        .isInstanceOf(Step.NotThere.class);
    assertThat(mapped()).isOne();
  }

  @Test
  void the_honour_context_is_a_section_of_its_own_and_says_at_once_what_cannot_wait() {
    Browser.Answer page = browser.get(href("honour"));
    assertThat(page.body())
        .containsSubsequence(
            "Kartlägg hederskontexten",
            "Tala aldrig med släkten",
            "Planeras en resa utomlands som personen inte själv har valt?");
    Map<String, String> form =
        form(page, "a_journey", "yes", "a_decides", "no", "who", "Farbrodern i Malmö");
    Browser.Answer saved = browser.post(href("honour") + "/draft", form);
    assertThat(saved.status()).isEqualTo(303);
    assertThat(browser.get(href("honour")).body())
        .contains("Vänta inte: gör om riskbedömningen i dag.", "Ta reda på passets plats");
    assertThat(browser.post(href("honour"), form).status()).isEqualTo(303);
    assertThat(people.log(at.file())).contains("map_honour:done");
    assertThat(page())
        .containsSubsequence(
            "Hederskontexten", "Kan inte vänta", "Planeras en resa", "Ja", "Farbrodern i Malmö");
  }

  @Test
  void a_list_that_is_answered_anew_begins_with_what_was_answered_and_both_can_be_read() {
    Map<String, String> form =
        form(browser.get(href("digital")), "a_tags", "yes", "a_home", "unknown");
    assertThat(browser.post(href("digital"), form).status()).isEqualTo(303);
    Browser.Answer again = browser.get(href("digital"));
    assertThat(again.body()).contains("Lämna spåraren där den är tills ni har talat med polisen.");
    assertThat(browser.post(href("digital"), form(again, "a_tags", "no")).status()).isEqualTo(303);
    assertThat(page())
        .containsSubsequence("Digitalt våld", "Inget ja", "Vad som stod här förut", "Ett ja");
    assertThat(mapped()).isEqualTo(2);
  }

  @Test
  void a_list_without_an_answer_is_refused() {
    Browser.Answer refused = browser.post(href("digital"), form(browser.get(href("digital"))));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Svara på minst en fråga, eller skriv något.");
    assertThat(mapped()).isZero();
  }
}
