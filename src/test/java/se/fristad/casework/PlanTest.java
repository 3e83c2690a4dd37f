package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestEvents;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// The individual plan: forbidden, refused, made, said, revised beside, on paper, closed.
@FristadTest
class PlanTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestEvents events;
  @Autowired private Documents documents;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
    events.forget();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private long count(String what, UUID file) {
    return people.count("select count(*) from casework." + what, file);
  }

  private UUID standing(UUID file) {
    return people.id("select id from casework.plan where file = ? and state = 'stands'", file);
  }

  private UUID action(UUID file, int place) {
    return people.id(
        "select a.id from casework.plan_action a join casework.plan p on p.id = a.plan and p.state = 'stands'"
            + " where a.file = ? and a.place = "
            + place,
        file);
  }

  private Walk.At opened(Desk.Worker karin) {
    return walk.opened(karin.viewer(), walk.opening());
  }

  /// Talks, which Johan gives.
  private Walk.At supported(Desk.Worker karin, Desk.Worker johan) {
    Walk.At at =
        walk.decided(walk.concluded(walk.investigated(opened(karin))), SupportType.SUPPORT_TALKS);
    done(road.serve(karin.viewer(), at.file(), at.decision(), DAY));
    done(
        road.grantSupport(
            karin.viewer(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, johan.id())));
    return at;
  }

  private static String[] typed(UUID staff, String... more) {
    return Stream.concat(
            Stream.of(
                "g0_words", "Jag vill <b>sova</b> 🙂.",
                "g0_need", "protection",
                "g0_a0_what", "Samtal varje vecka",
                "g0_a0_who", staff.toString(),
                "g0_a0_due", "2026-12-21",
                "g0_a1_what", "Byta lås",
                "g0_a1_who", "other",
                "g0_a1_name", "Fastighetsbolaget",
                "g0_a1_due", "2026-11-30",
                "agreed", "yes",
                "got", "read",
                "review", "2026-12-28"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static Plan plan(UUID staff, LocalDate review) {
    return new Plan(
        List.of(
            new Plan.Goal(
                text("Jag vill sova."),
                Road.NeedDomain.PROTECTION,
                Set.of(),
                List.of(
                    new Plan.Action(
                        text("Samtal varje vecka"),
                        Plan.By.STAFF,
                        staff,
                        text(""),
                        DAY.plusDays(28)),
                    new Plan.Action(
                        text("Ringa sin syster"),
                        Plan.By.HERSELF,
                        null,
                        text(""),
                        DAY.plusDays(7))))),
        text(""),
        Plan.Agreement.YES,
        Plan.Got.READ,
        false,
        text(""),
        review);
  }

  // forbidden

  @Test
  void nobody_but_the_one_whose_file_it_is_makes_a_plan_or_finds_it() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = opened(karin);
    done(road.makePlan(karin.viewer(), at.file(), null, plan(karin.id(), DAY.plusDays(35))));
    for (Desk.Worker other :
        List.of(
            desk.in(Role.CASEWORKER), desk.in(Role.TREATMENT_WORKER), desk.in(Role.RECEPTION))) {
      assertThat(other.open(PlanPages.href(at.file())).status()).isEqualTo(404);
      assertThat(other.open(Desk.step(at.file(), "plan")).status()).isEqualTo(404);
      assertThat(road.makePlan(other.viewer(), at.file(), null, plan(other.id(), DAY.plusDays(35))))
          .isInstanceOf(Step.NotThere.class);
    }
    assertThat(desk.in(Role.HEAD).open(PlanPages.href(at.file())).body())
        .contains("Jag vill sova.")
        .doesNotContain("/steps/plan_action/");
    assertThat(karin.open(PlanPages.href(UUID.randomUUID())).status()).isEqualTo(404);
    assertThat(karin.open(CasePages.FILES + "inte/plan").status()).isEqualTo(404);
  }

  // empty

  @Test
  void a_file_without_a_plan_says_what_one_is() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = opened(karin);
    assertThat(karin.open(PlanPages.href(at.file())).body())
        .contains("Ingen handlingsplan", "Gör en handlingsplan");
    assertThat(karin.open(Desk.file(at.file())).body())
        .containsSubsequence(
            "Nästa steg",
            "Insatser, plan och uppföljning",
            Desk.step(at.file(), "plan"),
            "Gör en handlingsplan");
  }

  // refused

  @Test
  void what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = opened(karin);
    String href = Desk.step(at.file(), "plan");
    Browser.Answer nothing = karin.send(href);
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.body())
        .contains("id=\"f-agreed-error\"", "id=\"f-got-error\"", "id=\"f-review-error\"");
    String[] all = typed(karin.id());
    assertThat(but(karin, href, all, "g0_words", ""))
        .containsSubsequence("error-summary", "Skriv målet", "id=\"f-g0_words-error\"")
        .contains("Samtal varje vecka", "Fastighetsbolaget");
    assertThat(but(karin, href, all, "g0_a0_what", "")).contains("id=\"f-g0_a0_what-error\"");
    assertThat(but(karin, href, all, "g0_a0_who", UUID.randomUUID().toString()))
        .contains("arbetar inte i ärendet", "Planen säger vem som gör vad och när");
    assertThat(but(karin, href, all, "g0_a0_who", "vem som helst")).contains("Välj ett av svaren");
    assertThat(but(karin, href, all, "g0_a1_name", "")).contains("Skriv vem det är");
    assertThat(but(karin, href, all, "g0_a0_due", "2026-11-22")).contains("Dagen har redan varit");
    assertThat(but(karin, href, all, "g0_a0_due", "snart"))
        .contains("Skriv dagen som år, månad och dag", "value=\"snart\"");
    assertThat(but(karin, href, all, "review", "2026-11-23")).contains("Välj en dag efter i dag");
    assertThat(but(karin, href, all, "agreed", "partly")).contains("inte är med på");
    assertThat(but(karin, href, all, "got", "not")).contains("inte har fått planen");
    assertThat(but(karin, href, all, "g0_words", "lång ".repeat(400)))
        .contains("Texten är för lång", "lång lång");
    assertThat(but(karin, href, all, "g0_supports", UUID.randomUUID().toString()))
        .contains("Det finns ingen sådan insats i ärendet.");
    assertThat(count("plan where file = ?", at.file())).isZero();
    assertThat(people.log(at.file()))
        .contains("make_plan:refused")
        .doesNotContain("make_plan:done");
    assertThat(events.of(PlanChanged.class)).isEmpty();
  }

  private static String but(Desk.Worker karin, String href, String[] all, String... other) {
    Browser.Answer answer =
        karin.send(href, Stream.concat(Stream.of(all), Stream.of(other)).toArray(String[]::new));
    assertThat(answer.status()).isEqualTo(422);
    return answer.body();
  }

  @Test
  void a_paper_is_handed_over_only_where_letters_may_come_or_she_has_just_said_that_it_is_safe() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = opened(karin);
    String href = Desk.step(at.file(), "plan");
    String[] paper = typed(karin.id(), "got", "paper");
    assertThat(but(karin, href, paper, "view", ""))
        .contains("id=\"f-paper_is_safe-error\"", "Papper bara när det är säkert");
    reach(karin, at.file(), "never");
    assertThat(but(karin, href, paper, "view", "")).contains("id=\"f-paper_is_safe-error\"");
    reach(karin, at.file(), "may");
    assertThat(karin.send(href, paper).location()).isEqualTo(Desk.file(at.file()));
    reach(karin, at.file(), "never");
    UUID first = standing(at.file());
    assertThat(
            karin
                .send(
                    Desk.step(at.file(), "plan", first),
                    typed(karin.id(), "got", "paper", "paper_is_safe", "1"))
                .location())
        .isEqualTo(Desk.file(at.file()));
  }

  private void reach(Desk.Worker karin, UUID file, String letter) {
    done(
        road.reach(
            karin.viewer(),
            file,
            TypedForm.empty()
                .with("call", "never")
                .with("text", "never")
                .with("email", "never")
                .with("letter", letter)));
  }

  @Test
  void without_a_consent_that_stands_and_in_a_closed_file_no_plan_is_made() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = opened(karin);
    done(road.withdrawConsent(karin.viewer(), at.file(), Road.Subject.REGISTER));
    assertThat(
            refused(
                road.makePlan(karin.viewer(), at.file(), null, plan(karin.id(), DAY.plusDays(35)))))
        .containsExactly("consent_stands");
    done(road.close(karin.viewer(), at.file(), Walk.closing()));
    assertThat(
            refused(
                road.makePlan(karin.viewer(), at.file(), null, plan(karin.id(), DAY.plusDays(35)))))
        .containsExactly("file_is_open");
    assertThat(people.log(at.file())).endsWith("make_plan:refused");
  }

  // made

  @Test
  void a_plan_is_made_once_logged_told_and_due_for_whoever_does_something() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    Walk.At at = supported(karin, johan);
    UUID support = people.id("select id from casework.support where file = ?", at.file());
    String href = Desk.step(at.file(), "plan");
    assertThat(karin.open(href).body())
        .containsSubsequence("Skydd (ur utredningen)", "Boende")
        .contains("Stödsamtal", "Personen själv", "Någon annan");
    Map<String, String> form =
        karin.form(karin.open(href), typed(johan.id(), "g0_supports", support.toString()));
    assertThat(karin.browser().post(href, form).location()).isEqualTo(Desk.file(at.file()));
    assertThat(karin.browser().post(href, form).location()).isEqualTo(Desk.file(at.file()));
    assertThat(count("plan where file = ? and number = 1 and review_on = '2026-12-28'", at.file()))
        .isOne();
    assertThat(count("plan_action where file = ?", at.file())).isEqualTo(2);
    assertThat(
            count(
                "task where file = ? and kind = 'review_plan' and duty and due_at::date = '2026-12-28'",
                at.file()))
        .isOne();
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'plan_action' and staff = ?",
                at.file(),
                johan.id()))
        .isOne();
    assertThat(people.log(at.file())).containsOnlyOnce("make_plan:done");
    assertThat(events.of(PlanChanged.class)).hasSize(1);
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains(
            "Handlingsplan 1",
            "Jag vill &lt;b&gt;sova&lt;/b&gt; 🙂.",
            "Skydd · Stödsamtal",
            "Fastighetsbolaget",
            "Inte börjat",
            "En handlingsplan gjordes");
  }

  @Test
  void whoever_gives_support_reads_and_says_what_is_hers_and_nothing_else_of_the_plan() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    Walk.At at = supported(karin, johan);
    karin.send(Desk.step(at.file(), "plan"), typed(johan.id()));
    assertThat(johan.open(Desk.file(at.file())).body())
        .contains("Det du ska göra", "Samtal varje vecka")
        .doesNotContain("sova&lt;/b&gt;", "Byta lås", "Fastighetsbolaget");
    String hers = Desk.step(at.file(), "plan_action", action(at.file(), 0));
    events.forget();
    assertThat(but(johan, hers, new String[] {"standing", "hindered"}, "words", " "))
        .contains("id=\"f-words-error\"");
    assertThat(johan.send(hers, "standing", "going", "words", "Två gånger nu.").location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(
            refused(
                road.sayPlanAction(
                    johan.viewer(),
                    at.file(),
                    action(at.file(), 1),
                    Plan.Standing.DONE,
                    text("Jag gjorde det."))))
        .containsExactly("plan_says_who_what_when.not_hers");
    assertThat(
            count("plan_action where file = ? and standing = 'going' and version = 2", at.file()))
        .isOne();
    assertThat(people.log(at.file())).contains("say_plan_action:done", "say_plan_action:refused");
    assertThat(events.of(PlanChanged.class)).hasSize(1);
    assertThat(karin.open(Desk.file(at.file())).body()).contains("På gång", "Två gånger nu.");
    johan.send(hers, "standing", "done");
    assertThat(
            count(
                "task where file = ? and kind = 'plan_action' and done_at is null and staff is not null",
                at.file()))
        .as("what the landlord does is left, on the caseworker's day")
        .isOne();
    assertThat(karin.open(CasePages.FILES + at.file() + "/print").body())
        .as("what was said first is not written over")
        .contains("Två gånger nu.");
  }

  // revised

  @Test
  void a_revision_stands_beside_the_plan_before_and_begins_with_what_it_said() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = opened(karin);
    UUID first =
        done(road.makePlan(karin.viewer(), at.file(), null, plan(karin.id(), DAY.plusDays(35))));
    assertThat(
            refused(
                road.makePlan(karin.viewer(), at.file(), null, plan(karin.id(), DAY.plusDays(35)))))
        .containsExactly("plan_stands_beside.stands");
    String href = Desk.step(at.file(), "plan", first);
    assertThat(karin.open(href).body())
        .contains("Jag vill sova.", "Ringa sin syster", "value=\"2026-12-21\"", "Var står det?");
    assertThat(karin.send(href, typed(karin.id(), "g0_a0_standing", "done")).location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(
            refused(
                road.makePlan(
                    karin.viewer(), at.file(), first, plan(karin.id(), DAY.plusDays(35)))))
        .containsExactly("plan_stands_beside.replaced");
    assertThat(count("plan where file = ? and state = 'replaced' and number = 1", at.file()))
        .isOne();
    assertThat(count("plan where file = ? and state = 'stands' and number = 2", at.file())).isOne();
    assertThat(count("task where file = ? and kind = 'review_plan' and done_at is null", at.file()))
        .isOne();
    assertThat(people.log(at.file())).contains("revise_plan:done", "revise_plan:refused");
    assertThat(karin.open(PlanPages.href(at.file())).body())
        .contains("Handlingsplan 2", "Byta lås");
    assertThat(karin.open(PlanPages.href(at.file()) + "?number=1").body())
        .contains("Ringa sin syster", "Ersatt av en nyare");
  }

  @Test
  void many_revisions_are_shown_ten_at_a_time() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = opened(karin);
    UUID last = null;
    for (int i = 0; i < 12; i++) {
      last =
          done(road.makePlan(karin.viewer(), at.file(), last, plan(karin.id(), DAY.plusDays(35))));
    }
    assertThat(karin.open(PlanPages.href(at.file())).body())
        .contains("Visar 1–10 av 12", "?page=2", "?number=12");
    assertThat(karin.open(PlanPages.href(at.file()) + "?page=2&number=1").body())
        .contains("Visar 11–12 av 12", "?number=1\"");
    assertThat(karin.open(PlanPages.href(at.file()) + "?page=x&number=-3").status()).isEqualTo(200);
  }

  // on paper

  @Test
  void the_plan_on_paper_names_nobody_when_she_is_protected_and_no_place() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = opened(karin);
    UUID plan =
        done(road.makePlan(karin.viewer(), at.file(), null, plan(karin.id(), DAY.plusDays(35))));
    assertThat(karin.open(Desk.step(at.file(), "plan_paper", plan)).body())
        .contains("Ylva Exempel", "Jag vill sova.");
    assertThat(karin.send(Desk.step(at.file(), "plan_paper", plan)).location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(count("document where file = ? and kind = 'action_plan'", at.file())).isOne();
    assertThat(people.log(at.file())).contains("make_document:done");
    protect(karin, at.file());
    people.byHand("delete from casework.document");
    assertThat(karin.send(Desk.step(at.file(), "plan_paper", plan)).location())
        .isEqualTo(Desk.file(at.file()));
    UUID made = people.id("select id from casework.document where file = ?", at.file());
    Confidential words = documents.read(karin.viewer(), at.file(), made).orElseThrow().words();
    assertThat(words.reveal())
        .contains("Jag vill sova", "Samtal varje vecka", "Vem\\: vi")
        .doesNotContain("Ylva", "Prov", "Ärende");
    UUID placed =
        done(
            road.makePlan(
                karin.viewer(),
                at.file(),
                plan,
                new Plan(
                    plan(karin.id(), DAY).goals(),
                    text("Jag vill bo kvar i Enköping."),
                    Plan.Agreement.YES,
                    Plan.Got.READ,
                    false,
                    text(""),
                    DAY.plusDays(35))));
    assertThat(refused(documents.plan(karin.viewer(), at.file(), placed)))
        .containsExactly("no_place_in_print");
    assertThat(people.log(at.file())).endsWith("make_document:refused");
  }

  private void protect(Desk.Worker karin, UUID file) {
    done(
        road.protect(
            karin.viewer(),
            file,
            new Road.Protecting(
                Road.Protection.SECRECY_MARK,
                text("22 kap. 1 § OSL"),
                DAY,
                text("Skatteverket"),
                null)));
    assertThat(
            karin
                .browser()
                .postFrom(
                    Desk.file(file),
                    Desk.file(file) + "/reason",
                    Map.of("why", "follow_up", "words", "Planen ska skrivas ut och lämnas."))
                .status())
        .isEqualTo(303);
  }

  // closed

  @Test
  void a_file_is_not_closed_over_a_plan_that_stands_and_a_closed_plan_is_due_for_nobody() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = opened(karin);
    UUID plan =
        done(road.makePlan(karin.viewer(), at.file(), null, plan(karin.id(), DAY.plusDays(35))));
    done(road.withdrawConsent(karin.viewer(), at.file(), Road.Subject.REGISTER));
    assertThat(refused(road.close(karin.viewer(), at.file(), Walk.closing())))
        .containsExactly("nothing_left_to_do.review_plan");
    String href = Desk.step(at.file(), "plan_close", plan);
    assertThat(but(karin, href, new String[] {"why", " "}))
        .contains("Skriv varför planen avslutas");
    events.forget();
    assertThat(karin.send(href, "why", "Hon når det själv nu.").location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(count("plan where file = ? and state = 'closed'", at.file())).isOne();
    assertThat(
            count(
                "task where file = ? and kind in ('review_plan', 'plan_action') and done_at is null",
                at.file()))
        .isZero();
    assertThat(people.log(at.file())).contains("close_plan:refused", "close_plan:done");
    assertThat(events.of(PlanChanged.class)).hasSize(1);
    assertThat(
            refused(
                road.sayPlanAction(
                    karin.viewer(),
                    at.file(),
                    people.id(
                        "select id from casework.plan_action where file = ? and place = 0",
                        at.file()),
                    Plan.Standing.DONE,
                    text(""))))
        .containsExactly("plan_stands_beside.replaced");
    done(road.close(karin.viewer(), at.file(), Walk.closing()));
  }
}
