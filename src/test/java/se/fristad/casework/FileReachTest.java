package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.Reaching;
import se.fristad.contact.ThreadId;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.intake.Receiving;
import se.fristad.intake.WayIn;
import se.fristad.outgoing.CallOutcome;
import se.fristad.outgoing.SafeContact;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// The same rule and the same gate in a file.
@FristadTest
class FileReachTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);
  private static final String NUMBER = "+46701740605";

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private Readings readings;
  @Autowired private Reaching reaching;
  @Autowired private Receiving receiving;
  @Autowired private People people;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @BeforeEach
  void monday() {
    walk.goTo(MONDAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.in(Role.CASEWORKER);
  }

  private UUID opened() {
    Road.Opening some = walk.opening();
    return done(road.open(
            karin.viewer(),
            new Road.Opening(
                some.file(),
                null,
                "0380",
                walk.who(some.who().number().reveal(), "070-174 06 05"),
                some.register())))
        .file();
  }

  private static String step(UUID file, String kind) {
    return Desk.file(file) + "/steps/" + kind;
  }

  private static TypedForm may() {
    return TypedForm.empty().with("call", "may").with("note", "Ring bara före klockan tre.");
  }

  // forbidden first

  @Test
  void a_rule_is_written_and_a_call_made_only_by_her_whose_the_file_is() {
    UUID file = opened();
    done(road.reach(karin.viewer(), file, may()));
    for (Role role : Role.values()) {
      Viewer other = Walk.in(role);
      assertThat(road.reach(other, file, may())).as(role.code()).isInstanceOf(Step.NotThere.class);
      assertThat(road.call(other, file, Contacting.MUST_READ))
          .as(role.code())
          .isInstanceOf(Step.NotThere.class);
    }
    assertThat(people.count("select count(*) from casework.call")).isZero();
  }

  @Test
  void what_was_written_before_there_was_a_rule_stands_on_top_and_nothing_goes_out_by_it() {
    UUID file = opened();
    assertThat(karin.open(Desk.file(file)).body())
        .contains("Ingen har frågat ännu", "Ring bara före klockan tre.", "Visas när du ringer")
        .doesNotContain("070-174", NUMBER);
    Browser.Answer call = karin.open(step(file, "call"));
    assertThat(call.body()).contains("Därför går inget ut").doesNotContain(NUMBER);
    Browser.Answer sent =
        karin.browser().post(step(file, "call"), karin.form(call, "read", "rule,hidden,quiet"));
    assertThat(sent.status()).isEqualTo(422);
    assertThat(sent.body()).contains("Inget nummer har visats.").doesNotContain(NUMBER);
    assertThat(people.log(file)).contains("call:refused").doesNotContain("call:done");
  }

  @Test
  void a_rule_stands_on_top_of_every_page_and_the_number_comes_only_after_it_was_answered() {
    UUID file = opened();
    Browser.Answer form = karin.open(step(file, "reach"));
    assertThat(karin.send(step(file, "reach"), "call", "never", "text", "may").body())
        .contains("det är samma telefon");
    assertThat(
            karin
                .send(
                    step(file, "reach"),
                    "call",
                    "may",
                    "days",
                    "MONDAY",
                    "from",
                    "09:00",
                    "until",
                    "11:00",
                    "ours",
                    "grön sjal",
                    "note",
                    "Ring bara före klockan tre.")
                .location())
        .isEqualTo(Desk.file(file));
    assertThat(form.status()).isEqualTo(200);
    assertThat(people.log(file)).contains("agree_reach:refused", "agree_reach:done");
    for (String page : new String[] {Desk.file(file), step(file, "consent"), step(file, "call")}) {
      assertThat(karin.open(page).body())
          .as(page)
          .contains(
              "Det går bra att ringa. Säg inget på svararen. Skicka inga sms.",
              "måndag, klockan 09:00–11:00",
              "Ring bara före klockan tre.")
          .doesNotContain(NUMBER);
    }
    Browser.Answer unread = karin.send(step(file, "call"), "read", "rule");
    assertThat(unread.status()).isEqualTo(422);
    assertThat(unread.body()).contains("Kryssa i alla tre").doesNotContain(NUMBER);
    assertThat(karin.send(step(file, "call"), "read", "rule,hidden,quiet").location())
        .isEqualTo(Desk.file(file));
    assertThat(people.log(file).stream().filter("call:done"::equals)).hasSize(1);
    UUID call = people.id("select id from casework.call where file = ?", file);
    assertThat(karin.open(step(file, "called/" + call)).body())
        .contains(NUMBER, "grön sjal", "Hej, jag söker dig som bad mig ringa.");
    clock.advance(Duration.ofMinutes(20));
    assertThat(karin.open(step(file, "called/" + call)).body())
        .contains("Numret visas inte längre")
        .doesNotContain(NUMBER);
    assertThat(karin.send(step(file, "called/" + call), "outcome", "no_answer").location())
        .isEqualTo(Desk.file(file));
    assertThat(
            people.count(
                "select count(*) from casework.call where file = ? and outcome = 'no_answer'",
                file))
        .isOne();
    assertThat(people.log(file)).contains("call_ended:done");
  }

  @Test
  void outside_her_hours_and_just_after_a_call_in_vain_nobody_calls() {
    UUID file = opened();
    done(
        road.reach(
            karin.viewer(),
            file,
            may().with("days", "MONDAY").with("from", "09:00").with("until", "11:00")));
    UUID call = done(road.call(karin.viewer(), file, Contacting.MUST_READ));
    done(road.called(karin.viewer(), file, call, CallOutcome.NO_ANSWER));
    clock.advance(Duration.ofMinutes(19));
    assertThat(Walk.refused(road.call(karin.viewer(), file, Contacting.MUST_READ)))
        .containsExactly("casework.step.call.too-soon");
    clock.advance(Duration.ofMinutes(1));
    done(road.call(karin.viewer(), file, Contacting.MUST_READ));
    clock.advance(Duration.ofMinutes(41));
    assertThat(Walk.refused(road.call(karin.viewer(), file, Contacting.MUST_READ)))
        .containsExactly("casework.step.call.against");
  }

  @Test
  void after_somebody_else_has_answered_she_is_asked_first_and_a_wrong_number_is_gone() {
    UUID file = opened();
    done(road.reach(karin.viewer(), file, may()));
    UUID call = done(road.call(karin.viewer(), file, Contacting.MUST_READ));
    done(road.called(karin.viewer(), file, call, CallOutcome.SOMEBODY_ELSE));
    clock.advance(Duration.ofMinutes(20));
    assertThat(Walk.refused(road.call(karin.viewer(), file, Contacting.MUST_READ)))
        .containsExactly("casework.step.call.against");
    UUID again = done(road.call(karin.viewer(), file, Set.of("rule", "hidden", "quiet", "yes")));
    done(road.called(karin.viewer(), file, again, CallOutcome.WRONG_NUMBER));
    clock.advance(Duration.ofMinutes(20));
    assertThat(
            Walk.refused(road.call(karin.viewer(), file, Set.of("rule", "hidden", "quiet", "yes"))))
        .containsExactly("casework.step.call.no-number");
    assertThat(reading(file).person().telephone().isBlank()).isTrue();
  }

  @Test
  void the_rule_the_call_and_its_end_are_told_as_they_are_written_and_logged() {
    UUID file = opened();
    events.forget();
    done(road.reach(karin.viewer(), file, may()));
    assertThat(events.of(ReachAgreed.class))
        .singleElement()
        .matches(one -> one.file().equals(file));
    UUID call = done(road.call(karin.viewer(), file, Contacting.MUST_READ));
    assertThat(events.of(CallBegun.class)).singleElement().matches(one -> one.call().equals(call));
    done(road.called(karin.viewer(), file, call, CallOutcome.NO_ANSWER));
    assertThat(events.of(CallEnded.class))
        .singleElement()
        .matches(one -> one.call().equals(call) && one.outcome() == CallOutcome.NO_ANSWER);
    assertThat(people.log(file)).contains("agree_reach:done", "call:done", "call_ended:done");
    assertThat(Walk.refused(road.call(karin.viewer(), file, Set.of())))
        .containsExactly("casework.step.call.unread");
    assertThat(events.of(CallBegun.class)).as("a refusal tells nothing").hasSize(1);
  }

  @Test
  void her_word_is_tried_in_the_file_three_times_in_a_row_and_no_more() {
    UUID file = opened();
    done(road.reach(karin.viewer(), file, may()));
    assertThat(karin.open(Desk.file(file)).body()).doesNotContain("Pröva personens ord");
    assertThat(Walk.refused(road.word(karin.viewer(), file, Confidential.of("blå cykel"))))
        .containsExactly("casework.step.word.none");
    done(road.reach(karin.viewer(), file, may().with("hers", "Blå cykel")));
    for (Role role : Role.values()) {
      assertThat(road.word(Walk.in(role), file, Confidential.of("blå cykel")))
          .as(role.code())
          .isInstanceOf(Step.NotThere.class);
    }
    events.forget();
    assertThat(karin.open(Desk.file(file)).body()).contains("Pröva personens ord");
    assertThat(karin.send(step(file, "word"), "said", " ").body())
        .contains("Skriv ordet som personen säger.");
    assertThat(karin.send(step(file, "word"), "said", "röd cykel").location())
        .isEqualTo(Desk.file(file));
    assertThat(karin.open(Desk.file(file)).body())
        .contains("stämde inte, 2 försök kvar")
        .doesNotContain("röd cykel", "lå cykel");
    assertThat(karin.open(step(file, "word")).body())
        .contains("ordet stämde inte. Säg inget om att vi känner personen.", "2 försök är kvar");
    karin.send(step(file, "word"), "said", "BLÅ cykel.");
    assertThat(karin.open(Desk.file(file)).body()).contains(": stämde)");
    for (String wrong : new String[] {"ett", "två", "tre"}) {
      karin.send(step(file, "word"), "said", wrong);
    }
    assertThat(karin.open(Desk.file(file)).body()).contains("inga försök kvar");
    assertThat(karin.send(step(file, "word"), "said", "blå cykel").body())
        .contains("Ordet har prövats tre gånger i rad");
    assertThat(people.log(file))
        .contains("word_differed:done", "word_agreed:done", "try_word:refused");
    assertThat(events.of(WordTried.class)).hasSize(5).filteredOn(WordTried::agreed).hasSize(1);
    done(road.reach(karin.viewer(), file, may()));
    assertThat(Walk.refused(road.word(karin.viewer(), file, Confidential.of("blå cykel"))))
        .as("the rule saved again gives no new tries")
        .containsExactly("casework.step.word.locked");
    done(road.reach(karin.viewer(), file, may().with("hers", "Gul katt")));
    assertThat(done(road.word(karin.viewer(), file, Confidential.of("gul katt")))).isTrue();
  }

  @Test
  void the_rule_of_her_conversation_comes_along_only_when_she_wants_it() {
    assertThat(reading(named(false)).person().reach().rule())
        .isInstanceOf(SafeContact.Unasked.class);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    UUID file = named(true);
    Person person = reading(file).person();
    assertThat(person.reach().rule()).isInstanceOf(SafeContact.Agreed.class);
    assertThat(person.hasNumber()).isTrue();
    assertThat(person.reach().ours().reveal()).isEqualTo("grön sjal");
    UUID call = done(road.call(karin.viewer(), file, Contacting.MUST_READ));
    assertThat(karin.open(step(file, "called/" + call)).body()).contains(NUMBER);
  }

  private UUID named(boolean asInConversation) {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Opened<Map<String, String>> agreed =
        reaching.agree(
            karin.viewer(),
            Queue.SUPPORT,
            new ThreadId(person.thread()),
            0,
            TypedForm.empty()
                .with("call", "may")
                .with("number", "070-174 06 05")
                .with("ours", "grön sjal"));
    assertThat(agreed).isInstanceOf(Opened.Value.class);
    UUID intake = UUID.randomUUID();
    assertThat(receiving.begin(karin.viewer(), intake, WayIn.CHAT, person.thread())).isTrue();
    Map<String, String> answers = new TreeMap<>();
    for (String question :
        new String[] {
          "danger_now", "safe_to_talk", "weapon", "strangulation", "threat_to_kill", "escalating",
          "surveillance", "separation", "pregnant", "children_present", "collective", "journey",
          "suicide", "protection"
        }) {
      answers.put("q_" + question, "no");
    }
    answers.putAll(
        Map.of(
            "way", "chat",
            "source", "herself",
            "municipality", "0380",
            "children", "no",
            "outcome", "opens"));
    assertThat(receiving.conclude(karin.viewer(), intake, answers)).isTrue();
    Road.Opening some = walk.opening();
    Road.Who who = walk.who(some.who().number().reveal(), "");
    return done(road.open(
            karin.viewer(),
            new Road.Opening(
                UUID.randomUUID(),
                intake,
                "0380",
                new Road.Who(
                    who.name(),
                    who.number(),
                    null,
                    who.telephone(),
                    who.address(),
                    Confidential.of(""),
                    Road.Protection.NONE,
                    "sv"),
                some.register(),
                asInConversation)))
        .file();
  }

  private Reading reading(UUID file) {
    return ((Opened.Value<Reading>) readings.read(karin.viewer(), file)).value();
  }
}
