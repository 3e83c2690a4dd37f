package se.fristad.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fristad.page.Language;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// The gate, tried with every rule that can be said, every step and moments of ordinary days and of
/// the two nights in which the clock jumps.
@DisplayName("What leaves the house")
class OutgoingTest {
  private static final LocalDate SAID = LocalDate.of(2026, 3, 2);
  private static final Telltale TELLTALE = new Telltale(Stream.of("Nexus resurscentrum"));
  private final Outgoing outgoing = new Outgoing(TELLTALE);

  /// Half-open hours on some days, and whether a wall clock shows a time in them: counted here by
  /// minutes, and not as the program does it.
  private record Said(Hours hours, Set<DayOfWeek> days, int from, int until) {
    boolean shows(ZonedDateTime wall) {
      int minute = wall.getHour() * 60 + wall.getMinute();
      return days.contains(wall.getDayOfWeek()) && minute >= from && minute < until;
    }
  }

  private static Said within(Set<DayOfWeek> days, String from, String until) {
    LocalTime begins = LocalTime.parse(from);
    LocalTime ends = LocalTime.parse(until);
    return new Said(
        new Hours.Within(days, begins, ends),
        days,
        begins.toSecondOfDay() / 60,
        ends.toSecondOfDay() / 60);
  }

  private static final List<Said> HOURS =
      List.of(
          new Said(new Hours.Any(), EnumSet.allOf(DayOfWeek.class), 0, 24 * 60),
          within(EnumSet.allOf(DayOfWeek.class), "09:00", "16:00"),
          within(Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), "13:00", "15:00"),
          within(Set.of(DayOfWeek.SUNDAY), "02:00", "03:00"),
          within(Set.of(DayOfWeek.SUNDAY), "02:30", "04:00"),
          within(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), "00:00", "23:59"));

  @Test
  @DisplayName("E-T11 to an agency: by a call, and with nothing that tells of somebody")
  void an_organisation_is_told_of_nobody() {
    List<String> said = List.of("QX7K2MNP", "Arabiska", "Levanten", "13:00", "60 minuter");
    assertThat(outgoing.decide(new ToOrganisation(Channel.CALL, said)))
        .isEqualTo(ToOrganisation.Verdict.MAY);
    assertThat(outgoing.decide(new ToOrganisation(Channel.CALL, List.of("23456789"))))
        .as("our code may be of digits alone")
        .isEqualTo(ToOrganisation.Verdict.MAY);
    for (Channel channel : EnumSet.complementOf(EnumSet.of(Channel.CALL))) {
      assertThat(outgoing.decide(new ToOrganisation(channel, said)))
          .as(channel.name())
          .isEqualTo(ToOrganisation.Verdict.NO_WAY);
    }
    for (String line :
        List.of(
            "19121212-1212",
            "121212 1212",
            "070-174 06 05",
            "+46 70 174 06 05",
            "amina@example.org",
            "Det gäller våld i nära relation",
            "Nexus resurscentrum")) {
      assertThat(outgoing.decide(new ToOrganisation(Channel.CALL, List.of("Arabiska", line))))
          .as(line)
          .isEqualTo(ToOrganisation.Verdict.TELLS);
    }
  }

  private static List<SafeContact.Agreed> rules(Hours hours) {
    List<Telephone> telephones = new ArrayList<>(List.of(new Telephone.Never()));
    for (boolean askFirst : new boolean[] {false, true}) {
      for (Answer text : Answer.values()) {
        for (boolean voicemail : new boolean[] {false, true}) {
          telephones.add(new Telephone.May(askFirst, text, voicemail));
        }
      }
    }
    List<SafeContact.Agreed> rules = new ArrayList<>();
    for (Telephone telephone : telephones) {
      for (Answer email : Answer.values()) {
        for (Answer letter : Answer.values()) {
          for (Sender sender : Sender.values()) {
            rules.add(new SafeContact.Agreed(telephone, email, letter, hours, sender, SAID));
          }
        }
      }
    }
    return rules;
  }

  private record Tried(OutgoingStep step, boolean tells) {}

  private static final Confidential WORDS = Confidential.of("Hej, ring när det passar.");
  private static final List<Tried> STEPS =
      List.of(
          new Tried(new OutgoingStep.Call(false), false),
          new Tried(new OutgoingStep.Call(true), false),
          new Tried(new OutgoingStep.TextMessage("Bokning", WORDS), false),
          new Tried(new OutgoingStep.TextMessage("Nexus", WORDS), true),
          new Tried(
              new OutgoingStep.TextMessage("Info", Confidential.of("Hej från SOCIALTJÄNSTEN")),
              true),
          new Tried(new OutgoingStep.Email("Bokning", Confidential.of("Din tid"), WORDS), false),
          new Tried(
              new OutgoingStep.Email("Bokning", Confidential.of("Stöd vid våld"), WORDS), true),
          new Tried(new OutgoingStep.Letter("Box 12"), false),
          new Tried(new OutgoingStep.Letter("Kvinnojouren, Box 12"), true),
          new Tried(new OutgoingStep.InThread(), false));

  /// Every half hour of an ordinary Monday and of both nights in which the clock jumps.
  private static List<Instant> moments() {
    List<Instant> moments = new ArrayList<>();
    for (String day : List.of("2026-03-09", "2026-03-29", "2026-10-25", "2026-04-05")) {
      Instant begins = LocalDate.parse(day).atStartOfDay(Hours.HERE).toInstant();
      for (int half = 0; half < 26 * 2; half++) {
        moments.add(begins.plus(Duration.ofMinutes(30L * half)));
      }
    }
    return moments;
  }

  private static Answer of(SafeContact.Agreed rule, Channel channel) {
    if (channel == Channel.EMAIL) {
      return rule.email();
    }
    if (channel == Channel.LETTER) {
      return rule.letter();
    }
    if (rule.telephone() instanceof Telephone.May may) {
      return channel == Channel.TEXT_MESSAGE
          ? may.textMessages()
          : may.askFirst() ? Answer.ASK_FIRST : Answer.MAY;
    }
    return Answer.NEVER;
  }

  @Test
  void no_step_goes_out_that_her_rule_does_not_allow_whatever_the_rule_the_step_and_the_moment() {
    int allowed = 0;
    int refused = 0;
    for (Said said : HOURS) {
      for (SafeContact.Agreed rule : rules(said.hours())) {
        for (Tried tried : STEPS) {
          for (Instant moment : moments()) {
            if (outgoing.decide(rule, tried.step(), moment) instanceof Decision.Allowed) {
              allowed++;
              if (!mayGo(said, rule, tried, moment)) {
                fail("%s by %s at %s".formatted(rule, tried, moment));
              }
            } else {
              refused++;
            }
          }
        }
      }
    }
    assertThat(allowed).isGreaterThan(100_000);
    assertThat(refused).isGreaterThan(allowed);
  }

  private static boolean mayGo(Said said, SafeContact.Agreed rule, Tried tried, Instant moment) {
    Channel channel = tried.step().channel();
    if (channel == Channel.THREAD) {
      return true;
    }
    ZonedDateTime wall = moment.atZone(Hours.HERE);
    boolean answeringMachine = tried.step().equals(new OutgoingStep.Call(true));
    return of(rule, channel) == Answer.MAY
        && (channel == Channel.LETTER || said.shows(wall))
        && (!tried.tells() || rule.sender() == Sender.NAMED)
        && (!answeringMachine || (rule.telephone() instanceof Telephone.May may && may.voicemail()))
        && !wall.toLocalDate().isAfter(SAID.plusDays(90));
  }

  @Test
  void when_nobody_has_asked_her_nothing_goes_out() {
    for (Tried tried : STEPS) {
      for (Instant moment : moments()) {
        Decision decision = outgoing.decide(new SafeContact.Unasked(), tried.step(), moment);
        if (tried.step().channel() == Channel.THREAD) {
          assertThat(decision).isInstanceOf(Decision.Allowed.class);
        } else {
          assertThat(decision).isEqualTo(new Decision.Refused(Decision.Why.NOT_ASKED, null));
        }
      }
    }
  }

  @Test
  @DisplayName("E-T09 never call: no call, no text message and nothing on voicemail")
  void never_call_means_no_call_no_text_message_and_nothing_on_voicemail() {
    Instant now = Instant.parse("2026-03-09T12:00:00Z");
    for (SafeContact.Agreed rule : rules(new Hours.Any())) {
      if (rule.telephone() instanceof Telephone.Never) {
        for (Tried tried : STEPS) {
          Channel channel = tried.step().channel();
          if (channel == Channel.CALL || channel == Channel.TEXT_MESSAGE) {
            assertThat(outgoing.decide(rule, tried.step(), now))
                .isEqualTo(new Decision.Refused(Decision.Why.NEVER, null));
          }
        }
      }
    }
    TypedForm typed =
        TypedForm.empty().with("call", "never").with("text", "may").with("voicemail", "1");
    assertThat(read(typed))
        .isInstanceOfSatisfying(
            ReachForm.Read.Unfit.class,
            unfit -> assertThat(unfit.wrong()).containsOnlyKeys("text", "voicemail"));
  }

  @Test
  void the_hour_that_the_clock_skips_does_not_come_and_the_one_that_comes_twice_counts_twice() {
    Hours night =
        new Hours.Within(Set.of(DayOfWeek.SUNDAY), LocalTime.of(2, 0), LocalTime.of(3, 0));
    Instant march = Instant.parse("2026-03-29T00:59:00Z");
    assertThat(night.contain(march)).isFalse();
    assertThat(night.contain(march.plusSeconds(60))).isFalse();
    assertThat(night.next(march))
        .contains(ZonedDateTime.parse("2026-04-05T02:00+02:00[Europe/Stockholm]"));
    Instant october = Instant.parse("2026-10-25T00:30:00Z");
    assertThat(night.contain(october)).isTrue();
    assertThat(night.contain(october.plusSeconds(3600))).isTrue();
    assertThat(night.contain(october.plusSeconds(5400))).isFalse();
  }

  @Test
  void the_next_time_that_is_told_is_one_at_which_it_may_be_done() {
    for (Said said : HOURS) {
      for (Instant moment : moments()) {
        ZonedDateTime next = said.hours().next(moment).orElseThrow();
        assertThat(said.shows(next)).as("%s after %s", said, moment).isTrue();
        assertThat(next.toInstant()).isAfterOrEqualTo(moment);
      }
    }
  }

  @Test
  void a_call_that_she_wished_once_is_made_in_its_time_and_not_before_or_after() {
    Instant from = Instant.parse("2026-03-09T12:00:00Z");
    Hours once = new Hours.Once(from, from.plus(Duration.ofHours(3)));
    SafeContact rule =
        new SafeContact.Agreed(
            new Telephone.May(false, Answer.NEVER, false),
            Answer.NEVER,
            Answer.NEVER,
            once,
            Sender.NEUTRAL,
            SAID);
    OutgoingStep call = new OutgoingStep.Call(false);
    assertThat(outgoing.decide(rule, call, from.minusSeconds(1)))
        .isEqualTo(new Decision.Refused(Decision.Why.NOT_NOW, from.atZone(Hours.HERE)));
    assertThat(outgoing.decide(rule, call, from)).isInstanceOf(Decision.Allowed.class);
    assertThat(outgoing.decide(rule, call, from.plus(Duration.ofHours(3)).minusSeconds(1)))
        .isInstanceOf(Decision.Allowed.class);
    assertThat(outgoing.decide(rule, call, from.plus(Duration.ofHours(3))))
        .isEqualTo(new Decision.Refused(Decision.Why.NOT_NOW, null));
  }

  @Test
  void what_she_said_ninety_days_ago_holds_and_the_day_after_she_is_asked_again() {
    SafeContact rule =
        new SafeContact.Agreed(
            new Telephone.May(false, Answer.NEVER, false),
            Answer.NEVER,
            Answer.NEVER,
            new Hours.Any(),
            Sender.NEUTRAL,
            SAID);
    OutgoingStep call = new OutgoingStep.Call(false);
    Instant ninetieth = SAID.plusDays(90).atTime(23, 59).atZone(Hours.HERE).toInstant();
    assertThat(outgoing.decide(rule, call, ninetieth.minus(Duration.ofDays(1))))
        .isInstanceOf(Decision.Allowed.class);
    assertThat(outgoing.decide(rule, call, ninetieth)).isInstanceOf(Decision.Allowed.class);
    assertThat(outgoing.decide(rule, call, ninetieth.plusSeconds(60)))
        .isEqualTo(new Decision.AskFirst(Decision.Ask.LONG_AGO));
  }

  @Test
  @DisplayName("E-T10 no sender and no text names us, in any language, unless she has allowed it")
  void no_sender_and_no_text_names_us_unless_she_has_allowed_it() {
    for (SafeContact.Agreed rule : rules(new Hours.Any())) {
      if (rule.telephone() instanceof Telephone.May may && may.textMessages() == Answer.MAY) {
        for (String telling :
            List.of(
                "Nexus",
                "nexus",
                "Socialtjänst",
                "SOCIALTJÄNSTEN",
                "N\u200bexus",
                "Ｎｅｘｕｓ",
                "عنف")) {
          Decision decision =
              outgoing.decide(
                  rule,
                  new OutgoingStep.TextMessage(telling, WORDS),
                  Instant.parse("2026-03-09T12:00:00Z"));
          if (rule.sender() == Sender.NAMED) {
            assertThat(decision).isInstanceOf(Decision.Allowed.class);
          } else {
            assertThat(decision)
                .as(telling)
                .isEqualTo(new Decision.Refused(Decision.Why.TELLS_WHO_WE_ARE, null));
          }
        }
      }
    }
  }

  @Test
  void what_we_say_to_whoever_answers_names_us_in_no_language() {
    TextCatalogue catalogue = TextCatalogue.ofClassPath();
    int read = 0;
    for (Language language : Language.values()) {
      Texts texts = catalogue.in(language);
      for (String key : texts.keysOfRooms("say.neutral")) {
        read++;
        assertThat(TELLTALE.in(texts.t(key))).as(language.code() + " " + key).isEmpty();
      }
    }
    assertThat(read).isGreaterThanOrEqualTo(4);
    assertThat(TELLTALE.size()).isGreaterThan(50);
  }

  @Test
  @DisplayName("E-T09 never a letter: whatever stands on the envelope and whoever said yes")
  void never_a_letter_means_no_letter_whatever_stands_on_it() {
    Instant now = Instant.parse("2026-03-09T12:00:00Z");
    for (SafeContact.Agreed rule : rules(new Hours.Any())) {
      OutgoingStep.Letter letter = LetterTask.step(rule, "Nexus resurscentrum");
      Decision decision = outgoing.decide(rule, letter, now, now);
      if (rule.letter() == Answer.NEVER) {
        assertThat(decision).isEqualTo(new Decision.Refused(Decision.Why.NEVER, null));
      } else {
        assertThat(decision).isInstanceOf(Decision.Allowed.class);
        // E-T10: our name only where she has allowed it
        assertThat(letter.envelope().isEmpty()).isEqualTo(rule.sender() == Sender.NEUTRAL);
      }
    }
    assertThat(LetterTask.step(new SafeContact.Unasked(), "Nexus").envelope()).isEmpty();
  }

  @Test
  void an_address_comes_out_only_with_a_decision_for_a_letter_that_still_holds() {
    LetterTask letters = new LetterTask();
    Confidential address = Confidential.of("Prästgatan 4");
    Instant now = Instant.parse("2026-03-09T12:00:00Z");
    Decision.Allowed letter = new Decision.Allowed(new OutgoingStep.Letter(""), now);
    assertThat(letters.address(letter, address, now).reveal()).isEqualTo("Prästgatan 4");
    Instant late = now.plus(Duration.ofMinutes(15));
    Decision.Allowed call = new Decision.Allowed(new OutgoingStep.Call(false), now);
    assertThatThrownBy(() -> letters.address(letter, address, late))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> letters.address(call, address, now))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> letters.paper(call, address, address, LocalDate.of(2026, 3, 9), address, now))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_number_comes_out_only_with_a_decision_for_a_call_that_still_holds() {
    Reach reach = Reach.nothing().withNumber(Confidential.of("+46701740605"));
    CallTask calls = new CallTask();
    Instant now = Instant.parse("2026-03-09T12:00:00Z");
    Decision.Allowed call = new Decision.Allowed(new OutgoingStep.Call(false), now);
    assertThat(calls.number(call, reach, now).reveal()).isEqualTo("+46701740605");
    assertThatThrownBy(() -> calls.number(call, reach, now.plus(Duration.ofMinutes(15))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() ->
            calls.number(new Decision.Allowed(new OutgoingStep.Letter("Box 12"), now), reach, now))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_was_agreed_is_read_as_it_was_sealed_and_prints_nothing() {
    TypedForm typed =
        TypedForm.empty()
            .with("number", "070-174 06 05")
            .with("call", "may")
            .with("text", "ask_first")
            .with("voicemail", "1")
            .with("days", "FRIDAY,MONDAY")
            .with("from", "13:00")
            .with("until", "15.30")
            .with("note", "Ring = bara & efter skolan")
            .with("hers", "Blå cykel")
            .with("ours", "gröna skor")
            .with("alone", "hur är det med mamma");
    Reach reach = ((ReachForm.Read.Fit) read(typed)).reach();
    Reach again = Reach.read(reach.sealable());
    assertThat(again).isEqualTo(reach);
    assertThat(again.rule())
        .isEqualTo(
            new SafeContact.Agreed(
                new Telephone.May(false, Answer.ASK_FIRST, true),
                Answer.NEVER,
                Answer.NEVER,
                new Hours.Within(
                    Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(13, 0),
                    LocalTime.of(15, 30)),
                Sender.NEUTRAL,
                SAID));
    assertThat(again.note().reveal()).isEqualTo("Ring = bara & efter skolan");
    assertThat(again.hers()).isEqualTo("kept");
    assertThat(again).hasToString("[reach]");
    assertThat(ReachForm.begun(again).value("number")).isEmpty();
    assertThat(ReachForm.begun(again).value("hers")).isEmpty();
  }

  @Test
  void each_answer_that_cannot_be_read_has_its_sentence_beside_its_field() {
    TypedForm typed =
        TypedForm.empty()
            .with("number", "ring mig")
            .with("from", "15:00")
            .with("until", "13:00")
            .with("note", "å".repeat(501))
            .with("ours", "samma")
            .with("hers", "Samma");
    assertThat(read(typed))
        .isInstanceOfSatisfying(
            ReachForm.Read.Unfit.class,
            unfit ->
                assertThat(unfit.wrong())
                    .containsOnlyKeys("call", "number", "days", "until", "note", "ours"));
  }

  private static ReachForm.Read read(TypedForm typed) {
    return ReachForm.read(typed, Reach.nothing(), SAID, word -> Optional.of("kept"));
  }
}
