package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestEvents;
import se.fristad.law.Rules;

/// Acute protection before anything is investigated.
@FristadTest
@Import({Walk.class, Desk.class})
@DisplayName("Acute protection")
class AcuteTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String WHY = "Hon kan inte vara hemma i natt.";

  @Autowired private Road road;
  @Autowired private AcuteRoad acute;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private NotCarriedOut waiting;
  @Autowired private TestEvents events;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  private UUID file = new UUID(0, 0);

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    karin = desk.delegate();
    file = done(road.open(karin.viewer(), walk.opening("", DAY, DAY.plusMonths(6)))).file();
  }

  private String form() {
    return Desk.step(file, "acute");
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(9, 30)).atZone(Files.HERE).toInstant();
  }

  /// She wants a shelter, and is given it for a week; these are otherwise.
  private static AcuteRoad.Acute protecting(
      Set<SupportType> granted, @Nullable LocalDate until, AcuteRoad.Afterwards afterwards) {
    return new AcuteRoad.Acute(
        Set.of(SupportType.SHELTER),
        granted,
        at(DAY),
        until,
        AcuteRoad.Danger.NOW,
        text("Han har hennes nycklar."),
        text("Jag vågar inte gå hem."),
        false,
        text(""),
        text(""),
        text(WHY),
        afterwards,
        text("Hon vill tänka över helgen."),
        text(""));
  }

  private static AcuteRoad.Acute aWeek() {
    return protecting(
        Set.of(SupportType.SHELTER), DAY.plusDays(6), AcuteRoad.Afterwards.INVESTIGATION);
  }

  // forbidden

  @ParameterizedTest
  @EnumSource(Role.class)
  void nobody_decides_whose_file_it_is_not(Role role) {
    if (role != Role.HEAD) {
      assertThat(acute.decide(in(role), file, aWeek())).isInstanceOf(Step.NotThere.class);
    }
    assertThat(decisions()).isZero();
  }

  @Test
  void a_colleague_and_the_treatment_worker_find_no_page() {
    assertThat(desk.in(Role.CASEWORKER).open(form()).status()).isEqualTo(404);
    assertThat(desk.in(Role.TREATMENT_WORKER).open(form()).status()).isEqualTo(404);
  }

  // refused

  @Test
  void an_empty_form_says_all_that_is_missing_and_loses_nothing() {
    Browser.Answer answer =
        karin.send(
            form(), "from_on", DAY.toString(), "from_at", "09:30", "own_words", "Jag är rädd.");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "Välj vad personen vill ha.",
            "Säg hur nära faran är",
            "Svara på om barn följer med.",
            "11 kap. 1 § SoL",
            "Välj om en utredning inleds genast.",
            "Jag är rädd.");
    assertThat(decisions()).isZero();
  }

  @Test
  void without_a_mandate_for_the_day_nothing_is_decided() {
    Desk.Worker nadja = desk.in(Role.CASEWORKER);
    UUID hers = done(road.open(nadja.viewer(), walk.opening("", DAY, DAY.plusMonths(1)))).file();
    assertThat(refused(acute.decide(nadja.viewer(), hers, aWeek())))
        .containsExactly("delegate_has_mandate.acute");
    walk.mandate(nadja.viewer(), Set.of(SupportType.SUPPORT_TALKS), DAY, DAY);
    assertThat(refused(acute.decide(nadja.viewer(), hers, aWeek())))
        .containsExactly("delegate_has_mandate.acute");
    walk.mandate(nadja.viewer(), Set.of(SupportType.SHELTER), DAY.minusDays(9), DAY.minusDays(1));
    assertThat(refused(acute.decide(nadja.viewer(), hers, aWeek())))
        .containsExactly("delegate_has_mandate.acute");
    assertThat(people.log(hers)).contains("decide_acute:refused");
    walk.mandate(nadja.viewer(), Set.of(SupportType.SHELTER), DAY, DAY);
    done(acute.decide(nadja.viewer(), hers, aWeek()));
  }

  @Test
  void it_is_for_a_short_time_that_can_be() {
    AcuteRoad.Afterwards after = AcuteRoad.Afterwards.INVESTIGATION;
    Set<SupportType> shelter = Set.of(SupportType.SHELTER);
    assertThat(refused(acute.decide(karin.viewer(), file, protecting(shelter, null, after))))
        .containsExactly("acute_is_for_a_time.until");
    assertThat(
            refused(
                acute.decide(karin.viewer(), file, protecting(shelter, DAY.minusDays(1), after))))
        .containsExactly("acute_is_for_a_time.before");
    assertThat(
            refused(
                acute.decide(karin.viewer(), file, protecting(shelter, DAY.plusDays(31), after))))
        .containsExactly("acute_is_for_a_time.long");
    done(acute.decide(karin.viewer(), file, protecting(shelter, DAY.plusDays(30), after)));
    assertThat(
            karin.send(form(), "from_on", DAY.minusDays(3).toString(), "from_at", "09:30").body())
        .contains("högst ett dygn före beslutet");
  }

  @Test
  void without_an_investigation_after_it_says_why() {
    AcuteRoad.Acute unsaid =
        new AcuteRoad.Acute(
            Set.of(SupportType.SHELTER),
            Set.of(),
            at(DAY),
            null,
            AcuteRoad.Danger.UNKNOWN,
            text("Det går inte att säga."),
            text(""),
            true,
            text(""),
            text(""),
            text(WHY),
            AcuteRoad.Afterwards.NOTHING,
            text(""),
            text(""));
    assertThat(refused(acute.decide(karin.viewer(), file, unsaid)))
        .containsExactly(
            "childs_best_interest.along_who",
            "childs_best_interest",
            "investigated_after_acute.why");
  }

  @Test
  void when_no_consent_stands_it_says_how_she_has_agreed() {
    done(road.withdrawConsent(karin.viewer(), file, Road.Subject.REGISTER));
    assertThat(refused(acute.decide(karin.viewer(), file, aWeek())))
        .containsExactly("consent_stands.acute");
    assertThat(karin.open(form()).body()).contains("Hur har personen sagt ja");
  }

  // done

  @Test
  @DisplayName("the page decides: state, log, event, and what is to be done")
  void the_page_decides_and_what_is_to_be_done_stands_on_the_day() {
    Browser.Answer answer =
        karin.send(
            form(),
            "wanted",
            "shelter",
            "own_words",
            "Jag vågar inte gå hem.",
            "danger",
            "now",
            "risk",
            "Han har hennes nycklar.",
            "children",
            "yes",
            "children_words",
            "Två, fyra och nio år, de är här.",
            "childs_best",
            "De ska vara med sin mamma.",
            "granted",
            "shelter",
            "from_on",
            DAY.toString(),
            "from_at",
            "09:30",
            "until_on",
            DAY.plusDays(6).toString(),
            "motive",
            WHY,
            "afterwards",
            "investigation");
    assertThat(answer.location()).isEqualTo(Desk.file(file));
    assertThat(
            people.count(
                """
                select count(*) from casework.decision
                 where file = ? and investigation is null and outcome = 'granted' and types = '{shelter}'
                   and ground = ? and acute_until = ? and acute_from = ? and decided_by = ?
                   and position(convert_to('nycklar', 'UTF8') in sealed) = 0
                """,
                file,
                Rules.ASSESSED_SUPPORT.key(),
                java.sql.Date.valueOf(DAY.plusDays(6)),
                java.sql.Timestamp.from(at(DAY)),
                karin.id()))
        .isOne();
    assertThat(people.log(file)).contains("decide_acute:done");
    assertThat(events.of(AcuteProtectionDecided.class)).anyMatch(one -> one.file().equals(file));
    assertThat(tasks())
        .isEqualTo(
            "acute_ends, assess_risk, children_along, investigate, renew_consent, serve_decision");
    assertThat(karin.open(Desk.file(file)).body()).contains("Akut, till och med");
  }

  @Test
  void it_is_no_decision_that_waits_for_three_months() {
    done(acute.decide(karin.viewer(), file, aWeek()));
    assertThat(waiting.in(file, DAY)).isEmpty();
    assertThat(karin.open(Desk.file(file)).body()).doesNotContain("/steps/delay");
  }

  @Test
  @DisplayName("it is told, served and appealed as the other decisions are")
  void it_is_told_served_and_appealed_as_the_others() {
    UUID decision = done(acute.decide(karin.viewer(), file, aWeek()));
    assertThat(karin.send(Desk.step(file, "decision_notice", decision)).status())
        .isBetween(200, 303);
    UUID document = people.id("select id from casework.document where record = '" + decision + "'");
    assertThat(karin.open(CasePages.FILES + file + "/documents/" + document).body())
        .contains("Skyddat boende, från", "till och med", WHY, "överklaga");
    done(road.serve(karin.viewer(), file, decision, DAY));
    done(
        road.receiveAppeal(
            karin.viewer(), file, new Road.Appeal(decision, DAY, text("För kort tid."))));
    assertThat(people.count("select count(*) from casework.appeal where decision = ?", decision))
        .isOne();
  }

  @Test
  void nothing_granted_is_a_decision_and_a_new_one_stands_instead_of_the_first() {
    UUID denied =
        done(
            acute.decide(
                karin.viewer(), file, protecting(Set.of(), null, AcuteRoad.Afterwards.NOTHING)));
    assertThat(
            people.count(
                "select count(*) from casework.decision where id = ? and outcome = 'denied'",
                denied))
        .isOne();
    UUID first = done(acute.decide(karin.viewer(), file, aWeek()));
    UUID second = done(acute.decide(karin.viewer(), file, aWeek()));
    assertThat(
            people.count(
                "select count(*) from casework.decision where id = ? and replaces = ?",
                second,
                first))
        .isOne();
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'acute_ends' and done_at is null",
                file))
        .isOne();
    assertThat(
            refused(
                road.change(
                    karin.viewer(),
                    file,
                    new Road.Changing(
                        second,
                        Set.of(),
                        Road.Because.CIRCUMSTANCES,
                        text(WHY),
                        Road.Heard.NOTHING))))
        .containsExactly("decision_is_changed.acute");
  }

  @Test
  void while_an_investigation_goes_on_it_is_not_asked_what_comes_after_and_its_decision_ends_it() {
    Walk.At at = walk.investigated();
    assertThat(
            acute.decide(
                at.worker(),
                at.file(),
                new AcuteRoad.Acute(
                    Set.of(SupportType.SHELTER),
                    Set.of(SupportType.SHELTER),
                    at(DAY),
                    DAY.plusDays(6),
                    AcuteRoad.Danger.DAYS,
                    text("Han söker henne."),
                    text(""),
                    false,
                    text(""),
                    text(""),
                    text(WHY),
                    null,
                    text(""),
                    text(""))))
        .isInstanceOf(Step.Done.class);
    walk.decided(walk.concluded(at), SupportType.SHELTER);
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'acute_ends' and done_at is null",
                at.file()))
        .isZero();
  }

  private long decisions() {
    return people.count("select count(*) from casework.decision where file = ?", file);
  }

  private String tasks() {
    return people.text(
        "select string_agg(kind, ', ' order by kind) from casework.task where file = ? and done_at is null",
        file);
  }
}
