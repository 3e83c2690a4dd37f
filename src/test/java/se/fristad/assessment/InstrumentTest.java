package se.fristad.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;

/// What an instrument makes of answers.
class InstrumentTest {
  private static final LocalDate MADE = LocalDate.of(2026, 11, 21);

  private final Texts swedish = TextCatalogue.ofClassPath().in(Locale.of("sv"));

  @ParameterizedTest
  @CsvSource({"q2=yes q3=yes, 4, LOW", "q4=most q2=yes, 9, MEDIUM"})
  @DisplayName("C-T03 a level with two unknowns is shown with a warning that says two")
  void two_unknowns_stand_beside_the_level(String answered, int sum, Level level) {
    Instrument instrument = Definitions.of(Definitions.BANDS);
    Map<String, String> answers = all("no");
    answers.putAll(pairs(answered));
    // one is said not to be known, one is left without an answer; neither is critical
    List<String> unknown = answered.contains("q4") ? List.of("q3") : List.of("q4");
    answers.put(unknown.getFirst(), "unknown");
    answers.remove("q1");
    Result result = instrument.result(new Answers(answers), MADE);
    assertThat(result.sum()).hasValue(sum);
    assertThat(result.level()).isEqualTo(level);
    assertThat(result.unknowns()).isEqualTo(2);
    assertThat(warning(result))
        .startsWith("2 frågor är obesvarade eller ”vet ej”. Det räknas aldrig som nej");
  }

  @Test
  @DisplayName("C-T03 an unknown is no \"no\": the level may be higher, and that is said")
  void not_known_never_counts_as_no() {
    Instrument instrument = Definitions.of(Definitions.BANDS);
    Result known = instrument.result(new Answers(all("no")), MADE);
    assertThat(known.unknowns()).isZero();
    assertThat(known.upTo()).isEqualTo(Level.LOW);
    assertThat(known.warningKey()).isEmpty();

    Map<String, String> answers = all("no");
    answers.put("q4", "unknown");
    Result one = instrument.result(new Answers(answers), MADE);
    assertThat(one.level()).isEqualTo(Level.LOW);
    assertThat(one.upTo()).isEqualTo(Level.MEDIUM);
    assertThat(warning(one))
        .isEqualTo(
            "1 fråga är obesvarad eller ”vet ej”. Det räknas aldrig som nej: nivån kan vara upp till"
                + " Medelhög risk.");

    answers.put("q1", "unknown");
    assertThat(instrument.result(new Answers(answers), MADE).upTo()).isEqualTo(Level.HIGH);
    Result nothing = instrument.result(new Answers(Map.of()), MADE);
    assertThat(nothing.unknowns()).isEqualTo(4);
    assertThat(nothing.upTo()).isEqualTo(Level.HIGH);
  }

  @ParameterizedTest
  @CsvSource({
    "q2=yes q3=yes, 4, LOW",
    "q4=much, 5, MEDIUM",
    "q4=most q2=yes, 9, MEDIUM",
    "q4=most q2=yes q3=yes, 10, HIGH"
  })
  @DisplayName("C-T04 4 is low, 5 and 9 are medium, 10 is high")
  void the_bands_end_where_they_say(String answered, int sum, Level level) {
    Map<String, String> answers = all("no");
    answers.putAll(pairs(answered));
    Result result = Definitions.of(Definitions.BANDS).result(new Answers(answers), MADE);
    assertThat(result.sum()).hasValue(sum);
    assertThat(result.level()).isEqualTo(level);
    assertThat(result.band()).isEqualTo(level.code());
  }

  @ParameterizedTest
  @CsvSource({"9, standard, LOW", "10, medium, MEDIUM", "13, medium, MEDIUM", "14, high, HIGH"})
  @DisplayName("C-T05 twenty-four questions: 14 is high, and a samråd is proposed")
  void bands_of_somebody_elses_instrument_keep_their_names(int yes, String band, Level level) {
    Instrument instrument = Definitions.of(Definitions.TWENTY_FOUR);
    Result result = instrument.result(Definitions.yes(yes, 24), MADE);
    assertThat(result.band()).isEqualTo(band);
    assertThat(result.level()).isEqualTo(level);
    assertThat(instrument.proposal(result).flatMap(key -> instrument.text("en", key)))
        .isEqualTo(yes >= 14 ? Optional.of("Call a samråd") : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "7, variable, LOW",
    "8, increased, MEDIUM",
    "13, increased, MEDIUM",
    "14, severe, HIGH",
    "17, severe, HIGH",
    "18, extreme, HIGH"
  })
  @DisplayName("C-T06 four bands: variable, increased, severe, extreme")
  void four_bands_fall_on_three_levels(int yes, String band, Level level) {
    Result result = Definitions.of(Definitions.FOUR_BANDS).result(Definitions.yes(yes, 20), MADE);
    assertThat(result.band()).isEqualTo(band);
    assertThat(result.level()).isEqualTo(level);
  }

