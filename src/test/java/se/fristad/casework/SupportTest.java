package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.CaseClosed;
import se.fristad.casework.facts.FollowedUp;
import se.fristad.casework.facts.NeedMet;
import se.fristad.casework.facts.SupportGranted;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// From the decision to the closed file.
@FristadTest
class SupportTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final UUID DELIVERER = UUID.randomUUID();

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private People people;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
  }

  private long supports(UUID file) {
    return people.count("select count(*) from casework.support where file = ?", file);
  }

  private List<String> granting(Walk.At at, Road.Supporting supporting) {
    return refused(road.grantSupport(at.worker(), at.file(), supporting));
  }

  private static Road.Supporting by(Road.Supporting one, Road.Provider provider) {
    return new Road.Supporting(
        one.decision(),
        one.type(),
        provider,
        one.deliveredBy(),
        one.horizon(),
        one.beginsOn(),
        one.told(),
        one.goal());
  }

  // support

  @Test
  void a_support_under_a_decision_stands_in_table_and_log_and_is_told() {
    Walk.At at = walk.served(SupportType.SHELTER);
    walk.forget();
    UUID support =
        done(
            road.grantSupport(
                at.worker(), at.file(), walk.under(at, SupportType.SHELTER, DELIVERER)));
    assertThat(
            people.count(
                "select count(*) from casework.support where id = ? and level = 'assessed' and type = 'shelter'"
                    + " and delivered_by = ? and granted_on = '2026-11-23'",
                support,
                DELIVERER))
        .isEqualTo(1);
    assertThat(people.log(at.file())).endsWith("grant_support:done");
    assertThat(walk.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            SupportGranted.class, fact -> assertThat(fact.type()).isEqualTo(SupportType.SHELTER));
  }

  @Test
  void whoever_investigated_does_not_deliver_the_support() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    UUID investigator = at.worker().staff();
    assertThat(granting(at, walk.under(at, SupportType.SUPPORT_TALKS, investigator)))
        .containsExactly("deliverer_is_not_investigator");
    assertThat(granting(at, walk.service(SupportType.GUIDANCE, investigator)))
        .containsExactly("deliverer_is_not_investigator");
    assertThat(supports(at.file())).isZero();
    assertThat(people.log(at.file())).endsWith("grant_support:refused", "grant_support:refused");
  }

  @Test
  void
      nor_does_whoever_investigated_before_it_was_handed_over_and_the_deliverer_never_takes_over() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    Viewer next = walk.delegate();
    done(road.handOver(in(Role.HEAD), at.file(), Walk.handing(next.staff())));
    Walk.At hers = new Walk.At(next, at.file(), at.investigation(), at.decision());
    assertThat(granting(hers, walk.under(at, SupportType.SUPPORT_TALKS, at.worker().staff())))
        .containsExactly("deliverer_is_not_investigator");
    done(road.grantSupport(next, at.file(), walk.under(at, SupportType.SUPPORT_TALKS, DELIVERER)));
    assertThat(refused(road.handOver(in(Role.HEAD), at.file(), Walk.handing(DELIVERER))))
        .containsExactly("deliverer_is_not_investigator.investigator");
  }

  @Test
  void nor_does_whoever_began_the_investigation_that_another_finished() {
    Walk.At begun = walk.investigated();
    Viewer next = walk.delegate();
    done(road.handOver(in(Role.HEAD), begun.file(), Walk.handing(next.staff())));
    Walk.At hers =
        walk.decided(
            walk.concluded(
                new Walk.At(next, begun.file(), begun.investigation(), begun.decision())),
            SupportType.SUPPORT_TALKS);
    assertThat(granting(hers, walk.under(hers, SupportType.SUPPORT_TALKS, begun.worker().staff())))
        .containsExactly("deliverer_is_not_investigator");
  }

  @Test
  void what_the_decision_does_not_grant_is_no_support_under_it() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    assertThat(granting(at, walk.under(at, SupportType.SHELTER, DELIVERER)))
        .containsExactly("support_under_a_decision");
    Walk.At other = walk.served(SupportType.SHELTER);
    assertThat(granting(at, walk.under(other, SupportType.SHELTER, DELIVERER)))
        .containsExactly("support_under_a_decision.none");
    Walk.At denied = walk.concluded();
    UUID denial =
        done(
            road.decide(
                denied.worker(),
                denied.file(),
                Walk.deciding(denied, java.util.Set.of(SupportType.SHELTER), java.util.Set.of())));
    Walk.At no = new Walk.At(denied.worker(), denied.file(), denied.investigation(), denial);
    assertThat(granting(no, walk.under(no, SupportType.SHELTER, DELIVERER)))
        .containsExactly("support_under_a_decision");
  }

  @Test
  void a_service_is_told_of_and_some_things_are_never_one() {
    Walk.At at = walk.opened();
    Road.Supporting talks = walk.service(SupportType.ADVICE, DELIVERER);
    assertThat(
            granting(
                at,
                new Road.Supporting(
                    null,
                    talks.type(),
                    talks.provider(),
                    DELIVERER,
                    talks.horizon(),
                    DAY,
                    false,
                    talks.goal())))
        .containsExactly("told_of_assessed_support");
    assertThat(granting(at, walk.service(SupportType.CONTACT_PERSON, DELIVERER)))
        .containsExactly("service_needs_no_assessment");
    assertThat(granting(at, walk.service(SupportType.ECONOMIC_ASSISTANCE, DELIVERER)))
        .containsExactly("service_needs_no_assessment");
    done(road.grantSupport(at.worker(), at.file(), talks));
    assertThat(
            people.count(
                "select count(*) from casework.support where file = ? and level = 'service'",
                at.file()))
        .isEqualTo(1);
  }

  @Test
  void a_shelter_is_assessed_under_21_for_an_unknown_age_and_before_july_2025_for_everyone() {
    Walk.At twenty =
        walk.opened(
            walk.delegate(),
            walk.opening(Walk.number(DAY.minusYears(21).plusDays(1)), DAY, DAY.plusDays(9)));
    assertThat(granting(twenty, walk.service(SupportType.SHELTER, DELIVERER)))
        .containsExactly("shelter_is_assessed");
    Walk.At unknown = walk.opened(walk.delegate(), walk.opening("", DAY, DAY.plusDays(9)));
    assertThat(granting(unknown, walk.service(SupportType.SHELTER, DELIVERER)))
        .containsExactly("shelter_is_assessed");
    Walk.At twentyOne =
        walk.opened(
            walk.delegate(), walk.opening(Walk.number(DAY.minusYears(21)), DAY, DAY.plusDays(9)));
    done(
        road.grantSupport(
            twentyOne.worker(), twentyOne.file(), walk.service(SupportType.SHELTER, DELIVERER)));
    walk.goTo(LocalDate.of(2025, 6, 30));
    Walk.At before = walk.opened();
    assertThat(granting(before, walk.service(SupportType.SHELTER, DELIVERER)))
        .containsExactly("shelter_is_assessed");
  }

  @ParameterizedTest
  @CsvSource({"-9, -1, false", "-9, 0, true", "0, 1, true"})
  void whoever_is_not_of_the_house_gives_support_when_she_lets_them_know(
      int from, int until, boolean stands) {
    walk.goTo(DAY.plusDays(from));
    Walk.At at = walk.served(SupportType.LEGAL_ADVICE);
    done(
        road.consent(
            at.worker(),
            at.file(),
            Road.Subject.SHARE,
            Walk.agreed(walk.today(), DAY.plusDays(until))));
    walk.goTo(DAY);
    Road.Supporting supporting =
        by(walk.under(at, SupportType.LEGAL_ADVICE, DELIVERER), Road.Provider.NGO);
    if (stands) {
      done(road.grantSupport(at.worker(), at.file(), supporting));
    } else {
      assertThat(granting(at, supporting)).containsExactly("consent_to_share_stands");
    }
  }

  @Test
  void a_support_of_the_house_says_who_and_every_support_says_what_for() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    Road.Supporting nobody =
        new Road.Supporting(
            at.decision(),
            SupportType.SUPPORT_TALKS,
            Road.Provider.OWN,
            null,
            Road.Horizon.LONG,
            DAY.minusDays(1),
            false,
            text(""));
    assertThat(granting(at, nobody))
        .containsExactlyInAnyOrder(
            "written_in_words.deliverer", "dates_in_order.support", "written_in_words.goal");
    assertThat(supports(at.file())).isZero();
  }

  @Test
  void a_support_begins_after_it_was_granted_and_ends_after_it_began() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    Road.Supporting later =
        new Road.Supporting(
            at.decision(),
            SupportType.SUPPORT_TALKS,
            Road.Provider.OWN,
            DELIVERER,
            Road.Horizon.LONG,
            null,
            false,
            text("Att hon sover."));
    UUID support = done(road.grantSupport(at.worker(), at.file(), later));
    assertThat(refused(road.endSupport(at.worker(), at.file(), support, DAY.minusDays(1))))
        .containsExactly("dates_in_order.support");
    assertThat(refused(road.beginSupport(at.worker(), at.file(), support, DAY.minusDays(1))))
        .containsExactly("dates_in_order.support");
    assertThat(refused(road.beginSupport(at.worker(), at.file(), support, DAY.plusDays(1))))
        .containsExactly("dates_in_order.future");
    done(road.beginSupport(at.worker(), at.file(), support, DAY));
    assertThat(refused(road.endSupport(at.worker(), at.file(), support, DAY.minusDays(1))))
        .containsExactly("dates_in_order.support");
    done(road.endSupport(at.worker(), at.file(), support, DAY));
    assertThat(refused(road.endSupport(at.worker(), at.file(), support, DAY)))
        .containsExactly("dates_in_order.ended");
    assertThat(refused(road.endSupport(at.worker(), at.file(), UUID.randomUUID(), DAY)))
        .containsExactly("support_under_a_decision.not_here");
    assertThat(
            people.count(
                "select count(*) from casework.support where id = ? and begins_on = '2026-11-23' and ended_on = '2026-11-23'",
                support))
        .isEqualTo(1);
  }

  // follow-up

  @Test
  void her_answer_is_kept_sealed_and_told_as_a_word() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    assertThat(refused(road.planFollowUp(at.worker(), at.file(), DAY.minusDays(1))))
        .containsExactly("dates_in_order.past");
    UUID followUp = done(road.planFollowUp(at.worker(), at.file(), DAY.plusDays(30)));
    walk.forget();
    Road.FollowUp answer = new Road.FollowUp(NeedMet.PARTLY, text("Delvis, men jag är trött."));
    done(road.followUp(at.worker(), at.file(), followUp, answer));
    assertThat(refused(road.followUp(at.worker(), at.file(), followUp, answer)))
        .containsExactly("need_is_followed_up.done");
    assertThat(
            people.count(
                "select count(*) from casework.follow_up where id = ? and need_met = 'partly'"
                    + " and position('trött' in encode(sealed, 'escape')) = 0",
                followUp))
        .isEqualTo(1);
    assertThat(people.log(at.file()))
        .endsWith(
            "plan_follow_up:refused", "plan_follow_up:done", "follow_up:done", "follow_up:refused");
    assertThat(walk.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            FollowedUp.class, fact -> assertThat(fact.needMet()).isEqualTo(NeedMet.PARTLY));
  }

  // closing

  @Test
  void a_file_with_everything_done_is_closed_once_and_kept() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    UUID support =
        done(
            road.grantSupport(
                at.worker(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, DELIVERER)));
    done(road.endSupport(at.worker(), at.file(), support, DAY));
    walk.followedUp(at);
    walk.forget();
    done(road.close(at.worker(), at.file(), Walk.closing()));
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and state = 'closed' and closed_by = ?",
                at.file(),
                at.worker().staff()))
        .isEqualTo(1);
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and done_at is null", at.file()))
        .isZero();
    assertThat(people.log(at.file())).endsWith("close_file:done");
    assertThat(walk.facts()).singleElement().isInstanceOf(CaseClosed.class);
    assertThat(refused(road.close(at.worker(), at.file(), Walk.closing())))
        .containsExactly("file_is_open");
    assertThat(refused(road.openInvestigation(at.worker(), at.file())))
        .containsExactly("file_is_open");
    done(road.note(at.worker(), at.file(), text("Hon ringde och tackade.")));
  }

  @Test
  void a_support_that_never_came_about_is_said_to_be_so_before_the_file_is_closed() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    Road.Supporting waits =
        new Road.Supporting(
            at.decision(),
            SupportType.SUPPORT_TALKS,
            Road.Provider.OWN,
            DELIVERER,
            Road.Horizon.LONG,
            null,
            false,
            text("Att hon sover."));
    UUID support = done(road.grantSupport(at.worker(), at.file(), waits));
    walk.followedUp(at);
    assertThat(refused(road.close(at.worker(), at.file(), Walk.closing())))
        .containsExactly("nothing_left_to_do.support_waits");
    done(road.endSupport(at.worker(), at.file(), support, DAY));
    assertThat(
            people.count(
                "select count(*) from casework.support where id = ? and begins_on is null and ended_on = '2026-11-23'",
                support))
        .isEqualTo(1);
    assertThat(people.log(at.file())).endsWith("end_support:done");
    done(road.close(at.worker(), at.file(), Walk.closing()));
  }

  @Test
  void nothing_is_closed_over_what_is_left_to_do() {
    Walk.At at = walk.decided(SupportType.SUPPORT_TALKS);
    done(
        road.grantSupport(
            at.worker(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, DELIVERER)));
    done(road.planFollowUp(at.worker(), at.file(), DAY.plusDays(9)));
    Road.Closing empty = new Road.Closing(text(""), false, Road.Contact.NOT_OFFERED, text(""));
    assertThat(refused(road.close(at.worker(), at.file(), empty)))
        .containsExactlyInAnyOrder(
            "nothing_left_to_do.serve_decision",
            "nothing_left_to_do.follow_up",
            "nothing_left_to_do.support",
            "need_is_followed_up",
            "contact_is_offered",
            "written_in_words.closed");
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and state = 'open'", at.file()))
        .isEqualTo(1);
    assertThat(people.log(at.file())).endsWith("close_file:refused");
    Walk.At investigating = walk.investigated();
    assertThat(refused(road.close(investigating.worker(), investigating.file(), Walk.closing())))
        .containsExactly("nothing_left_to_do.investigation");
    Walk.At applied = walk.opened();
    assertThat(refused(road.close(applied.worker(), applied.file(), Walk.closing())))
        .containsExactly("nothing_left_to_do.investigate");
    Walk.At appealed = walk.served(SupportType.SUPPORT_TALKS);
    done(
        road.receiveAppeal(
            appealed.worker(),
            appealed.file(),
            new Road.Appeal(appealed.decision(), DAY, text("Nej."))));
    assertThat(refused(road.close(appealed.worker(), appealed.file(), Walk.closing())))
        .containsExactly("nothing_left_to_do.answer_appeal");
  }

  @Test
  void who_does_not_want_to_be_asked_is_not_and_her_wish_to_be_called_says_how() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    UUID support =
        done(
            road.grantSupport(
                at.worker(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, DELIVERER)));
    done(road.endSupport(at.worker(), at.file(), support, DAY));
    done(road.planFollowUp(at.worker(), at.file(), DAY));
    assertThat(
            refused(
                road.close(
                    at.worker(),
                    at.file(),
                    new Road.Closing(text("Klart."), true, Road.Contact.WANTED, text(" ")))))
        .containsExactly("contact_is_offered.how", "contact_on_her_terms.by");
    done(
        road.close(
            at.worker(),
            at.file(),
            new Road.Closing(text("Klart."), true, Road.Contact.DECLINED, text(""))));
  }

  @Test
  void an_answer_from_before_the_latest_support_is_not_enough() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    walk.followedUp(at);
    walk.goTo(DAY.plusDays(1));
    UUID support =
        done(
            road.grantSupport(
                at.worker(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, DELIVERER)));
    done(road.endSupport(at.worker(), at.file(), support, walk.today()));
    assertThat(refused(road.close(at.worker(), at.file(), Walk.closing())))
        .containsExactly("need_is_followed_up");
  }

  @Test
  void who_takes_her_consent_back_before_an_investigation_can_leave() {
    Walk.At at = walk.opened();
    done(road.withdrawConsent(at.worker(), at.file(), Road.Subject.REGISTER));
    done(road.close(at.worker(), at.file(), Walk.closing()));
  }
}
