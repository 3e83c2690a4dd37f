package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// Why somebody can see a file, how many have, and how it is handed over.
@FristadTest
@DisplayName("Why can this person see this")
class WhyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private FileConflicts conflicts;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker head;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.delegate();
    head = desk.in(Role.HEAD);
  }

  private Walk.At served() {
    Walk.At at = walk.opened(karin.viewer(), walk.opening());
    at = walk.decided(walk.concluded(walk.investigated(at)), SupportType.SUPPORT_TALKS);
    done(road.serve(at.worker(), at.file(), at.decision(), walk.today()));
    return at;
  }

  private static String why(UUID file) {
    return Desk.file(file) + "/why";
  }

  @Test
  void a_colleague_and_whoever_gives_support_find_no_such_page() {
    Walk.At at = served();
    Desk.Worker tilda = desk.in(Role.TREATMENT_WORKER);
    done(
        road.grantSupport(
            at.worker(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, tilda.id())));
    assertThat(tilda.open(why(at.file())).status()).isEqualTo(404);
    assertThat(tilda.open(Desk.file(at.file())).body())
        .contains("har öppnat akten")
        .doesNotContain(why(at.file()));
    Browser.Answer notForHer = desk.in(Role.CASEWORKER).open(why(at.file()));
    assertThat(notForHer.status()).isEqualTo(404);
  }

  @Test
  void each_of_us_stands_there_with_the_rule_since_when_and_who_gave_it() {
    Walk.At at = served();
    Desk.Worker tilda = desk.in(Role.TREATMENT_WORKER);
    done(
        road.grantSupport(
            at.worker(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, tilda.id())));
    assertThat(karin.open(Desk.file(at.file())).body()).contains("1 person har öppnat akten");
    tilda.open(Desk.file(at.file()));
    head.open(Desk.file(at.file()));
    karin.open(Desk.file(at.file()));
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains("3 personer har öppnat akten", why(at.file()));
    assertThat(people.count("select count(*) from casework.opened where file = ?", at.file()))
        .isEqualTo(3);
    String page = karin.open(why(at.file())).body();
    assertThat(page)
        .containsSubsequence(
            "Kan läsa akten",
            "Ansvarig handläggare",
            "Sig själv",
            "Utreder",
            "Ger stöd",
            "Läser kontakt, risk och sitt eget stöd",
            "Enhetschef",
            "Rollen som chef",
            "Kan inte, eller kan inte längre");
    assertThat(page).contains("Har inte öppnat den");

    Desk.Worker next = desk.in(Role.CASEWORKER);
    Desk.Worker cousin = desk.in(Role.CASEWORKER);
    done(conflicts.declare(head.viewer(), at.file(), cousin.id()));
    done(road.handOver(head.viewer(), at.file(), Walk.handing(next.id())));
    assertThat(karin.open(why(at.file())).status()).isEqualTo(404);
    String heads = head.open(why(at.file())).body();
    assertThat(heads)
        .containsSubsequence("Kan inte, eller kan inte längre", "Jäv", "Hade den förut");
    assertThat(next.open(why(at.file())).body()).contains("Hade den förut").doesNotContain(">Jäv<");
  }

  @Test
  void a_handover_says_what_was_gone_through_and_is_read_by_whoever_gets_it() {
    UUID file = done(road.open(karin.viewer(), walk.opening())).file();
    Desk.Worker next = desk.in(Role.CASEWORKER);
    Browser.Answer half =
        head.send(
            Desk.step(file, "handover"),
            "to",
            next.id().toString(),
            "through",
            "reach,risk",
            "first",
            " ");
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.body())
        .contains(
            "Allt i listan är inte genomgånget.", "Skriv vad den som tar över måste veta först.");
    assertThat(people.log(file)).contains("hand_over:refused");
    assertThat(
            head.send(
                    Desk.step(file, "handover"),
                    "to",
                    next.id().toString(),
                    "through",
                    "reach,risk,due",
                    "left",
                    "Barnen: vi hann inte.",
                    "first",
                    "Ring <b>aldrig</b> efter tre.")
                .location())
        .isEqualTo(Desk.file(file));
    assertThat(
            people.count(
                "select count(*) from casework.handover where file = ? and to_staff = ? and received_at is null and position(convert_to('aldrig', 'UTF8') in sealed) = 0",
                file,
                next.id()))
        .isOne();
    assertThat(next.open("/staff/day").body()).contains("Läs det som lämnades över till dig");
    UUID handover = people.id("select id from casework.handover");
    String takeOver = Desk.step(file, "take_over", handover);
    assertThat(next.open(takeOver).body())
        .contains(
            "Ring &lt;b&gt;aldrig&lt;/b&gt; efter tre.",
            "Barnen: vi hann inte.",
            "Risken, och vilka som är farliga",
            "Personen vet inte vem som kommer i stället");
    assertThat(next.send(takeOver).status()).isEqualTo(422);
    assertThat(next.send(takeOver, "read", "1").location()).isEqualTo(Desk.file(file));
    assertThat(people.log(file)).contains("hand_over:done", "take_over:done");
    assertThat(people.count("select count(*) from casework.handover where received_at is not null"))
        .isOne();
    assertThat(refused(road.takeOver(next.viewer(), file, handover)))
        .containsExactly("casework.step.take_over.before");
    assertThat(
            refused(
                road.handOver(
                    head.viewer(),
                    file,
                    new Road.Handing(
                        karin.id(), Set.of(), false, text(""), text("Allt står i akten.")))))
        .containsExactly("handed_over_whole.left");
  }
}