  @Test
  @DisplayName("C-T07 a critical yes is high whatever the sum")
  void a_critical_answer_gives_the_highest_level() {
    Map<String, String> answers = all("no");
    answers.put("q1", "yes");
    Result result = Definitions.of(Definitions.BANDS).result(new Answers(answers), MADE);
    assertThat(result.sum()).hasValue(3);
    assertThat(result.level()).isEqualTo(Level.HIGH);
    assertThat(result.critical()).containsExactly("q1");
    assertThat(result.explanationKey()).isEqualTo("assessment.by-critical");
  }

  @Test
  @DisplayName(
      "C-T07 the professional goes up or down with a reason, and down with a second person")
  void a_judgement_needs_a_reason_and_downwards_a_second_person_where_that_is_asked() {
    Instrument two = Definitions.of(Definitions.BANDS);
    Instrument one = Instrument.initialRisk();
    Map<String, String> answers = all("no");
    answers.put("q1", "yes");
    Result high = two.result(new Answers(answers), MADE);
    Result low = two.result(new Answers(all("no")), MADE);
    assertThat(new Judgement(Level.HIGH, "", "").lacking(high, two)).isEmpty();
    assertThat(new Judgement(Level.MEDIUM, "", "").lacking(high, two))
        .containsExactlyInAnyOrder(Judgement.Lacking.REASON, Judgement.Lacking.SECOND_PERSON);
    assertThat(new Judgement(Level.MEDIUM, "Han sitter häktad", "").lacking(high, two))
        .containsExactly(Judgement.Lacking.SECOND_PERSON);
    assertThat(new Judgement(Level.MEDIUM, " ", "Maj").lacking(high, two))
        .containsExactly(Judgement.Lacking.REASON);
    assertThat(new Judgement(Level.MEDIUM, "Han sitter häktad", "Maj").lacking(high, two))
        .isEmpty();
    assertThat(new Judgement(Level.MEDIUM, "Han sitter häktad", "").lacking(high, one)).isEmpty();
    assertThat(new Judgement(Level.HIGH, "", "").lacking(low, two))
        .containsExactly(Judgement.Lacking.REASON);
    assertThat(new Judgement(Level.HIGH, "Hon är räddare än svaren", "").lacking(low, two))
        .isEmpty();
  }

  @Test
  void a_result_holds_thirty_days_and_not_a_day_more() {
    Result result = Definitions.of(Definitions.BANDS).result(new Answers(all("no")), MADE);
    assertThat(result.validUntil()).isEqualTo("2026-12-21");
    assertThat(result.expired(LocalDate.of(2026, 12, 21))).isFalse();
    assertThat(result.expired(LocalDate.of(2026, 12, 22))).isTrue();
    assertThat(result.instrument()).isEqualTo("test.bands");
    assertThat(result.version()).isEqualTo("1.0");
  }

  @Test
  void her_own_estimate_stands_beside_the_result_and_is_never_summed() {
    Instrument instrument = Definitions.of(Definitions.BANDS);
    Map<String, String> answers = all("no");
    assertThat(instrument.ownEstimate(new Answers(answers))).isEmpty();
    answers.put("q6", "10");
    assertThat(instrument.ownEstimate(new Answers(answers))).isEqualTo(OptionalInt.of(10));
    assertThat(instrument.result(new Answers(answers), MADE).sum()).hasValue(0);
  }

  @Test
  void what_is_no_answer_is_named_and_not_taken() {
    Instrument instrument = Definitions.of(Definitions.BANDS);
    Answers wrong =
        new Answers(Map.of("q1", "maybe", "q2", " yes ", "q3", "", "q6", "11", "q9", "yes"));
    assertThat(instrument.unreadable(wrong)).containsExactlyInAnyOrder("q1", "q6", "q9");
    assertThatThrownBy(() -> instrument.result(wrong, MADE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(instrument.unreadable(new Answers(Map.of("q6", "-1")))).containsExactly("q6");
    assertThat(instrument.unreadable(new Answers(Map.of("q7", "Vad som helst")))).isEmpty();
  }

  private String warning(Result result) {
    return swedish.t(
        result.warningKey().orElseThrow(), result.unknowns(), swedish.t(result.upTo().textKey()));
  }

  private static Map<String, String> all(String answer) {
    Map<String, String> answers = new HashMap<>();
    List.of("q1", "q2", "q3", "q5").forEach(item -> answers.put(item, answer));
    answers.put("q4", "none");
    return answers;
  }

  private static Map<String, String> pairs(String answered) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : answered.split(" ")) {
      pairs.put(pair.substring(0, 2), pair.substring(3));
    }
    return pairs;
  }
}
