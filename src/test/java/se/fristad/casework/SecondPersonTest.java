package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.Decided;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.law.Rules;

/// Four eyes, her voice and the child's, before a decision.
@FristadTest
@DisplayName("Before a decision")
class SecondPersonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Set<SupportType> SHELTER = EnumSet.of(SupportType.SHELTER);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker birgitta;

  @SuppressWarnings("NullAway.Init")
  private Walk.At at;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    karin = desk.in(Role.CASEWORKER);
    birgitta = desk.in(Role.HEAD);
    at = walk.concluded(walk.investigated(walk.opened(karin.viewer(), walk.opening())));
    walk.forget();
  }

  private void mandate(Desk.Worker worker, boolean second, LocalDate from, LocalDate until) {
    done(
        road.giveMandate(
            Walk.in(Role.HEAD),
            new Road.Mandate(UUID.randomUUID(), worker.id(), SHELTER, from, until, second)));
  }

  private Road.Deciding shelter() {
    return Walk.deciding(at, SHELTER, SHELTER);
  }

  private long decisions() {
    return people.count("select count(*) from casework.decision where file = ?", at.file());
  }

  // four eyes

  @Test
  void what_two_decide_is_decided_by_nobody_alone_and_never_by_who_proposed_it() {
    mandate(karin, true, DAY, DAY);
    assertThat(refused(road.decide(karin.viewer(), at.file(), shelter())))
        .containsExactly("second_person_confirms");
    UUID proposal = done(road.propose(karin.viewer(), at.file(), shelter()));
    assertThat(decisions()).isZero();
    assertThat(walk.facts()).isEmpty();
    assertThat(refused(road.confirm(karin.viewer(), at.file(), proposal)))
        .containsExactly("second_person_confirms.same");
    assertThat(refused(road.confirm(birgitta.viewer(), at.file(), proposal)))
        .containsExactly("delegate_has_mandate");
    assertThat(refused(road.propose(karin.viewer(), at.file(), shelter())))
        .containsExactly("second_person_confirms.waits");
    mandate(birgitta, true, DAY, DAY);
    UUID decision = done(road.confirm(birgitta.viewer(), at.file(), proposal));
    assertThat(
            people.count(
                "select count(*) from casework.decision where id = ? and decided_by = ? and proposed_by = ?",
                decision,
                birgitta.id(),
                karin.id()))
        .isOne();
    assertThat(people.log(at.file()))
        .containsSubsequence(
            "decide:refused",
            "propose_decision:done",
            "confirm_decision:refused",
            "confirm_decision:done");
    assertThat(walk.facts()).filteredOn(Decided.class::isInstance).hasSize(1);
    assertThat(refused(road.confirm(birgitta.viewer(), at.file(), proposal)))
        .containsExactly("second_person_confirms.none");
  }

  @Test
  void a_second_person_decides_from_the_first_to_the_last_day_of_her_mandate() {
    mandate(karin, true, DAY.minusDays(5), DAY.plusDays(5));
    mandate(birgitta, false, DAY, DAY);
    walk.goTo(DAY.minusDays(1));
    at = walk.concluded(walk.investigated(walk.opened(karin.viewer(), walk.opening())));
    UUID proposal = done(road.propose(karin.viewer(), at.file(), shelter()));
    assertThat(refused(road.confirm(birgitta.viewer(), at.file(), proposal)))
        .containsExactly("delegate_has_mandate");
    walk.goTo(DAY.plusDays(1));
    assertThat(refused(road.confirm(birgitta.viewer(), at.file(), proposal)))
        .containsExactly("delegate_has_mandate");
    walk.goTo(DAY);
    done(road.confirm(birgitta.viewer(), at.file(), proposal));
  }

  @Test
  void the_form_makes_a_proposal_the_head_finds_it_and_it_can_come_back() {
    mandate(karin, true, DAY, DAY);
    mandate(birgitta, true, DAY, DAY);
    String href = Desk.step(at.file(), "decision", at.investigation());
    assertThat(karin.open(href).body()).contains("beslutas något bara tillsammans med någon till");
    String[] fields = {
      "applied_for", "shelter",
      "granted", "shelter",
      "ground", Rules.ASSESSED_SUPPORT.key(),
      "motive", "Hon kan inte bo hemma.",
      "children", "no"
    };
    assertThat(karin.send(href, fields).location()).isEqualTo(Desk.file(at.file()));
    UUID proposal = people.id("select id from casework.proposal where file = ?", at.file());
    String confirm = Desk.step(at.file(), "confirm_decision", proposal);
    assertThat(karin.open(Desk.file(at.file())).body()).doesNotContain(confirm);
    assertThat(birgitta.open("/staff/day").body()).contains("Besluta om ett förslag");
    assertThat(birgitta.open(confirm).body())
        .contains("Hon kan inte bo hemma.", "Skyddat boende", "11 kap. 1 § SoL");
    Browser.Answer silent = birgitta.send(confirm, "answer", "back");
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.body()).contains("Skriv vad som behöver ändras.");
    assertThat(birgitta.send(confirm, "answer", "back", "why", "Skriv hur länge.").location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(decisions()).isZero();
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains("Ett förslag till beslut har kommit tillbaka", "Skriv hur länge.", href);
    assertThat(karin.send(href, fields).location()).isEqualTo(Desk.file(at.file()));
    UUID again =
        people.id(
            "select id from casework.proposal where file = ? and state = 'waiting'", at.file());
    assertThat(
            birgitta
                .send(Desk.step(at.file(), "confirm_decision", again), "answer", "confirm")
                .location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(decisions()).isOne();
    assertThat(birgitta.open(Desk.file(at.file())).body()).contains("föreslaget av");
  }

  // her voice

  private UUID told(LocalDate by) {
    return done(
        road.communicate(
            karin.viewer(),
            at.file(),
            new Road.Communicating(
                at.investigation(), walk.today(), by, true, text("Utredningen, läst ihop."))));
  }

  private Road.Deciding denied() {
    return Walk.deciding(at, SHELTER, Set.of()).with(Road.Heard.NOTHING);
  }

  @Test
  void a_denial_waits_for_her_answer_or_for_her_time_to_pass() {
    mandate(karin, false, DAY, DAY.plusYears(1));
    assertThat(refused(road.decide(karin.viewer(), at.file(), denied())))
        .containsExactly("communicated_before");
    LocalDate last = DAY.plusDays(7);
    told(last);
    for (LocalDate day : new LocalDate[] {last.minusDays(1), last}) {
      walk.goTo(day);
      assertThat(refused(road.decide(karin.viewer(), at.file(), denied())))
          .as(day.toString())
          .containsExactly("communicated_before.waits");
    }
    assertThat(decisions()).isZero();
    walk.goTo(last.plusDays(1));
    done(road.decide(karin.viewer(), at.file(), denied()));
  }

  @Test
  void her_answer_opens_the_way_and_so_does_a_reason_of_the_law_in_words() {
    mandate(karin, false, DAY, DAY);
    UUID communication = told(DAY.plusDays(14));
    assertThat(
            refused(
                road.answerCommunication(karin.viewer(), at.file(), communication, DAY, text(" "))))
        .containsExactly("communicated_before.answer");
    Road.Heard urgent = new Road.Heard(false, text(""), Road.Unheard.URGENT, text(" "));
    Walk.At other = walk.concluded(walk.investigated(walk.opened(karin.viewer(), walk.opening())));
    assertThat(
            refused(
                road.decide(
                    karin.viewer(),
                    other.file(),
                    Walk.deciding(other, SHELTER, Set.of()).with(urgent))))
        .containsExactly("communicated_before.why");
    done(
        road.answerCommunication(
            karin.viewer(), at.file(), communication, DAY, text("Jag vill ha det ändå.")));
    done(road.decide(karin.viewer(), at.file(), denied()));
    assertThat(people.log(at.file()))
        .containsSubsequence(
            "communicate:done",
            "communicate_answer:refused",
            "communicate_answer:done",
            "decide:done");
    assertThat(karin.open(Desk.file(at.file())).body()).contains("Jag vill ha det ändå.");
  }

  @Test
  void she_is_told_that_she_may_speak_to_the_board_and_has_time() {
    String href = Desk.step(at.file(), "communicate", at.investigation());
    Browser.Answer refused =
        karin.send(href, "sent_on", "2026-11-23", "answer_by", "2026-11-23", "words", "Allt.");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "Sista dagen att svara ligger efter",
            "25 § FL",
            "Berätta för personen att det går att svara muntligt",
            "14 kap. 8 § SoL",
            "Allt.");
    assertThat(
            karin
                .send(
                    href,
                    "sent_on",
                    "2026-11-23",
                    "answer_by",
                    "2026-11-24",
                    "words",
                    "Allt.",
                    "orally",
                    "1")
                .location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count("select count(*) from casework.communication where file = ?", at.file()))
        .isOne();
  }

  // the child's

  @Test
  void when_there_are_children_a_decision_says_how_their_best_interest_was_judged() {
    mandate(karin, false, DAY, DAY);
    Road.Deciding unasked = shelter().with(new Road.Heard(null, text(""), null, text("")));
    assertThat(refused(road.decide(karin.viewer(), at.file(), unasked)))
        .containsExactly("childs_best_interest.asked");
    Road.Deciding silent = shelter().with(new Road.Heard(true, text(" "), null, text("")));
    assertThat(refused(road.decide(karin.viewer(), at.file(), silent)))
        .containsExactly("childs_best_interest");
    assertThat(decisions()).isZero();
    String href = Desk.step(at.file(), "decision", at.investigation());
    Browser.Answer page =
        karin.send(
            href,
            "applied_for",
            "shelter",
            "granted",
            "shelter",
            "ground",
            Rules.ASSESSED_SUPPORT.key(),
            "motive",
            "Hon kan inte bo hemma.",
            "children",
            "yes");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains("Det finns barn. Skriv hur barnets bästa är bedömt.", "3 kap. 1 § SoL");
    done(
        road.decide(
            karin.viewer(),
            at.file(),
            shelter().with(new Road.Heard(true, text("Barnet följer med."), null, text("")))));
    assertThat(decisions()).isOne();
  }
}
