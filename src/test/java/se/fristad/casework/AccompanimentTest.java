package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.assessing;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.assessment.Level;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.vault.Confidential;

/// Somebody comes along: forbidden, outside the safe time, alone into danger, booked, shown, over.
@FristadTest
class AccompanimentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestEvents events;
  @Autowired private TestClock clock;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
    events.forget();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private long count(String what, UUID file) {
    return people.count("select count(*) from casework.accompaniment where file = ? " + what, file);
  }

  /// A file in which the risk is low and nobody is dangerous.
  private UUID calm(Desk.Worker karin) {
    Walk.At at = walk.opened(karin.viewer(), walk.opening());
    done(road.assess(karin.viewer(), at.file(), assessing(Level.LOW, "", "danger_now", "no")));
    return at.file();
  }

  private static String[] typed(UUID staff, String... more) {
    return Stream.concat(
            Stream.of(
                "occasion", "court",
                "where", "Tingsrätten, sal <3>",
                "day", "2026-11-25",
                "safe_from", "09:00",
                "safe_until", "12:00",
                "from", "09:30",
                "until", "11:00",
                "staff", staff.toString(),
                "risk", "Han väntar ofta vid ingången. Gå in från gården.",
                "police", "not_asked"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static Accompaniment one(UUID staff, int from, int until) {
    return new Accompaniment(
        Accompaniment.Occasion.COURT,
        text("Tingsrätten"),
        text(""),
        at(from),
        at(until),
        at(9),
        at(15),
        staff,
        null,
        text("Ingen känd."),
        Accompaniment.Police.NOT_ASKED,
        text(""));
  }

  private static java.time.Instant at(int hour) {
    return DAY.plusDays(2).atTime(LocalTime.of(hour, 0)).atZone(Files.HERE).toInstant();
  }

  private static String wrong(Desk.Worker karin, String href, String... typed) {
    Browser.Answer answer = karin.send(href, typed);
    assertThat(answer.status()).isEqualTo(422);
    return answer.body();
  }

  // forbidden

  @Test
  void nobody_but_the_one_whose_file_it_is_books_and_a_deliverer_of_another_file_sees_nothing() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = calm(karin);
    for (Role role : List.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD)) {
      Desk.Worker other = desk.in(role);
      assertThat(other.open(Desk.step(file, "accompany")).status()).as(role.code()).isEqualTo(404);
      assertThat(road.accompany(other.viewer(), file, one(other.id(), 10, 11)))
          .as(role.code())
          .isInstanceOf(Step.NotThere.class);
    }
    done(road.accompany(karin.viewer(), file, one(karin.id(), 10, 11)));
    assertThat(desk.in(Role.CASEWORKER).open("/staff/day").body()).doesNotContain("Du följer med");
    assertThat(desk.in(Role.HEAD).open("/staff/day").body()).doesNotContain("Du följer med");
  }

  // refused

  @Test
  void outside_the_time_that_is_safe_for_her_nothing_is_booked() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = calm(karin);
    String href = Desk.step(file, "accompany");
    assertThat(wrong(karin, href))
        .contains("id=\"f-day-error\"", "id=\"f-from-error\"", "id=\"f-occasion-error\"");
    assertThat(wrong(karin, href, typed(karin.id(), "from", "08:59")))
        .contains("id=\"f-from-error\"", "före den tid som är säker", "Ledsagning på säker tid")
        .contains("Tingsrätten, sal &lt;3", "Gå in från gården");
    assertThat(wrong(karin, href, typed(karin.id(), "until", "12:01")))
        .contains("id=\"f-until-error\"", "efter den tid som är säker");
    assertThat(wrong(karin, href, typed(karin.id(), "until", "09:00")))
        .contains("Slutet ligger före början.");
    assertThat(wrong(karin, href, typed(karin.id(), "safe_until", "08:00")))
        .contains("id=\"f-safe_until-error\"");
    assertThat(wrong(karin, href, typed(karin.id(), "day", "2026-11-22")))
        .contains("Tiden har redan varit.");
    assertThat(wrong(karin, href, typed(karin.id(), "from", "snart")))
        .contains("id=\"f-from-error\"", "value=\"snart\"");
    assertThat(count("", file)).isZero();
    assertThat(people.log(file)).contains("accompany:refused").doesNotContain("accompany:done");
    assertThat(events.of(AccompanimentChanged.class)).isEmpty();
    assertThat(karin.send(href, typed(karin.id(), "from", "09:00", "until", "12:00")).status())
        .as("the whole of it is inside")
        .isEqualTo(303);
  }

  @Test
  void nobody_goes_alone_into_danger_or_without_knowing_it() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    UUID file = walk.opened(karin.viewer(), walk.opening()).file();
    String href = Desk.step(file, "accompany");
    assertThat(karin.open(href).body()).contains("två följer med");
    assertThat(wrong(karin, href, typed(karin.id())))
        .as("nobody knows the risk")
        .contains("id=\"f-second-error\"", "Här behövs två", "3 kap. 2 § AML (1977:1160)");
    done(road.assess(karin.viewer(), file, assessing(Level.LOW, "", "danger_now", "no")));
    assertThat(karin.open(href).body()).doesNotContain("två följer med");
    assertThat(wrong(karin, href, typed(karin.id(), "occasion", "belongings")))
        .contains("id=\"f-second-error\"");
    assertThat(wrong(karin, href, typed(karin.id(), "risk", " ")))
        .contains("id=\"f-risk-error\"", "Finns ingen känd risk, skriv det");
    assertThat(wrong(karin, href, typed(karin.id(), "second", karin.id().toString())))
        .contains("Välj två olika.");
    for (UUID nobody : List.of(UUID.randomUUID(), desk.in(Role.RECEPTION).id())) {
      assertThat(wrong(karin, href, typed(nobody))).contains("id=\"f-staff-error\"");
    }
    people.byHand(
        "insert into casework.conflict (file, staff, at, declared_by) values ('%s', '%s', now(), '%s')"
            .formatted(file, johan.id(), karin.id()));
    assertThat(wrong(karin, href, typed(johan.id())))
        .as("who has a conflict is told apart from nobody")
        .contains("Den du valt följer inte med någon här.");
    done(
        road.link(
            karin.viewer(),
            file,
            new Link(
                null,
                text("Mannen hon lämnat"),
                Link.Bond.FORMER_PARTNER,
                Link.Danger.DANGEROUS,
                true,
                true,
                text(""),
                text(""),
                text(""),
                text(""),
                Link.Source.HERSELF,
                DAY,
                text(""),
                false,
                text(""))));
    Desk.Worker sofia = desk.in(Role.TREATMENT_WORKER);
    assertThat(karin.open(href).body()).contains("två följer med", "Mannen hon lämnat");
    assertThat(wrong(karin, href, typed(karin.id()))).contains("id=\"f-second-error\"");
    String[] home = typed(karin.id(), "occasion", "belongings", "second", sofia.id().toString());
    assertThat(wrong(karin, href, home)).contains("id=\"f-police-error\"", "Fråga polisen först");
    assertThat(count("", file)).isZero();
    assertThat(
            karin
                .send(
                    href,
                    Stream.concat(Stream.of(home), Stream.of("police", "asked"))
                        .toArray(String[]::new))
                .status())
        .isEqualTo(303);
    assertThat(count("and second is not null", file)).isOne();
  }

  // E-T16

  @Test
  @DisplayName("E-T16 an accompaniment shows the risk for the staff and the time safe for her")
  void an_accompaniment_shows_the_risk_for_the_staff_and_the_time_safe_for_her() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    Desk.Worker sofia = desk.in(Role.CASEWORKER);
    UUID file = calm(karin);
    String href = Desk.step(file, "accompany");
    Map<String, String> form =
        karin.form(karin.open(href), typed(karin.id(), "second", sofia.id().toString()));
    assertThat(karin.browser().post(href, form).location()).isEqualTo(Desk.file(file));
    assertThat(karin.browser().post(href, form).location()).isEqualTo(Desk.file(file));
    assertThat(
            count(
                "and state = 'booked' and position(convert_to('gården', 'UTF8') in sealed) = 0",
                file))
        .isOne();
    assertThat(people.log(file)).containsOnlyOnce("accompany:done");
    assertThat(events.of(AccompanimentChanged.class)).hasSize(1);
    assertThat(karin.open(Desk.file(file)).body())
        .containsSubsequence(
            "Ledsagning", "09:30–11:00", "Säker tid 09:00–12:00", "Domstol", "sal &lt;3&gt;")
        .contains("Han väntar ofta vid ingången. Gå in från gården.");
    for (Desk.Worker goes : List.of(karin, sofia)) {
      assertThat(goes.open("/staff/day").body())
          .containsSubsequence(
              "Du följer med",
              "Ylva Exempel",
              "Säker tid 09:00–12:00",
              "Han väntar ofta vid ingången")
          .contains("Låg risk", "sal &lt;3&gt;");
    }
    assertThat(sofia.open(Desk.file(file)).status())
        .as("what she must know stands on her day, and nothing else of the file")
        .isEqualTo(404);
    assertThat(
            people.count(
                "select count(*) from audit.line where kind = 'accompaniment' and staff = ?",
                sofia.id()))
        .isPositive();
    assertThat(desk.in(Role.CASEWORKER).open("/staff/day").body()).doesNotContain("Du följer med");
    walk.goTo(DAY.minusDays(30));
    assertThat(sofia.open("/staff/day").body()).as("weeks before").doesNotContain("Du följer med");
  }

  @Test
  void of_whoever_is_protected_no_name_stands_on_the_day() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    Desk.Worker sofia = desk.in(Role.CASEWORKER);
    UUID file = calm(karin);
    done(road.accompany(karin.viewer(), file, one(sofia.id(), 10, 11)));
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
    assertThat(sofia.open("/staff/day").body())
        .contains("Du följer med", "Tingsrätten")
        .doesNotContain("Ylva");
  }

  @Test
  void nobody_goes_along_with_two_at_a_time_and_a_risk_that_grows_is_said() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    Desk.Worker sofia = desk.in(Role.CASEWORKER);
    UUID file = calm(karin);
    done(road.accompany(karin.viewer(), file, one(sofia.id(), 10, 12)));
    assertThat(refused(road.accompany(karin.viewer(), file, one(sofia.id(), 11, 13))))
        .containsExactly("who_goes_is_safe.busy");
    done(road.accompany(karin.viewer(), file, one(sofia.id(), 12, 13)));
    assertThat(sofia.open("/staff/day").body()).doesNotContain("Gå inte ensam");
    done(
        road.assess(
            karin.viewer(),
            file,
            assessing(Level.HIGH, "Han har köpt vapen.", "danger_now", "no")));
    assertThat(sofia.open("/staff/day").body()).contains("Gå inte ensam");
  }

  // over

  @Test
  void what_came_of_it_is_written_once_and_not_before() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = calm(karin);
    UUID one = done(road.accompany(karin.viewer(), file, one(karin.id(), 10, 11)));
    String href = Desk.step(file, "accompanied", one);
    assertThat(wrong(karin, href, "went", "yes")).contains("har inte varit än");
    done(road.withdrawConsent(karin.viewer(), file, Road.Subject.REGISTER));
    assertThat(refused(road.close(karin.viewer(), file, Walk.closing())))
        .containsExactly("nothing_left_to_do.accompany");
    clock.set(at(11));
    assertThat(wrong(karin, href, "went", "no")).contains("id=\"f-words-error\"");
    events.forget();
    assertThat(karin.send(href, "went", "no", "words", "Målet ställdes in.").status())
        .isEqualTo(303);
    assertThat(count("and state = 'not_done'", file)).isOne();
    assertThat(people.log(file)).contains("accompanied:refused", "accompanied:done");
    assertThat(events.of(AccompanimentChanged.class)).hasSize(1);
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'accompany' and done_at is null",
                file))
        .isZero();
    assertThat(refused(road.accompanied(karin.viewer(), file, one, true, text(""))))
        .containsExactly("accompanied_in_safe_time.over");
    assertThat(karin.open(Desk.file(file)).body()).contains("Blev inte av", "Målet ställdes in.");
    assertThat(karin.open("/staff/day").body()).doesNotContain("Du följer med");
  }

  @Test
  void it_is_called_off_with_a_reason() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = calm(karin);
    UUID one = done(road.accompany(karin.viewer(), file, one(karin.id(), 10, 11)));
    String href = Desk.step(file, "accompany_off", one);
    Confidential nothing = text(" ");
    assertThat(refused(road.callOffAccompaniment(karin.viewer(), file, one, nothing)))
        .containsExactly("written_in_words.accompany_why");
    assertThat(karin.send(href, "why", "Hon orkar inte i dag.").status()).isEqualTo(303);
    assertThat(count("and state = 'called_off'", file)).isOne();
    assertThat(people.log(file)).contains("call_off_accompaniment:done");
    assertThat(karin.open("/staff/day").body()).doesNotContain("Du följer med");
  }
}
