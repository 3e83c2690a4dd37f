package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// The head's page of mandates, asked for without a script.
@FristadTest
class MandatePagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String LIST = "/staff/mandates";

  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
    people.byHand("delete from casework.mandate");
  }

  private long mandates() {
    return people.count("select count(*) from casework.mandate");
  }

  private static String[] talks(UUID staff) {
    return new String[] {
      "staff", staff.toString(),
      "types", "support_talks,shelter",
      "from", "2026-11-23",
      "until", "2026-12-31"
    };
  }

  @Test
  void the_head_writes_a_mandate_down_once_and_it_stands_in_the_list_and_in_the_log() {
    Desk.Worker birgitta = desk.in(Role.HEAD);
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    Browser.Answer empty = birgitta.open(LIST);
    assertThat(empty.body())
        .contains("Ingen har delegation", "Skriv in den första här under", "value=\"2026-12-31\"");
    Map<String, String> form = birgitta.form(empty, talks(karin.id()));
    UUID id = UUID.fromString(empty.hidden("form"));
    assertThat(birgitta.browser().post(LIST, form).location()).isEqualTo(LIST);
    assertThat(birgitta.browser().post(LIST, form).location()).isEqualTo(LIST);
    assertThat(
            people.count(
                """
                select count(*) from casework.mandate
                 where id = ? and staff = ? and given_by = ? and until_day = '2026-12-31'
                """,
                id,
                karin.id(),
                birgitta.id()))
        .isOne();
    assertThat(mandates()).isOne();
    assertThat(people.log(id)).contains("give_mandate:done");
    // the figures are told of decisions, never of who may make them
    assertThat(walk.facts()).isEmpty();
    assertThat(birgitta.open(LIST).body())
        .contains("Skyddat boende, Stödsamtal", "31 december 2026", "Gäller");
  }

  @Test
  void the_same_form_with_another_mandate_is_refused_and_gives_back_what_was_typed() {
    Desk.Worker birgitta = desk.in(Role.HEAD);
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    Browser.Answer page = birgitta.open(LIST);
    Map<String, String> form = birgitta.form(page, talks(karin.id()));
    assertThat(birgitta.browser().post(LIST, form).location()).isEqualTo(LIST);
    form.put("until", "2027-06-30");
    Browser.Answer other = birgitta.browser().post(LIST, form);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body())
        .contains(
            "Det här gjordes redan 10:00. Det du skrev nu är inte sparat", "value=\"2027-06-30\"");
    assertThat(other.hidden("form")).isNotEqualTo(form.get("form"));
    assertThat(mandates()).isOne();
    assertThat(people.count("select count(*) from casework.mandate where until_day = '2026-12-31'"))
        .isOne();
    assertThat(people.log(UUID.fromString(page.hidden("form"))))
        .containsExactly("give_mandate:done", "give_mandate:refused");
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void a_head_is_not_given_a_mandate_by_herself_but_by_another() {
    Desk.Worker birgitta = desk.in(Role.HEAD);
    Desk.Worker solveig = desk.in(Role.HEAD);
    Browser.Answer page = birgitta.open(LIST);
    Map<String, String> form = birgitta.form(page, talks(birgitta.id()));
    Browser.Answer own = birgitta.browser().post(LIST, form);
    assertThat(own.status()).isEqualTo(422);
    assertThat(own.body())
        .containsSubsequence(
            "error-summary",
            "Nämnden ger delegation, och du skriver inte in din egen. Be en annan chef att göra det.",
            "Ingen ger sig själv delegation, 7 kap. 5 § KL",
            "id=\"f-staff-error\"",
            "value=\"" + birgitta.id() + "\" selected");
    assertThat(mandates()).isZero();
    assertThat(people.log(UUID.fromString(page.hidden("form"))))
        .containsExactly("give_mandate:refused");
    assertThat(solveig.send(LIST, talks(birgitta.id())).location()).isEqualTo(LIST);
    assertThat(
            people.count(
                "select count(*) from casework.mandate where staff = ? and given_by = ?",
                birgitta.id(),
                solveig.id()))
        .isOne();
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void a_mandate_is_kept_as_one_types_for_her_alone_and_gone_when_it_is_given() {
    Desk.Worker birgitta = desk.in(Role.HEAD);
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    people.byHand("delete from casework.form");
    Browser.Answer page = birgitta.open(LIST);
    assertThat(page.body())
        .contains("hx-post=\"/staff/mandates/draft\"", "Sparas medan du skriver.");
    Map<String, String> form = birgitta.form(page, talks(karin.id()));
    form.put("until", "2027-0");
    Browser.Answer saved =
        birgitta
            .browser()
            .post(
                LIST + "/draft",
                form,
                Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true"));
    assertThat(saved.body()).contains("Sparat 10:00").doesNotContain("<html");
    Browser.Answer back = birgitta.open(LIST);
    assertThat(back.hidden("form")).isEqualTo(form.get("form"));
    assertThat(back.body())
        .contains("value=\"2027-0\"", "value=\"" + karin.id() + "\" selected", "Sparat 10:00");
    assertThat(desk.in(Role.HEAD).open(LIST).body()).doesNotContain("2027-0");
    assertThat(
            people.count(
                "select count(*) from casework.form where position('2027'::bytea in sealed) > 0"))
        .isZero();
    // one for each head, however many forms she has open; and by a button without a script
    form.put("form", UUID.randomUUID().toString());
    form.put("act", "save");
    assertThat(birgitta.browser().post(LIST, form).location()).isEqualTo(LIST);
    assertThat(people.count("select count(*) from casework.form")).isOne();
    assertThat(people.log(UUID.fromString(String.valueOf(form.get("form")))))
        .containsExactly("save_form:done");
    form.put("act", "send");
    form.put("until", "2027-06-30");
    assertThat(birgitta.browser().post(LIST, form).location()).isEqualTo(LIST);
    assertThat(mandates()).isOne();
    assertThat(people.count("select count(*) from casework.form")).isZero();
    // what was on its way when it was given keeps nothing; and nobody else keeps any
    birgitta.browser().post(LIST + "/draft", form);
    assertThat(people.count("select count(*) from casework.form")).isZero();
    form.put("_form", karin.open("/staff/roles").token());
    assertThat(karin.browser().post(LIST + "/draft", form).status()).isEqualTo(404);
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
    Desk.Worker birgitta = desk.in(Role.HEAD);
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    Browser.Answer page = birgitta.open(LIST);
    Map<String, String> form = birgitta.form(page, talks(karin.id()));
    form.put("until", "2026-11-22");
    form.put("types", "");
    Browser.Answer order = birgitta.browser().post(LIST, form);
    assertThat(order.status()).isEqualTo(422);
    assertThat(order.body())
        .containsSubsequence(
            "error-summary",
            "Delegationens sista dag ligger före dess första.",
            "Datum i ordning",
            "Välj minst ett slags insats som delegationen gäller.",
            "Den som beslutar har delegation",
            "id=\"f-until-error\"",
            "id=\"f-types-error\"")
        .contains("value=\"" + karin.id() + "\" selected", "value=\"2026-11-22\"");
    assertThat(order.hidden("form")).isEqualTo(form.get("form"));
    form.put("until", "<b>aldrig</b>");
    form.put("staff", desk.in(Role.TREATMENT_WORKER).id().toString());
    form.put("types", "support_talks,allt");
    assertThat(birgitta.browser().post(LIST, form).body())
        .contains(
            "Välj ett av svaren.",
            "Skriv dagen som år, månad och dag",
            "value=\"&lt;b>aldrig&lt;/b>\"",
            "value=\"support_talks\" checked");
    assertThat(mandates()).isZero();
    assertThat(people.log(UUID.fromString(page.hidden("form"))))
        .containsOnly("give_mandate:refused");
  }

  @Test
  void a_mandate_is_ended_with_this_day_and_one_that_has_not_begun_is_taken_away() {
    Desk.Worker birgitta = desk.in(Role.HEAD);
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID stands =
        walk.mandate(
            karin.viewer(), Set.of(SupportType.values()), DAY.minusDays(9), DAY.plusDays(9));
    UUID ahead =
        walk.mandate(karin.viewer(), Set.of(SupportType.GROUP), DAY.plusDays(3), DAY.plusDays(9));
    assertThat(birgitta.open(LIST).body())
        .contains("Har inte börjat", "alla slags insatser", "om 9 dagar, onsdag");
    // a head may have written down her own
    UUID own = walk.mandate(birgitta.viewer(), Set.of(SupportType.GROUP), DAY.minusDays(2), DAY);
    people.byHand("update casework.mandate set given_by = staff where id = ?", own);
    assertThat(birgitta.open(LIST + "/" + own).body())
        .contains("Gruppverksamhet")
        .doesNotContain("Avsluta delegationen");
    people.byHand("delete from casework.mandate where id = ?", own);
    for (UUID one : new UUID[] {stands, ahead}) {
      Browser.Answer page = birgitta.open(LIST + "/" + one);
      assertThat(page.body()).contains("Delegation för Prov", "Avsluta delegationen");
      Map<String, String> end = Map.of("_form", page.token());
      assertThat(birgitta.browser().post(LIST + "/" + one + "/end", end).location())
          .isEqualTo(LIST);
    }
    assertThat(
            people.count(
                "select count(*) from casework.mandate where id = ? and until_day = '2026-11-23'",
                stands))
        .isOne();
    assertThat(mandates()).isOne();
    assertThat(people.log(stands)).contains("end_mandate:done");
    Browser.Answer page = birgitta.open(LIST + "/" + stands);
    assertThat(page.body()).doesNotContain("Avsluta delegationen");
    String token = birgitta.open(LIST).token();
    assertThat(
            birgitta
                .browser()
                .post(LIST + "/" + stands + "/end", Map.of("_form", token))
                .location())
        .isEqualTo(LIST);
    assertThat(
            birgitta.browser().post(LIST + "/" + ahead + "/end", Map.of("_form", token)).status())
        .isEqualTo(404);
    walk.goTo(DAY.plusDays(1));
    assertThat(birgitta.open(LIST).body()).contains("Har gått ut");
  }

  @Test
  void a_long_list_has_pages_and_what_is_no_page_is_the_first() {
    Desk.Worker birgitta = desk.in(Role.HEAD);
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    for (int each = 0; each < 30; each++) {
      walk.mandate(karin.viewer(), Set.of(SupportType.GROUP), DAY, DAY.plusDays(each));
    }
    assertThat(birgitta.open(LIST).body()).contains("1–25", "30", LIST + "?page=2");
    assertThat(birgitta.open(LIST + "?page=2").body()).contains("26–30");
    for (String wrong : new String[] {"?page=-1", "?page=x", "?page=99999999"}) {
      assertThat(birgitta.open(LIST + wrong).status()).as(wrong).isEqualTo(200);
    }
  }

  @Test
  void nobody_but_the_head_finds_the_page_or_gives_a_mandate() {
    Desk.Worker birgitta = desk.in(Role.HEAD);
    UUID id = UUID.randomUUID();
    UUID stands = walk.mandate(birgitta.viewer(), Set.of(SupportType.GROUP), DAY, DAY.plusDays(9));
    for (Role role : new Role[] {Role.CASEWORKER, Role.TREATMENT_WORKER, Role.ADMINISTRATOR}) {
      Desk.Worker other = desk.in(role);
      String token = other.open("/staff/roles").token();
      assertThat(other.open(LIST).status()).as(role.code()).isEqualTo(404);
      assertThat(other.open(LIST + "/" + stands).status()).as(role.code()).isEqualTo(404);
      Map<String, String> form = birgitta.form(birgitta.open(LIST), talks(other.id()));
      form.put("_form", token);
      form.put("form", id.toString());
      assertThat(other.browser().post(LIST, form).status()).as(role.code()).isEqualTo(404);
      assertThat(
              other.browser().post(LIST + "/" + stands + "/end", Map.of("_form", token)).status())
          .as(role.code())
          .isEqualTo(404);
    }
    assertThat(mandates()).isOne();
    assertThat(birgitta.open(LIST + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(birgitta.open(LIST + "/x").status()).isEqualTo(404);
  }
}
