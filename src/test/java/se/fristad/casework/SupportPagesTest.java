package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.CaseClosed;
import se.fristad.casework.facts.FollowedUp;
import se.fristad.casework.facts.NeedMet;
import se.fristad.casework.facts.SupportGranted;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// The forms of support, follow-up, closing and handing over, asked for without a script.
@FristadTest
class SupportPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

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

  private Walk.At decided(Desk.Worker worker) {
    Walk.At at =
        walk.decided(
            walk.concluded(walk.investigated(walk.opened(worker.viewer(), walk.opening()))),
            SupportType.SUPPORT_TALKS);
    done(road.serve(worker.viewer(), at.file(), at.decision(), DAY));
    return at;
  }

  private static String[] talks(UUID deliverer) {
    return new String[] {
      "type", "support_talks",
      "provider", "own",
      "delivered_by", deliverer.toString(),
      "horizon", "short",
      "begins_on", "2026-11-25",
      "goal", "Att hon <b>sover</b> 🙂."
    };
  }

  private static String[] but(String[] fields, String... more) {
    return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
  }

  // granting a support

  @Test
  void a_support_under_the_decision_is_granted_logged_told_and_its_deliverer_opens_the_file() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    Walk.At at = decided(karin);
    String href = Desk.step(at.file(), "support", at.decision());
    assertThat(karin.open(Desk.file(at.file())).body())
        .containsSubsequence(
            "Nästa steg", href, "Bevilja en insats enligt beslutet 23 november 2026");
    assertThat(karin.open(href).body())
        .containsSubsequence("Vilken insats?", "Stödsamtal", "Vem här ger den?", "Prov prov")
        .contains("(utreder ärendet)")
        .doesNotContain("Skyddat boende");
    assertThat(johan.open(Desk.file(at.file())).status()).isEqualTo(404);
    walk.forget();
    Map<String, String> form = karin.form(karin.open(href), talks(johan.id()));
    assertThat(karin.browser().post(href, form).location()).isEqualTo(Desk.file(at.file()));
    assertThat(karin.browser().post(href, form).location()).isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count(
                """
                select count(*) from casework.support
                 where file = ? and type = 'support_talks' and delivered_by = ? and decision = ? and begins_on = '2026-11-25'
                """,
                at.file(),
                johan.id(),
                at.decision()))
        .isOne();
    assertThat(people.log(at.file())).contains("grant_support:done");
    assertThat(walk.facts()).singleElement().isInstanceOf(SupportGranted.class);
    assertThat(johan.open(Desk.file(at.file())).body())
        .contains("Att hon &lt;b&gt;sover&lt;/b&gt; 🙂.", "Så kan du ta kontakt");
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains("En insats beviljades", "om 2 dagar, onsdag");
  }

  @Test
  void whoever_investigates_is_refused_as_deliverer_and_so_is_what_the_decision_does_not_grant() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    String href = Desk.step(at.file(), "support", at.decision());
    Browser.Answer herself = karin.send(href, talks(karin.id()));
    assertThat(herself.status()).isEqualTo(422);
    assertThat(herself.body())
        .containsSubsequence(
            "error-summary",
            "Den du valt har utrett ärendet och kan inte också ge insatsen.",
            "Den som utreder ger inte insatsen",
            "Att hon &lt;b&gt;sover&lt;/b&gt; 🙂.",
            "id=\"f-delivered_by-error\"");
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    assertThat(karin.send(href, but(talks(johan.id()), "type", "shelter")).body())
        .contains("Beslutet beviljar inte den här insatsen.", "Insatsen står i ett beslut");
    assertThat(karin.send(href, but(talks(johan.id()), "begins_on", "2026-11-20")).body())
        .contains("Insatsen kan inte börja innan den har beviljats", "value=\"2026-11-20\"");
    assertThat(karin.send(href, but(talks(johan.id()), "begins_on", "snart")).body())
        .contains("Skriv dagen som år, månad och dag", "value=\"snart\"");
    assertThat(karin.send(href, but(talks(johan.id()), "goal", "")).body())
        .contains("Skriv vad insatsen ska leda till.");
    assertThat(karin.send(href, but(talks(johan.id()), "goal", "lång ".repeat(500))).body())
        .contains("Texten är för lång.", "lång lång");
    assertThat(karin.send(href, but(talks(johan.id()), "delivered_by", "")).body())
        .contains("Välj vem som ger insatsen.");
    assertThat(
            karin
                .send(href, but(talks(johan.id()), "delivered_by", UUID.randomUUID().toString()))
                .body())
        .contains("Den du valt ger inga insatser här", "Den som ger insatsen har det som arbete");
    assertThat(karin.send(href, but(talks(johan.id()), "provider", "ngo")).body())
        .contains("personen har inget samtycke som gäller i dag till att andra får veta");
    assertThat(karin.send(href).body())
        .contains("id=\"f-type-error\"", "id=\"f-provider-error\"", "id=\"f-horizon-error\"");
    assertThat(count("support", at.file())).isZero();
    assertThat(people.log(at.file())).contains("grant_support:refused");
    assertThat(walk.facts()).noneMatch(SupportGranted.class::isInstance);
  }

  @Test
  void who_is_of_another_house_reads_the_file_only_while_she_agrees_that_others_are_told() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker sofia = desk.in(Role.NGO_WORKER);
    Walk.At at = decided(karin);
    UUID file = at.file();
    String href = Desk.step(file, "support", at.decision());
    assertThat(karin.send(href, talks(sofia.id())).body())
        .as("as the house's own, without a consent")
        .contains("id=\"f-delivered_by-error\"", "till att andra får veta");
    assertThat(count("support", file)).isZero();
    assertThat(people.log(file)).contains("grant_support:refused");
    assertThat(walk.facts()).noneMatch(SupportGranted.class::isInstance);
    agreesToShare(karin, file);
    assertThat(karin.send(href, but(talks(sofia.id()), "provider", "ngo")).location())
        .isEqualTo(Desk.file(file));
    assertThat(sofia.open(Desk.file(file)).status()).isEqualTo(200);
    assertThat(sofia.open("/staff/people").body()).contains(file.toString());
    done(road.withdrawConsent(karin.viewer(), file, Road.Subject.SHARE));
    assertThat(sofia.open(Desk.file(file)).status()).isEqualTo(404);
    assertThat(sofia.open(Desk.step(file, "note")).status()).isEqualTo(404);
    assertThat(sofia.open("/staff/people").body()).doesNotContain(file.toString());
    assertThat(sofia.open("/staff/day").body()).doesNotContain(file.toString());
    agreesToShare(karin, file);
    done(road.note(sofia.viewer(), file, text("Hon ringde.")));
    walk.goTo(DAY.plusDays(11));
    assertThat(road.note(sofia.viewer(), file, text("Och i dag.")))
        .as("the day after the consent ends")
        .isInstanceOf(Step.NotThere.class);
  }

  @Test
  void a_support_is_given_only_by_one_whose_work_it_is_in_the_house_that_was_chosen() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    Desk.Worker sofia = desk.in(Role.NGO_WORKER);
    Walk.At at = decided(karin);
    agreesToShare(karin, at.file());
    walk.forget();
    String href = Desk.step(at.file(), "support", at.decision());
    String rule = "Den som ger insatsen har det som arbete, 5 § FL";
    for (Role role : new Role[] {Role.CASEWORKER, Role.RECEPTION, Role.HEAD, Role.ADMINISTRATOR}) {
      Browser.Answer other = karin.send(href, talks(desk.in(role).id()));
      assertThat(other.status()).as(role.code()).isEqualTo(422);
      assertThat(other.body())
          .contains("Den du valt ger inga insatser här", rule, "id=\"f-delivered_by-error\"");
    }
    assertThat(karin.send(href, talks(sofia.id())).body()).contains("Den du valt ger inga", rule);
    assertThat(karin.send(href, but(talks(johan.id()), "provider", "ngo")).body())
        .contains("Den du valt arbetar inte i den ideella organisationen", rule);
    assertThat(karin.send(href, but(talks(johan.id()), "provider", "other")).body())
        .contains("När någon annan ger insatsen läser ingen härifrån", rule);
    // the investigator reads why it is she who may not, also with what cannot be read beside it
    assertThat(karin.send(href, talks(karin.id())).body())
        .contains("Den som utreder ger inte insatsen");
    assertThat(karin.send(href, "provider", "own").body())
        .contains(
            "Välj ett av svaren.",
            "Välj vem som ger insatsen.",
            "Skriv vad insatsen ska leda till.");
    assertThat(count("support", at.file())).isZero();
    assertThat(people.log(at.file()))
        .contains("grant_support:refused")
        .doesNotContain("grant_support:done");
    assertThat(walk.facts()).isEmpty();
    assertThat(sofia.open(Desk.file(at.file())).status()).isEqualTo(404);
    assertThat(
            karin
                .send(href, but(talks(johan.id()), "delivered_by", "", "provider", "ngo"))
                .location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(count("support", at.file())).isOne();
  }

  private long due(UUID file, LocalDate day) {
    return people.count(
        """
        select count(*) from casework.task where file = ? and kind = 'renew_sharing'
           and done_at is null and (due_at at time zone 'Europe/Stockholm')::date = ?
        """,
        file,
        day);
  }

  @Test
  void a_consent_to_share_that_ends_is_on_her_day_and_said_in_the_file_before_on_and_after_it() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker sofia = desk.in(Role.NGO_WORKER);
    Desk.Worker birgitta = desk.in(Role.HEAD);
    UUID file = decided(karin).file();
    agreesToShare(karin, file);
    assertThat(due(file, DAY.plusDays(10))).as("nobody is told yet").isZero();
    String support = karin.open(Desk.file(file)).body();
    assertThat(support).doesNotContain("samtycket till att andra får veta");
    walk.forget();
    UUID given =
        done(
            road.grantSupport(
                karin.viewer(),
                file,
                new Road.Supporting(
                    decision(file),
                    SupportType.SUPPORT_TALKS,
                    Road.Provider.NGO,
                    sofia.id(),
                    Road.Horizon.SHORT,
                    DAY,
                    false,
                    text("Att hon sover."))));
    LocalDate last = DAY.plusDays(10);
    assertThat(due(file, last)).isOne();
    String task = "Fråga om andra fortfarande får veta";
    // eight days before it is in the file's list, and a week before on her day and in a sentence
    walk.goTo(last.minusDays(8));
    assertThat(karin.open(Desk.file(file)).body())
        .contains(task)
        .doesNotContain("samtycket till att andra får veta");
    assertThat(karin.open("/staff/day").body()).doesNotContain(task);
    for (int before : new int[] {7, 1}) {
      walk.goTo(last.minusDays(before));
      assertThat(karin.open("/staff/day").body()).contains(task);
      assertThat(karin.open(Desk.file(file)).body())
          .containsSubsequence(
              "gäller till och med 3 december 2026. Sedan kan Prov",
              "Får veta till och med 3 december 2026");
      assertThat(sofia.open(Desk.file(file)).status()).isEqualTo(200);
    }
    walk.goTo(last);
    assertThat(karin.open("/staff/day").body()).containsSubsequence(task, "i dag");
    assertThat(karin.open(Desk.file(file)).body())
        .containsSubsequence("i dag är sista dagen", "Får veta till och med i dag");
    assertThat(sofia.open(Desk.file(file)).status()).isEqualTo(200);
    walk.goTo(last.plusDays(1));
    for (Desk.Worker one : new Desk.Worker[] {karin, birgitta}) {
      assertThat(one.open("/staff/day").body()).containsSubsequence(task, "Försenat");
      assertThat(one.open(Desk.file(file)).body())
          .containsSubsequence(
              "gick ut 3 december 2026, så Prov", "Får inte veta mer: samtycket gick ut");
    }
    assertThat(sofia.open(Desk.file(file)).status()).isEqualTo(404);
    // she agrees anew: asked for, and due again when that ends
    done(
        road.consent(
            karin.viewer(),
            file,
            Road.Subject.SHARE,
            new Road.Agreed(last.plusDays(1), last.plusDays(30), text("Ja."))));
    assertThat(due(file, last)).isZero();
    assertThat(due(file, last.plusDays(30))).isOne();
    assertThat(karin.open(Desk.file(file)).body())
        .doesNotContain("samtycket till att andra får veta");
    assertThat(sofia.open(Desk.file(file)).status()).isEqualTo(200);
    // she takes it back: due today
    done(road.withdrawConsent(karin.viewer(), file, Road.Subject.SHARE));
    assertThat(due(file, last.plusDays(1))).isOne();
    assertThat(karin.open("/staff/day").body()).containsSubsequence(task, "i dag");
    assertThat(karin.open(Desk.file(file)).body())
        .containsSubsequence(
            "togs tillbaka 4 december 2026, så Prov", "samtycket togs tillbaka 4 december 2026");
    // the support ends: nothing rests on it any more
    done(road.endSupport(karin.viewer(), file, given, last.plusDays(1)));
    assertThat(
            people.count(
                """
                select count(*) from casework.task
                 where file = ? and kind = 'renew_sharing' and done_at is null
                """,
                file))
        .isZero();
    assertThat(karin.open(Desk.file(file)).body())
        .doesNotContain("samtycket till att andra får veta");
    assertThat(people.log(file))
        .contains("consent:done", "withdraw_consent:done", "end_support:done");
    assertThat(walk.facts()).as("who is told is no figure").hasSize(1);
  }

  private UUID decision(UUID file) {
    return people.id("select id from casework.decision where file = ?", file);
  }

  private void agreesToShare(Desk.Worker worker, UUID file) {
    done(
        road.consent(
            worker.viewer(),
            file,
            Road.Subject.SHARE,
            new Road.Agreed(DAY, DAY.plusDays(10), text("Hon sa det i rummet."))));
  }

  @Test
  void a_service_asks_that_she_was_told_and_some_are_always_assessed() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    Walk.At at = walk.opened(karin.viewer(), walk.opening());
    String href = Desk.step(at.file(), "support");
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains("Ge en insats utan behovsprövning");
    assertThat(karin.send(href, talks(johan.id())).body())
        .containsSubsequence(
            "error-summary",
            "Tala om för personen att det går att ansöka",
            "Personen vet att det går att ansöka",
            "id=\"f-told-error\"");
    assertThat(
            karin.send(href, but(talks(johan.id()), "told", "1", "type", "contact_person")).body())
        .contains("Den här insatsen ska alltid prövas.", "Insats utan behovsprövning");
    assertThat(karin.send(href, but(talks(johan.id()), "told", "1")).status()).isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.support where file = ? and decision is null",
                at.file()))
        .isOne();
  }

  @Test
  void a_support_begins_and_ends_in_the_order_of_the_days() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    Walk.At at = decided(karin);
    assertThat(
            karin
                .send(
                    Desk.step(at.file(), "support", at.decision()),
                    but(talks(johan.id()), "begins_on", ""))
                .status())
        .isEqualTo(303);
    UUID support = people.id("select id from casework.support where file = ?", at.file());
    String begins = Desk.step(at.file(), "support_begins", support);
    String ends = Desk.step(at.file(), "support_ends", support);
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains(begins, "Stödsamtal har börjat", ends, "Stödsamtal blev inte av")
        .doesNotContain("Stödsamtal har avslutats");
    assertThat(karin.send(begins, "begins_on", "2026-11-22").body())
        .contains("Insatsen kan inte börja innan den har beviljats", "Datum i ordning");
    assertThat(karin.send(begins, "begins_on", "2026-11-24").body())
        .contains("Dagen har inte varit än.");
    assertThat(karin.send(begins, "begins_on", "2026-11-23").status()).isEqualTo(303);
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains(ends, "Stödsamtal har avslutats", "Insatsen började")
        .doesNotContain(begins);

    walk.goTo(DAY.plusDays(20));
    assertThat(karin.send(ends, "ended_on", "2026-11-20").body())
        .contains("eller sluta innan den har börjat", "value=\"2026-11-20\"");
    assertThat(karin.send(ends, "ended_on", "2026-12-13").status()).isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.support where id = ? and begins_on = '2026-11-23' and ended_on = '2026-12-13'",
                support))
        .isOne();
    assertThat(people.log(at.file()))
        .contains("begin_support:refused", "begin_support:done", "end_support:done");
    assertThat(johan.open(Desk.file(at.file())).status()).isEqualTo(404);
    assertThat(karin.open(ends).body()).contains("Steget är redan taget");
  }

  // follow-up

  @Test
  void a_follow_up_is_planned_and_her_answer_written_down_once() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    walk.forget();
    String plan = Desk.step(at.file(), "follow_up_plan");
    assertThat(karin.send(plan, "due_on", "2026-11-22").body())
        .containsSubsequence(
            "error-summary", "Dagen har redan varit.", "Datum i ordning", "value=\"2026-11-22\"");
    assertThat(karin.send(plan, "due_on", "2026-11-30").status()).isEqualTo(303);
    UUID followUp = people.id("select id from casework.follow_up where file = ?", at.file());
    String href = Desk.step(at.file(), "follow_up", followUp);
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains(href, "blev behovet tillgodosett? Planerad om 7 dagar, måndag");
    assertThat(karin.send(href, "words", "Nu sover jag.").body())
        .containsSubsequence("error-summary", "Välj ett av svaren.", "Nu sover jag.");
    assertThat(karin.open(href).body()).contains("Blev ditt behov tillgodosett?");
    Map<String, String> form =
        karin.form(karin.open(href), "need_met", "partly", "words", "Nu sover jag 🙂.");
    assertThat(karin.browser().post(href, form).location()).isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count(
                "select count(*) from casework.follow_up where id = ? and need_met = 'partly' and done_by = ?",
                followUp,
                karin.id()))
        .isOne();
    assertThat(people.log(at.file()))
        .contains("plan_follow_up:refused", "plan_follow_up:done", "follow_up:done");
    assertThat(walk.facts())
        .filteredOn(FollowedUp.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            FollowedUp.class, fact -> assertThat(fact.needMet()).isEqualTo(NeedMet.PARTLY));
    form.put("form", UUID.randomUUID().toString());
    assertThat(karin.browser().post(href, form).body())
        .contains("Uppföljningen är redan gjord", "Behovet är uppföljt", "Nu sover jag 🙂.");
  }

  // closing

  @Test
  void each_open_duty_is_named_before_and_when_the_file_cannot_be_closed() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    Walk.At at =
        walk.decided(
            walk.concluded(walk.investigated(walk.opened(karin.viewer(), walk.opening()))),
            SupportType.SUPPORT_TALKS);
    done(
        road.grantSupport(
            karin.viewer(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, johan.id())));
    done(road.planFollowUp(karin.viewer(), at.file(), DAY.plusDays(7)));
    walk.forget();
    String href = Desk.step(at.file(), "closing");
    assertThat(karin.open(href).body())
        .contains(
            "Personen har inte fått veta vad som beslutats.",
            "En uppföljning är planerad och inte gjord.",
            "En insats pågår.");
    Browser.Answer refused = karin.send(href, "why", "Hon flyttar <b>hem</b>.");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "Personen har inte fått veta vad som beslutats. (Inget är kvar att göra",
            "En uppföljning är planerad och inte gjord. (Inget är kvar att göra",
            "En insats pågår. (Inget är kvar att göra",
            "Fråga personen om behovet blev tillgodosett sedan insatsen beviljades",
            "Behovet är uppföljt",
            "id=\"f-follow_up-error\"",
            "Fråga om personen vill bli kontaktad igen, och skriv svaret.",
            "Ny kontakt erbjuds",
            "id=\"f-contact-error\"",
            "Hon flyttar &lt;b&gt;hem&lt;/b&gt;.");
    assertThat(karin.send(href, "contact", "wanted").body())
        .contains(
            "Skriv hur och när personen vill bli kontaktad.", "Skriv varför ärendet avslutas.");
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and state = 'open'", at.file()))
        .isOne();
    assertThat(people.log(at.file()))
        .contains("close_file:refused")
        .doesNotContain("close_file:done");
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void a_file_is_closed_with_her_answer_and_its_deliverer_opens_it_no_more() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    walk.followedUp(at);
    walk.forget();
    String href = Desk.step(at.file(), "closing");
    Map<String, String> form =
        karin.form(
            karin.open(href),
            "why",
            "Behovet är mött.",
            "contact",
            "not_reached",
            "contact_how",
            "Sms i mars 🙂.");
    assertThat(karin.browser().post(href, form).location()).isEqualTo(Desk.file(at.file()));
    assertThat(karin.browser().post(href, form).location()).isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and state = 'closed' and closed_by = ?",
                at.file(),
                karin.id()))
        .isOne();
    assertThat(people.log(at.file())).contains("close_file:done");
    assertThat(walk.facts()).singleElement().isInstanceOf(CaseClosed.class);
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains("Avslutat", "Behovet är mött.", "Personen har inte gått att nå: Sms i mars 🙂.")
        .containsSubsequence(
            "Vad som har hänt",
            "Ärendet avslutades",
            "Personen fick veta beslutet",
            "Beslut fattades",
            "Ärendet öppnades")
        .doesNotContain(href, "/steps/support", "/steps/follow_up");
    assertThat(karin.open(href).body()).contains("Steget är redan taget");
    form.put("form", UUID.randomUUID().toString());
    assertThat(karin.browser().post(href, form).body())
        .contains("Ärendet är avslutat.", "Ärendet är öppet");
  }

  @Test
  void she_may_decline_to_answer_and_to_be_contacted() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    done(road.planFollowUp(karin.viewer(), at.file(), DAY.plusDays(7)));
    assertThat(
            karin
                .send(
                    Desk.step(at.file(), "closing"),
                    "why",
                    "Hon vill inte mer.",
                    "follow_up",
                    "1",
                    "contact",
                    "declined")
                .status())
        .isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and done_at is null", at.file()))
        .isZero();
  }

  // handing over

  @Test
  void only_the_head_hands_over_and_whoever_had_it_opens_it_no_more() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker nadja = desk.in(Role.CASEWORKER);
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER, Role.CASEWORKER);
    Walk.At at = decided(karin);
    done(
        road.grantSupport(
            karin.viewer(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, johan.id())));
    String href = Desk.step(at.file(), "handover");
    assertThat(karin.open(href).status()).isEqualTo(404);
    Desk.Worker birgitta = desk.in(Role.HEAD);
    assertThat(birgitta.open(Desk.file(at.file())).body())
        .contains(href, "Lämna över ärendet till en kollega");
    assertThat(birgitta.open(href).body())
        .contains("value=\"" + nadja.id())
        .doesNotContain("value=\"" + karin.id());
    assertThat(birgitta.send(href).body()).contains("Välj ett av svaren.");
    assertThat(birgitta.send(href, "to", UUID.randomUUID().toString()).body())
        .contains("Välj ett av svaren.");
    assertThat(birgitta.send(href, "to", johan.id().toString()).body())
        .containsSubsequence(
            "error-summary",
            "Den som ger insatser i ärendet kan inte utreda det.",
            "Den som utreder ger inte insatsen");
    assertThat(
            birgitta
                .send(
                    href,
                    "to",
                    nadja.id().toString(),
                    "left",
                    "Vi har inte hunnit ses.",
                    "first",
                    "Ring före tre.")
                .location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and responsible = ?",
                at.file(),
                nadja.id()))
        .isOne();
    assertThat(people.log(at.file())).contains("hand_over:refused", "hand_over:done");
    assertThat(karin.open(Desk.file(at.file())).status()).isEqualTo(404);
    assertThat(nadja.open(Desk.file(at.file())).status()).isEqualTo(200);
  }

  @Test
  void the_head_is_led_to_the_other_file_of_one_person_until_she_has_looked() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    Desk.Worker nadja = desk.in(Role.CASEWORKER);
    Walk.At first = walk.opened(karin.viewer(), walk.opening());
    Walk.At second = walk.opened(nadja.viewer(), walk.opening());
    String href = Desk.step(second.file(), "same_person");
    assertThat(nadja.open(href).status()).isEqualTo(404);
    assertThat(nadja.open(Desk.file(second.file())).body()).doesNotContain("samma person");
    Desk.Worker birgitta = desk.in(Role.HEAD);
    assertThat(birgitta.open("/staff/day").body())
        .contains("Två ärenden verkar gälla samma person");
    assertThat(birgitta.open(Desk.file(second.file())).body()).contains(href);
    assertThat(birgitta.open(href).body())
        .contains("href=\"" + Desk.file(first.file()), "Öppna det andra ärendet");
    assertThat(birgitta.send(href).location()).isEqualTo(Desk.file(second.file()));
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'same_person' and done_by = ?",
                second.file(),
                birgitta.id()))
        .isOne();
    assertThat(people.log(second.file())).contains("looked_at_same_person:done");
    assertThat(birgitta.open("/staff/day").body()).doesNotContain("samma person");
    assertThat(birgitta.open(href).body()).contains("Steget är redan taget");
  }

  // who may not

  @Test
  void other_roles_colleagues_and_the_head_find_none_of_these_pages() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    done(road.planFollowUp(karin.viewer(), at.file(), DAY.plusDays(7)));
    UUID followUp = people.id("select id from casework.follow_up where file = ?", at.file());
    for (String href :
        new String[] {
          Desk.step(at.file(), "support", at.decision()),
          Desk.step(at.file(), "support"),
          Desk.step(at.file(), "follow_up_plan"),
          Desk.step(at.file(), "follow_up", followUp),
          Desk.step(at.file(), "closing")
        }) {
      assertThat(karin.open(href).status()).isEqualTo(200);
      for (Role role : new Role[] {Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD}) {
        Desk.Worker other = desk.in(role);
        assertThat(other.open(href).status()).as(href + role.code()).isEqualTo(404);
        Map<String, String> form =
            karin.form(
                karin.open(href), but(talks(karin.id()), "why", "x", "due_on", "2026-12-01"));
        form.put("_form", other.open("/staff/roles").token());
        assertThat(other.browser().post(href, form).status()).as(href + role.code()).isEqualTo(404);
      }
    }
    assertThat(count("support", at.file())).isZero();
    assertThat(count("follow_up", at.file())).isOne();
  }
}
