package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestEvents;
import se.fristad.page.TypedForm;

/// She comes back: her closed file is opened again, and nothing is taken for granted of the time
/// between.
@FristadTest
class ReopeningTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate BACK = DAY.plusDays(40);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestEvents events;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private long count(String what, UUID file) {
    return people.count("select count(*) from casework." + what, file);
  }

  /// A file that is closed without a consent, and she is to be called three months later.
  private UUID closed(Desk.Worker karin) {
    Road.Opening some = walk.opening();
    UUID file =
        done(road.open(
                karin.viewer(),
                new Road.Opening(
                    some.file(),
                    null,
                    "0380",
                    walk.who(some.who().number().reveal(), "070-174 06 05"),
                    some.register())))
            .file();
    done(road.withdrawConsent(karin.viewer(), file, Road.Subject.REGISTER));
    done(
        road.reach(
            karin.viewer(),
            file,
            TypedForm.empty()
                .with("call", "may")
                .with("text", "never")
                .with("email", "never")
                .with("letter", "never")));
    close(karin, file);
    return file;
  }

  private void close(Desk.Worker karin, UUID file) {
    done(
        road.close(
            karin.viewer(),
            file,
            new Road.Closing(
                text("Behovet är mött."),
                false,
                Road.Contact.WANTED,
                text("På dagen, aldrig på kvällen."),
                new Road.Again(Road.Again.By.CALL, Set.of(3)))));
  }

  private Road.Reopening back(Road.@Nullable Agreed agreed, boolean reachedAsBefore) {
    return new Road.Reopening(
        Road.Reopening.Why.CAME_BACK, text("Han har hittat henne."), agreed, reachedAsBefore);
  }

  private Road.Agreed agreed() {
    return new Road.Agreed(walk.today(), walk.today().plusMonths(6), text("Muntligt, i rummet."));
  }

  // forbidden

  @Test
  void nobody_else_opens_it_again() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin);
    Desk.Worker other = desk.in(Role.CASEWORKER);
    assertThat(other.open(Desk.step(file, "reopening")).status()).isEqualTo(404);
    assertThat(road.reopen(other.viewer(), file, back(agreed(), true)))
        .isInstanceOf(Step.NotThere.class);
    assertThat(count("file where id = ? and state = 'closed'", file)).isOne();
  }

  // refused

  @Test
  void an_open_file_is_not_opened_again() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = done(road.open(karin.viewer(), walk.opening())).file();
    assertThat(karin.open(Desk.file(file)).body()).doesNotContain(Desk.step(file, "reopening"));
    assertThat(refused(road.reopen(karin.viewer(), file, back(agreed(), true))))
        .containsExactly("file_is_open.already");
    assertThat(count("reopening where file = ?", file)).isZero();
    assertThat(people.log(file)).endsWith("reopen_file:refused");
  }

  @Test
  void without_her_will_and_without_a_word_it_stays_closed_and_nothing_typed_is_lost() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin);
    walk.goTo(BACK);
    events.forget();
    String href = Desk.step(file, "reopening");
    assertThat(karin.open(Desk.file(file)).body()).contains(href);
    Browser.Answer unsaid = karin.send(href, "words", "Han har hittat henne.");
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.body())
        .contains("id=\"f-why-error\"", "id=\"f-reach-error\"", "Han har hittat henne.");
    Browser.Answer against =
        karin.send(
            href,
            "why",
            "new_violence",
            "words",
            "Han har hittat henne.",
            "reach",
            "as_before",
            "consent_from",
            BACK.toString());
    assertThat(against.status()).isEqualTo(422);
    assertThat(against.body()).contains("id=\"f-consent_how-error\"", "Han har hittat henne.");
    Road.Agreed ended =
        new Road.Agreed(BACK.minusDays(9), BACK.minusDays(1), text("Muntligt, i rummet."));
    assertThat(refused(road.reopen(karin.viewer(), file, back(ended, true))))
        .containsExactly("consent_stands.ended");
    assertThat(
            refused(
                road.reopen(
                    karin.viewer(),
                    file,
                    new Road.Reopening(Road.Reopening.Why.APPLIES, text(" "), agreed(), true))))
        .containsExactly("written_in_words.reopened");
    assertThat(count("file where id = ? and state = 'closed'", file)).isOne();
    assertThat(count("reopening where file = ?", file)).isZero();
    assertThat(count("contact_again where file = ? and state = 'waits'", file)).isOne();
    assertThat(people.log(file)).endsWith("reopen_file:refused");
    assertThat(events.of(FileReopened.class)).isEmpty();
  }

  // done

  @Test
  void she_comes_back_and_her_file_goes_on() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin);
    walk.goTo(BACK);
    events.forget();
    assertThat(
            karin
                .send(
                    Desk.step(file, "reopening"),
                    "why",
                    "came_back",
                    "words",
                    "Han har <b>hittat</b> henne.",
                    "reach",
                    "as_before",
                    "consent_from",
                    BACK.toString(),
                    "consent_until",
                    BACK.plusMonths(6).toString(),
                    "consent_how",
                    "Muntligt, i rummet.")
                .location())
        .isEqualTo(Desk.file(file));

    assertThat(
            count(
                "file where id = ? and state = 'open' and closed_at is null and closed_by is null",
                file))
        .isOne();
    assertThat(
            people.count(
                "select count(*) from casework.reopening where file = ? and why = 'came_back' and closed_by = ?"
                    + " and (closed_at at time zone 'Europe/Stockholm')::date = ?",
                file,
                karin.id(),
                java.sql.Date.valueOf(DAY)))
        .isOne();
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'reassess_risk' and done_at is null"
                    + " and (due_at at time zone 'Europe/Stockholm')::date = ?",
                file,
                java.sql.Date.valueOf(BACK)))
        .as("her danger is assessed anew the same day")
        .isOne();
    assertThat(count("contact_again where file = ? and state = 'stopped'", file)).isOne();
    assertThat(count("task where file = ? and kind = 'contact_again' and done_at is null", file))
        .isZero();
    assertThat(count("consent where file = ? and withdrawn_at is null", file)).isOne();
    assertThat(people.log(file)).endsWith("reopen_file:done");
    assertThat(events.of(FileReopened.class))
        .singleElement()
        .satisfies(event -> assertThat(event.file()).isEqualTo(file));
    assertThat(karin.open(Desk.file(file)).body())
        .contains(
            "Ärendet återöppnades: personen har kommit tillbaka",
            "Han har &lt;b&gt;hittat&lt;/b&gt; henne.",
            "Behovet är mött.",
            Desk.step(file, "investigate"))
        .doesNotContain(Desk.step(file, "reopening"));
  }

  @Test
  void a_consent_that_stands_need_not_be_given_anew_and_what_was_promised_can_be_promised_again() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin);
    walk.goTo(BACK);
    done(road.reopen(karin.viewer(), file, back(agreed(), true)));
    close(karin, file);
    assertThat(count("contact_again where file = ? and months = 3 and state = 'waits'", file))
        .isOne();
    assertThat(count("contact_again where file = ? and months = 3", file)).isEqualTo(2);
    walk.goTo(BACK.plusDays(1));
    assertThat(karin.open(Desk.step(file, "reopening")).body())
        .contains("Ett samtycke gäller fortfarande.");
    done(road.reopen(karin.viewer(), file, back(null, true)));
    assertThat(count("reopening where file = ?", file)).isEqualTo(2);
    assertThat(count("consent where file = ? and subject = 'register'", file))
        .as("the first, taken back, and the one of the first time she came back")
        .isEqualTo(2);
  }

  @Test
  void what_the_closing_let_lie_is_asked_again() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin);
    walk.goTo(DAY.plusDays(9));
    Road.Opening again = walk.opening();
    UUID other = done(road.open(desk.in(Role.CASEWORKER).viewer(), again)).file();
    walk.goTo(BACK);
    done(
        road.protect(
            karin.viewer(),
            file,
            new Road.Protecting(Road.Protection.UNCHECKED, text(""), null, text(""), null)));
    // the closing lets all that is due lie
    people.byHand("delete from casework.task");
    karin
        .browser()
        .postFrom(
            "/staff/people",
            Desk.file(file) + "/reason",
            Map.of("why", "contact", "words", "Hon är tillbaka."));
    done(road.reopen(karin.viewer(), file, back(agreed(), true)));
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'same_person' and record = ? and role = 'head' and done_at is null",
                file,
                other))
        .as("the head, and nobody else, hears that there are two")
        .isOne();
    assertThat(count("task where file = ? and kind = 'read_register' and done_at is null", file))
        .isOne();
  }

  @Test
  void who_has_not_been_asked_is_not_reached_as_before() {
    Desk.Worker karin = desk.in(Role.CASEWORKER);
    UUID file = closed(karin);
    walk.goTo(BACK);
    events.forget();
    done(road.reopen(karin.viewer(), file, back(agreed(), false)));
    assertThat(events.of(ReachAgreed.class)).hasSize(1);
    assertThat(road.call(karin.viewer(), file, Set.of("rule", "hidden", "quiet", "yes")))
        .as("nothing goes out until she is asked")
        .isNotInstanceOf(Step.Done.class);
    assertThat(count("call where file = ?", file)).isZero();
  }
}
