package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/// A decision that is changed, put right, appealed and reconsidered.
@FristadTest
@DisplayName("A decision that is changed")
class ChangedDecisionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final SupportType TALKS = SupportType.SUPPORT_TALKS;
  private static final Set<SupportType> BOTH = EnumSet.of(TALKS, SupportType.GROUP);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private Documents documents;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    karin = desk.delegate();
  }

  /// Both applied for, these granted.
  private Walk.At decided(Set<SupportType> granted) {
    Walk.At at = walk.concluded(walk.investigated(walk.opened(karin.viewer(), walk.opening())));
    UUID decision =
        done(
            road.decide(
                karin.viewer(),
                at.file(),
                new Road.Deciding(
                        at.investigation(),
                        BOTH,
                        granted,
                        Rules.ASSESSED_SUPPORT.key(),
                        text("Behovet finns."),
                        text(""))
                    .with(Walk.heard())));
    return new Walk.At(karin.viewer(), at.file(), at.investigation(), decision);
  }

  private Step<UUID> change(Walk.At at, Set<SupportType> granted, Road.@Nullable Because because) {
    return road.change(
        karin.viewer(),
        at.file(),
        new Road.Changing(at.decision(), granted, because, text("Nytt har hänt."), Walk.heard()));
  }

  @Test
  void a_decision_is_changed_by_a_new_one_and_the_old_one_stays_as_it_was() {
    Walk.At at = decided(Set.of(TALKS));
    walk.forget();
    assertThat(refused(change(at, Set.of(TALKS), null)))
        .containsExactly("decision_is_changed.same");
    assertThat(refused(change(at, Set.of(SupportType.SHELTER), Road.Because.SAFETY)))
        .contains("decision_says_what.more");
    UUID changed = done(change(at, BOTH, null));
    assertThat(
            people.count(
                """
                select count(*) from casework.decision n join casework.decision o on o.id = n.replaces
                 where n.id = ? and o.id = ? and o.types = '{support_talks}' and o.outcome = 'partly'
                   and n.outcome = 'granted' and n.served_on is null
                """,
                changed,
                at.decision()))
        .isOne();
    assertThat(people.log(at.file())).endsWith("change_decision:done");
    // a change is not one more decision in the figures
    assertThat(walk.facts()).noneMatch(Decided.class::isInstance);
    assertThat(
            people.count(
                "select count(*) from casework.task where record = ? and kind = 'serve_decision' and done_at is null",
                changed))
        .isOne();
    assertThat(refused(change(at, BOTH, null))).containsExactly("decision_is_changed.once");
    assertThat(
            refused(
                road.grantSupport(
                    karin.viewer(), at.file(), walk.under(at, TALKS, UUID.randomUUID()))))
        .contains("support_under_a_decision.replaced");
    assertThat(karin.open(Desk.file(at.file())).body())
        .contains("ändrat: ett senare beslut gäller", "ändring av ett tidigare beslut");
  }

  @Test
  void to_her_disadvantage_only_for_a_reason_that_the_law_names() {
    Walk.At at = decided(BOTH);
    assertThat(refused(change(at, Set.of(TALKS), null))).containsExactly("decision_is_changed");
    done(change(at, Set.of(TALKS), Road.Because.CIRCUMSTANCES));
  }

  @Test
  void circumstances_change_nothing_that_was_granted_before_1_july_2025() {
    for (LocalDate day : new LocalDate[] {LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 1)}) {
      walk.goTo(day);
      karin = desk.delegate();
      Walk.At at = decided(BOTH);
      Step<UUID> step = change(at, Set.of(TALKS), Road.Because.CIRCUMSTANCES);
      if (day.getMonthValue() == 6) {
        assertThat(refused(step)).containsExactly("circumstances_have_changed");
      } else {
        done(step);
      }
    }
  }

  @Test
  void a_change_to_her_disadvantage_is_communicated_anew() {
    Walk.At at = decided(BOTH);
    assertThat(
            refused(
                road.change(
                    karin.viewer(),
                    at.file(),
                    new Road.Changing(
                        at.decision(),
                        Set.of(TALKS),
                        Road.Because.MISLED,
                        text("Nytt."),
                        Road.Heard.NOTHING))))
        .containsExactly("communicated_before");
  }

  @Test
  void the_three_months_are_counted_from_the_first_decision_that_granted_it() {
    Walk.At at = decided(Set.of(TALKS));
    walk.goTo(DAY.plusDays(60));
    karin = desk.delegate();
    people.byHand("update casework.file set responsible = '%s'".formatted(karin.id()));
    people.byHand(
        "update casework.assignment set staff = '%s' where to_at is null".formatted(karin.id()));
    people.byHand("update casework.assessment set valid_until = '2027-12-31'");
    done(change(at, BOTH, null));
    assertThat(
            people.count(
                """
                select count(*) from casework.task where file = ? and kind = 'carry_out' and done_at is null
                """,
                at.file()))
        .isOne();
  }

  // appealed

  private UUID appealed(Walk.At at) {
    return done(road.receiveAppeal(
            karin.viewer(),
            at.file(),
            new Road.Appeal(at.decision(), walk.today(), text("Jag vill ha mer."))))
        .appeal();
  }

  @Test
  void an_appealed_decision_is_changed_only_to_her_advantage_and_not_after_the_court_has_it() {
    Walk.At at = decided(Set.of(TALKS));
    UUID appeal = appealed(at);
    assertThat(refused(change(at, Set.of(), Road.Because.SAFETY)))
        .containsExactly("changed_under_appeal");
    assertThat(
            refused(
                road.handOverAppeal(
                    karin.viewer(), at.file(), appeal, new Road.Reconsidered(false, text(" ")))))
        .containsExactly("reconsidered_first");
    assertThat(
            refused(
                road.handOverAppeal(
                    karin.viewer(), at.file(), appeal, new Road.Reconsidered(true, text("Ja.")))))
        .containsExactly("reconsidered_first.not_changed");
    done(change(at, BOTH, null));
    assertThat(refused(road.handOverAppeal(karin.viewer(), at.file(), appeal, Walk.unchanged())))
        .containsExactly("reconsidered_first.is_changed");
    done(
        road.handOverAppeal(
            karin.viewer(), at.file(), appeal, new Road.Reconsidered(true, text("Uppenbart."))));
    assertThat(
            people.count(
                "select count(*) from casework.appeal where id = ? and reconsidered = 'changed' and state = 'handed_over'",
                appeal))
        .isOne();
    Walk.At other = decided(Set.of(TALKS));
    done(road.handOverAppeal(karin.viewer(), other.file(), appealed(other), Walk.unchanged()));
    assertThat(refused(change(other, BOTH, null)))
        .containsExactly("changed_under_appeal.handed_over");
  }

  @Test
  void a_late_appeal_is_tried_when_the_delay_is_ours() {
    Walk.At at = decided(Set.of(TALKS));
    done(road.serve(karin.viewer(), at.file(), at.decision(), DAY));
    walk.goTo(DAY.plusDays(30));
    UUID appeal = appealed(at);
    assertThat(
            refused(
                road.excuseAppeal(
                    karin.viewer(), at.file(), appeal, Road.Excuse.TOLD_WRONGLY, text(" "))))
        .containsExactly("late_appeal_is_dismissed.excused");
    String href = Desk.step(at.file(), "excuse_appeal", appeal);
    assertThat(karin.open(href).body()).contains("Vi upplyste fel", "45 § FL");
    assertThat(
            karin
                .send(href, "excuse", "told_wrongly", "why", "Fel domstol stod i brevet.")
                .location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count(
                "select count(*) from casework.appeal where id = ? and late and excused = 'told_wrongly' and state = 'to_hand_over'",
                appeal))
        .isOne();
    assertThat(refused(road.dismissAppeal(karin.viewer(), at.file(), appeal, text("Avvisas."))))
        .containsExactly("appeal_in_time_is_handed_over");
    done(road.handOverAppeal(karin.viewer(), at.file(), appeal, Walk.unchanged()));
    assertThat(people.log(at.file()))
        .contains("excuse_appeal:refused", "excuse_appeal:done", "hand_over_appeal:done");
  }

  // put right

  @Test
  void a_slip_is_put_right_beside_the_decision_and_stands_in_the_next_notice() {
    Walk.At at = decided(Set.of(TALKS));
    String href = Desk.step(at.file(), "correct_decision", at.decision());
    Browser.Answer empty = karin.send(href, "words", " ");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Skriv vad som är fel", "36 § FL");
    String words = "Dagen i motiveringen ska vara den 2 november.";
    assertThat(karin.send(href, "words", words).location()).isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count(
                "select count(*) from casework.correction where decision = ? and made_by = ?",
                at.decision(),
                karin.id()))
        .isOne();
    assertThat(
            people.count(
                "select count(*) from casework.decision where id = ? and version = 1",
                at.decision()))
        .isOne();
    assertThat(karin.open(Desk.file(at.file())).body()).contains(words);
    UUID notice = done(documents.notice(karin.viewer(), at.file(), at.decision(), false, text("")));
    assertThat(documents.read(karin.viewer(), at.file(), notice))
        .hasValueSatisfying(
            read -> assertThat(read.words().reveal()).contains("## Rättat", "2 november"));
    Desk.Worker other = desk.in(Role.CASEWORKER);
    assertThat(road.correct(other.viewer(), at.file(), at.decision(), text(words)))
        .isInstanceOf(Step.NotThere.class);
  }
}
