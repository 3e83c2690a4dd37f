package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.law.Rules;

/// What is granted and not carried out: reported after three months, told when it is done.
@FristadTest
@DisplayName("What is not carried out")
class NotCarriedOutTest {
  private static final LocalDate DECIDED = LocalDate.of(2026, 8, 20);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
  private static final SupportType TALKS = SupportType.SUPPORT_TALKS;

  @Autowired private Road road;
  @Autowired private Supports supports;
  @Autowired private NotCarriedOut waiting;
  @Autowired private NotingWhatBegan noting;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker birgitta;

  @BeforeEach
  void decided() {
    walk.goTo(DECIDED);
    walk.forget();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.delegate();
    birgitta = desk.in(Role.HEAD);
  }

  private Walk.At granted(String ground, SupportType... types) {
    Walk.At at =
        walk.concluded(
            walk.investigated(
                walk.opened(
                    karin.viewer(),
                    walk.opening(
                        Walk.number(LocalDate.of(1990, 3, 16)), DECIDED, DECIDED.plusYears(1)))));
    Set<SupportType> all = Set.copyOf(Arrays.asList(types));
    UUID decision =
        done(
            road.decide(
                karin.viewer(),
                at.file(),
                new Road.Deciding(
                    at.investigation(), all, all, ground, text("Behovet finns."), text(""))));
    return new Walk.At(karin.viewer(), at.file(), at.investigation(), decision);
  }

  private List<NotCarriedOut.One> late() {
    return waiting.report(birgitta.viewer(), walk.today()).late();
  }

  private UUID support(Walk.At at, SupportType type) {
    Road.Supporting under = walk.under(at, type, UUID.randomUUID());
    return done(
        road.grantSupport(
            karin.viewer(),
            at.file(),
            new Road.Supporting(
                under.decision(),
                type,
                Road.Provider.OWN,
                desk.in(Role.TREATMENT_WORKER).id(),
                Road.Horizon.SHORT,
                null,
                false,
                text("Att hon sover."))));
  }

  private long notices(Walk.At at, String what, LocalDate on) {
    return people.count(
        "select count(*) from casework.late_notice where file = ? and what = ? and on_day = ? and told_on is null",
        at.file(),
        what,
        java.sql.Date.valueOf(on));
  }

  // who may not

  @Test
  void only_the_head_has_the_report() {
    granted(Rules.ASSESSED_SUPPORT.key(), TALKS);
    walk.goTo(LAST.plusDays(1));
    for (Role role : Role.values()) {
      if (role != Role.HEAD) {
        Viewer viewer = Walk.in(role);
        assertThat(waiting.report(viewer, walk.today()).late()).as(role.code()).isEmpty();
      }
    }
    assertThat(karin.open(NotCarriedOutPages.HREF).status()).isEqualTo(404);
  }

  // B-T16

