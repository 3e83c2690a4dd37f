package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.assessing;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.assessment.Level;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestEvents;

/// Something has happened that may have changed the danger: who may say it, what the program sees
/// itself, and how the asking ends.
@FristadTest
class ReassessTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestEvents events;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
    events.forget();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private long asks(UUID file) {
    long rows =
        people.count(
            "select count(*) from casework.danger_change where file = ? and state = 'asks'", file);
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'reassess_now' and done_at is null",
                file))
        .as("each asks by a task")
        .isEqualTo(rows);
    return rows;
  }

  private UUID one(UUID file) {
    return people.id(
        "select id from casework.danger_change where file = ? and state = 'asks'", file);
  }

  private void assess(Desk.Worker karin, UUID file) {
    done(road.assess(karin.viewer(), file, assessing(Level.LOW, "", "danger_now", "no")));
  }

  private UUID assessed(Desk.Worker karin) {
    UUID file = walk.opened(karin.viewer(), walk.opening()).file();
    assess(karin, file);
    return file;
  }

  private static Link link(Link.Danger danger) {
    return new Link(
        null,
        text("Mannen hon lämnat"),
        Link.Bond.FORMER_PARTNER,
        danger,
        true,
        false,
        text(""),
        text(""),
        text(""),
        text(""),
        Link.Source.HERSELF,
        DAY,
        text(""),
        false,
        text(""));
  }

  // forbidden, refused

  @Test
  void it_is_said_by_those_who_work_in_the_file_and_what_is_missing_is_said() {
    Desk.Worker karin = desk.delegate();
    UUID file = assessed(karin);
    String href = Desk.step(file, "danger_changed");
    for (Role role : List.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD)) {
      Desk.Worker other = desk.in(role);
      assertThat(other.open(href).status()).as(role.code()).isEqualTo(404);
      assertThat(
              road.dangerChanged(
                  other.viewer(), file, Road.DangerEvent.THREAT, DAY, text("Han ringde.")))
          .as(role.code())
          .isInstanceOf(role == Role.HEAD ? Step.Done.class : Step.NotThere.class);
    }
  }

  @Test
  void what_is_missing_is_said_and_nothing_typed_is_lost() {
    Desk.Worker karin = desk.delegate();
    UUID file = assessed(karin);
    String href = Desk.step(file, "danger_changed");
    assertThat(karin.open(href).body())
        .contains("Frigivning", "value=\"2026-11-23\"", "ring 112")
        .doesNotContain("Någon omkring personen är farlig");
    String wrong = wrong(karin, href, "words", "Han är ute <nu>.");
    assertThat(wrong).contains("id=\"f-what-error\"", "Han är ute &lt;nu&gt;.");
    assertThat(wrong(karin, href, "what", "release", "on", "2026-11-24", "words", "x"))
        .contains("Dagen har inte varit än.");
    assertThat(wrong(karin, href, "what", "release", "on", "2026-11-23", "words", " "))
        .contains("Skriv vad som har hänt.");
    assertThat(wrong(karin, href, "what", "link", "on", "2026-11-23", "words", "x"))
        .contains("id=\"f-what-error\"");
    assertThat(
            wrong(karin, href, "what", "release", "on", "2026-11-23", "words", "lång ".repeat(500)))
        .contains("Texten är för lång");
    assertThat(asks(file)).isZero();
    assertThat(people.log(file))
        .contains("danger_changed:refused")
        .doesNotContain("danger_changed:done");
  }

  private static String wrong(Desk.Worker karin, String href, String... typed) {
    Browser.Answer answer = karin.send(href, typed);
    assertThat(answer.status()).isEqualTo(422);
    return answer.body();
  }

  // said, and answered

  @Test
  void whoever_gives_support_says_it_and_it_stands_on_top_until_the_risk_is_assessed() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    Walk.At at =
        walk.decided(
            walk.concluded(walk.investigated(walk.opened(karin.viewer(), walk.opening()))),
            SupportType.SUPPORT_TALKS);
    UUID file = at.file();
    done(
        road.grantSupport(
            karin.viewer(), file, walk.under(at, SupportType.SUPPORT_TALKS, johan.id())));
    events.forget();
    assertThat(
            johan
                .send(
                    Desk.step(file, "danger_changed"),
                    "what",
                    "release",
                    "on",
                    "2026-11-23",
                    "words",
                    "Han muckar.")
                .location())
        .isEqualTo(Desk.file(file));
    assertThat(asks(file)).isOne();
    assertThat(people.log(file)).contains("danger_changed:done");
    assertThat(events.of(DangerChanged.class)).hasSize(1);
    String asking = "Frigivning, permission eller upphävd häktning (23 november 2026)";
    assertThat(karin.open("/staff/day").body())
        .contains("Bedöm risken på nytt: något har hänt", "Faran kan ha ändrats");
    assertThat(karin.open(Desk.file(file)).body()).contains(asking, "Bedöm risken på nytt i dag");
    assertThat(johan.open(Desk.file(file)).body()).contains(asking).doesNotContain("muckar");
    assertThat(karin.open(Desk.step(file, "assessment")).body()).contains(asking);
    assess(karin, file);
    assertThat(asks(file)).isZero();
    assertThat(
            people.count(
                "select count(*) from casework.danger_change where file = ? and state = 'assessed' and answered_by = ?",
                file,
                karin.id()))
        .isOne();
    assertThat(karin.open(Desk.file(file)).body()).doesNotContain(asking);
  }

  @Test
  void it_is_dismissed_only_with_a_reason_and_once_and_no_file_is_closed_over_it() {
    Desk.Worker karin = desk.delegate();
    UUID file = assessed(karin);
    done(
        road.dangerChanged(
            karin.viewer(), file, Road.DangerEvent.JUDGMENT, DAY, text("Friande dom.")));
    done(road.withdrawConsent(karin.viewer(), file, Road.Subject.REGISTER));
    assertThat(refused(road.close(karin.viewer(), file, Walk.closing())))
        .containsExactly("nothing_left_to_do.reassess_now");
    UUID change = one(file);
    String href = Desk.step(file, "dismiss_reassess", change);
    assertThat(karin.open(Desk.file(file)).body()).contains(href);
    assertThat(karin.open(href).body()).contains("Friande dom.");
    assertThat(wrong(karin, href, "why", "  "))
        .contains("id=\"f-why-error\"", "Ändrad fara bedöms på nytt");
    assertThat(asks(file)).isOne();
    events.forget();
    assertThat(karin.send(href, "why", "Han har flyttat utomlands.").status()).isEqualTo(303);
    assertThat(asks(file)).isZero();
    assertThat(people.log(file)).contains("dismiss_reassess:refused", "dismiss_reassess:done");
    assertThat(events.of(DangerChanged.class)).hasSize(1);
    assertThat(refused(road.dismissReassessment(karin.viewer(), file, change, text("Igen."))))
        .containsExactly("danger_is_assessed_anew.answered");
    assertThat(karin.open(Desk.file(file)).body()).contains("Han har flyttat utomlands.");
    done(road.close(karin.viewer(), file, Walk.closing()));
  }

  // seen by the program

  @Test
  void somebody_around_her_who_becomes_dangerous_asks_and_not_before_the_first_assessment() {
    Desk.Worker karin = desk.delegate();
    UUID file = walk.opened(karin.viewer(), walk.opening()).file();
    done(road.link(karin.viewer(), file, link(Link.Danger.DANGEROUS)));
    assertThat(asks(file)).as("the first assessment is due already").isZero();
    assess(karin, file);
    UUID other = done(road.link(karin.viewer(), file, link(Link.Danger.UNCERTAIN)));
    assertThat(asks(file)).isZero();
    done(road.changeLink(karin.viewer(), file, other, link(Link.Danger.DANGEROUS)));
    assertThat(asks(file)).isOne();
    done(road.changeLink(karin.viewer(), file, other, link(Link.Danger.DANGEROUS)));
    assertThat(asks(file)).as("no more dangerous than before").isOne();
    done(road.changeLink(karin.viewer(), file, other, link(Link.Danger.SAFE)));
    done(road.changeLink(karin.viewer(), file, other, link(Link.Danger.DANGEROUS)));
    assertThat(asks(file)).as("the same twice is one thing to assess").isOne();
  }

  @Test
  void a_change_of_protection_and_a_move_ask() {
    Desk.Worker karin = desk.delegate();
    UUID file = assessed(karin);
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
    assertThat(asks(file)).isOne();
    assess(karin, file);
    Road.Who who = walk.who("", "");
    done(
        road.changePerson(
            karin.viewer(),
            file,
            new Road.Who(
                who.name(),
                who.number(),
                LocalDate.of(1990, 3, 16),
                who.telephone(),
                text("Svartbäcksgatan 12"),
                who.safeContact(),
                who.protection(),
                who.language())));
    assertThat(asks(file)).isOne();
  }

  @Test
  void violence_that_goes_on_asks_when_it_is_mapped_on_a_later_day_than_the_assessment() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = walk.investigated(walk.opened(karin.viewer(), walk.opening()));
    UUID file = at.file();
    done(road.mapViolence(karin.viewer(), file, null, exposure(Exposure.Going.ON)));
    assertThat(asks(file)).as("told on the day of the assessment").isZero();
    walk.goTo(DAY.plusDays(1));
    done(road.mapViolence(karin.viewer(), file, null, exposure(Exposure.Going.ENDED)));
    assertThat(asks(file)).as("it has ended").isZero();
    done(road.mapViolence(karin.viewer(), file, null, exposure(Exposure.Going.ON)));
    done(road.mapViolence(karin.viewer(), file, null, exposure(Exposure.Going.FEARED)));
    assertThat(asks(file)).isOne();
  }

  private static Exposure exposure(Exposure.Going going) {
    return new Exposure(
        ViolenceKind.PHYSICAL,
        text("I går."),
        going,
        Exposure.Frequency.values()[0],
        Exposure.Severity.values()[0],
        Set.of(Relationship.FORMER_PARTNER),
        text(""),
        Set.of(),
        Set.of(),
        Exposure.Children.values()[0],
        text("Han slog mig."),
        text(""),
        new Provenance(
            Provenance.Source.values()[0],
            text(""),
            Provenance.Ground.values()[0],
            Provenance.Protection.ORDINARY));
  }

  // what it changes

  @Test
  void until_it_is_assessed_nobody_goes_along_alone() {
    Desk.Worker karin = desk.delegate();
    UUID file = assessed(karin);
    assertThat(karin.open(Desk.step(file, "accompany")).body()).doesNotContain("två följer med");
    done(
        road.dangerChanged(
            karin.viewer(), file, Road.DangerEvent.THREAT, DAY, text("Han ringde.")));
    assertThat(karin.open(Desk.step(file, "accompany")).body()).contains("två följer med");
    java.time.Instant at = DAY.plusDays(1).atTime(10, 0).atZone(Files.HERE).toInstant();
    assertThat(
            refused(
                road.accompany(
                    karin.viewer(),
                    file,
                    new Accompaniment(
                        Accompaniment.Occasion.COURT,
                        text("Tingsrätten"),
                        text(""),
                        at,
                        at.plusSeconds(3_600),
                        at,
                        at.plusSeconds(3_600),
                        karin.id(),
                        null,
                        text("Ingen känd."),
                        Accompaniment.Police.NOT_ASKED,
                        text("")))))
        .containsExactly("who_goes_is_safe.two");
  }
}