  @Test
  @DisplayName(
      "B-T16: a favourable decision of 20 August is reported once 20 November has passed, leaves"
          + " the list when it is carried out, and is told of")
  void a_decision_that_is_not_carried_out() {
    Walk.At at = granted(Rules.ASSESSED_SUPPORT.key(), TALKS);
    UUID support = support(at, TALKS);
    for (LocalDate day : List.of(LAST.minusDays(1), LAST)) {
      walk.goTo(day);
      assertThat(late()).as(day.toString()).isEmpty();
    }
    walk.goTo(LAST.plusDays(1));
    assertThat(late())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.decision()).isEqualTo(at.decision());
          assertThat(one.decidedOn()).isEqualTo(DECIDED);
          assertThat(one.interrupted()).isFalse();
          assertThat(one.reason()).isNull();
        });
    done(road.beginSupport(karin.viewer(), at.file(), support, walk.today()));
    assertThat(late()).isEmpty();
    assertThat(notices(at, "carried_out", walk.today())).isOne();
    assertThat(people.log(at.file())).endsWith("begin_support:done");
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'carry_out' and done_at is null",
                at.file()))
        .isZero();
    noting.sweep(walk.now());
    assertThat(people.count("select count(*) from casework.late_notice where file = ?", at.file()))
        .isOne();
  }

  @Test
  void what_is_carried_out_on_the_last_day_is_in_time_and_nobody_is_told() {
    Walk.At at = granted(Rules.ECONOMIC_SUPPORT.key(), TALKS);
    UUID support = support(at, TALKS);
    walk.goTo(LAST);
    done(road.beginSupport(karin.viewer(), at.file(), support, LAST));
    walk.goTo(LAST.plusDays(2));
    assertThat(late()).isEmpty();
    noting.sweep(walk.now());
    assertThat(people.count("select count(*) from casework.late_notice where file = ?", at.file()))
        .isZero();
  }

  @Test
  void what_began_in_time_and_is_written_down_late_is_in_time() {
    Walk.At at = granted(Rules.ASSESSED_SUPPORT.key(), TALKS);
    UUID support = support(at, TALKS);
    walk.goTo(LAST.plusDays(5));
    assertThat(late()).hasSize(1);
    done(road.beginSupport(karin.viewer(), at.file(), support, LAST));
    assertThat(late()).isEmpty();
    assertThat(notices(at, "carried_out", LAST)).isZero();
  }

  @Test
  void what_was_planned_and_began_by_itself_is_noted_by_the_sweep() {
    Walk.At at = granted(Rules.ASSESSED_SUPPORT.key(), TALKS);
    LocalDate planned = LAST.plusDays(10);
    walk.goTo(DECIDED.plusDays(1));
    done(
        road.grantSupport(
            karin.viewer(),
            at.file(),
            new Road.Supporting(
                at.decision(),
                TALKS,
                Road.Provider.OWN,
                desk.in(Role.TREATMENT_WORKER).id(),
                Road.Horizon.SHORT,
                planned,
                false,
                text("Att hon sover."))));
    walk.goTo(planned.minusDays(1));
    noting.sweep(walk.now());
    assertThat(late()).hasSize(1);
    assertThat(notices(at, "carried_out", planned)).isZero();
    walk.goTo(planned);
    assertThat(late()).isEmpty();
    noting.sweep(walk.now());
    noting.sweep(walk.now());
    assertThat(notices(at, "carried_out", planned)).isOne();
  }

  @Test
  void of_a_decision_that_grants_two_things_each_is_one_and_another_ground_is_not_reported() {
    Walk.At two = granted(Rules.ASSESSED_SUPPORT.key(), TALKS, SupportType.GROUP);
    granted(Rules.CRIME_VICTIM_SUPPORT.key(), TALKS);
    UUID talks = support(two, TALKS);
    done(road.beginSupport(karin.viewer(), two.file(), talks, DECIDED));
    walk.goTo(LAST.plusDays(1));
    assertThat(late())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.file()).isEqualTo(two.file());
          assertThat(one.type()).isEqualTo(SupportType.GROUP);
        });
  }

  @Test
  void what_will_not_come_about_leaves_the_list_and_is_told_of_as_that() {
    Walk.At at = granted(Rules.ASSESSED_SUPPORT.key(), TALKS);
    UUID support = support(at, TALKS);
    walk.goTo(LAST.plusDays(1));
    done(road.endSupport(karin.viewer(), at.file(), support, walk.today()));
    assertThat(late()).isEmpty();
    assertThat(notices(at, "never", walk.today())).isOne();
  }

  // interrupted

  @Test
  void three_months_after_an_interruption_it_is_reported_and_going_on_is_told_of() {
    Walk.At at = granted(Rules.ASSESSED_SUPPORT.key(), TALKS);
    UUID support = support(at, TALKS);
    assertThat(refused(supports.pause(karin.viewer(), at.file(), support, DECIDED)))
        .containsExactly("not_carried_out_is_reported.not_going");
    done(road.beginSupport(karin.viewer(), at.file(), support, DECIDED));
    assertThat(refused(supports.resume(karin.viewer(), at.file(), support, DECIDED)))
        .containsExactly("not_carried_out_is_reported.not_paused");
    LocalDate paused = LocalDate.of(2026, 8, 31);
    LocalDate last = LocalDate.of(2026, 11, 30);
    walk.goTo(paused);
    done(supports.pause(karin.viewer(), at.file(), support, paused));
    assertThat(refused(supports.pause(karin.viewer(), at.file(), support, paused)))
        .containsExactly("not_carried_out_is_reported.paused");
    assertThat(karin.open(Desk.file(at.file())).body()).contains("avbruten sedan 31 augusti 2026");
    walk.goTo(last);
    assertThat(late()).isEmpty();
    walk.goTo(last.plusDays(1));
    assertThat(late())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.interrupted()).isTrue();
          assertThat(one.since()).isEqualTo(paused);
        });
    done(supports.resume(karin.viewer(), at.file(), support, walk.today()));
    assertThat(late()).isEmpty();
    assertThat(notices(at, "again", walk.today())).isOne();
    assertThat(people.log(at.file()))
        .containsSubsequence("pause_support:refused", "pause_support:done", "resume_support:done");
  }

  // the page

  @Test
  void the_page_is_empty_then_names_the_decision_the_reason_and_nobody() {
    assertThat(birgitta.open(NotCarriedOutPages.HREF).body())
        .contains("Inget att rapportera", "Inget väntar på att anmälas.", "34 kap. 3 § SoL");
    Walk.At at = granted(Rules.ASSESSED_SUPPORT.key(), TALKS);
    UUID support = support(at, TALKS);
    walk.goTo(LAST.plusDays(1));
    String href = Desk.step(at.file(), "delay", at.decision());
    Browser.Answer without = karin.send(href);
    assertThat(without.status()).isEqualTo(422);
    assertThat(karin.send(href, "reason", "no_place").location()).isEqualTo(Desk.file(at.file()));
    assertThat(people.log(at.file())).endsWith("say_delay:done");
    assertThat(
            people.count(
                "select count(*) from casework.delay where decision = ? and reason = 'no_place' and said_by = ?",
                at.decision(),
                karin.id()))
        .isOne();
    String page = birgitta.open(NotCarriedOutPages.HREF).body();
    assertThat(page)
        .contains("20 augusti 2026", "Stödsamtal", "Ingen plats eller bostad finns", ">93<")
        .doesNotContain("Ylva", "19900316");
    done(road.beginSupport(karin.viewer(), at.file(), support, walk.today()));
    UUID notice = people.id("select id from casework.late_notice where file = ?", at.file());
    String tell = NotCarriedOutPages.HREF + "/" + at.file() + "/" + notice;
    Browser.Answer waits = birgitta.open(NotCarriedOutPages.HREF);
    assertThat(waits.body()).contains("som väntat sedan 20 augusti 2026, verkställdes", tell);
    Browser.Answer early =
        birgitta
            .browser()
            .post(tell, Map.of("_form", waits.token(), "told_" + notice, "2026-11-20"));
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body())
        .contains("tidigast den då det verkställdes", "34 kap. 2 § SoL", "value=\"2026-11-20\"");
    assertThat(
            birgitta
                .browser()
                .post(tell, Map.of("_form", waits.token(), "told_" + notice, "2026-11-21"))
                .location())
        .isEqualTo(NotCarriedOutPages.HREF);
    assertThat(
            people.count(
                "select count(*) from casework.late_notice where id = ? and told_on = '2026-11-21' and told_by = ?",
                notice,
                birgitta.id()))
        .isOne();
    assertThat(people.log(at.file())).endsWith("tell_supervisor:done");
    assertThat(birgitta.open(NotCarriedOutPages.HREF).body())
        .contains("Inget väntar på att anmälas.", "Anmält de senaste tre månaderna");
    assertThat(
            karin.browser().post(tell, Map.of("_form", karin.open("/staff/day").token())).status())
        .isEqualTo(404);
  }

  @Test
  void a_reason_for_what_does_not_wait_is_refused() {
    Walk.At at = granted(Rules.CRIME_VICTIM_SUPPORT.key(), TALKS);
    assertThat(
            refused(
                waiting.say(
                    karin.viewer(), at.file(), at.decision(), null, NotCarriedOut.Reason.OTHER)))
        .containsExactly("not_carried_out_is_reported.none");
  }

  @Test
  void the_council_gets_numbers_by_how_long() {
    granted(Rules.ASSESSED_SUPPORT.key(), TALKS);
    granted(Rules.ASSESSED_SUPPORT.key(), TALKS, SupportType.GROUP);
    walk.goTo(DECIDED.plusMonths(6));
    String half = birgitta.open(NotCarriedOutPages.HREF).body();
    assertThat(half.substring(half.indexOf("Till kommunfullmäktige")))
        .containsPattern("(?s)Stödsamtal.*?>2<.*?>0<.*?>0<.*?>2<");
    walk.goTo(DECIDED.plusMonths(6).plusDays(1));
    String more = birgitta.open(NotCarriedOutPages.HREF).body();
    String council = more.substring(more.indexOf("Till kommunfullmäktige"));
    assertThat(council)
        .containsPattern("(?s)Stödsamtal.*?>0<.*?>2<.*?>0<.*?>2<")
        .doesNotContain("2026-", "augusti", "/staff/files/");
  }
}
