package se.fristad.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fristad.assessment.Instrument.Item;
import se.fristad.assessment.Instrument.Kind;
import se.fristad.assessment.Instrument.Read;

/// What is read as an instrument, what is refused, and the one that is shipped.
class DefinitionTest {
  private static final String LICENCE =
      "\"licence\": {\"holder\": \"Test\", \"text\": \"CC0-1.0\", \"redistributable\": true},";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"licence\": null,",
        "\"licence\": \"EUPL\",",
        "\"licence\": {},",
        "\"licence\": {\"holder\": \" \", \"text\": \"CC0-1.0\", \"redistributable\": true},",
        "\"licence\": {\"holder\": \"Test\", \"text\": \"\", \"redistributable\": true},",
        "\"licence\": {\"holder\": \"Test\", \"text\": \"CC0-1.0\"},",
        "\"licence\": {\"holder\": \"Test\", \"text\": \"CC0-1.0\", \"redistributable\": \"yes\"},"
      })
  @DisplayName("C-T01 a definition without a licence is refused")
  void a_definition_without_a_whole_licence_is_refused(String licence) {
    assertThat(Definitions.BANDS).contains(LICENCE);
    assertThat(Instrument.read(Definitions.BANDS.replace(LICENCE, licence)))
        .isEqualTo(new Read.Refused(List.of("assessment.refused.licence")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{'                                    | '{{'                                  | json",
        "'\"test.bands\"'                       | '\"Test bands\"'                      | name",
        "'\"version\": \"1.0\"'                 | '\"version\": \"\"'                   | name",
        "'\"SUM\"'                              | '\"SPJ\"'                             | method",
        "'\"id\": \"q2\"'                       | '\"id\": \"q1\"'                      | items",
        "'\"weight\": {\"yes\": 1}'             | '\"weight\": {\"ja\": 1}'             | items",
        "'\"weight\": {\"yes\": 1}'             | '\"weight\": {\"yes\": -1}'           | items",
        "'\"critical\": \"yes\"'                | '\"critical\": \"ja\"'                | items",
        "'\"type\": \"text\"'                   | '\"type\": \"script\"'                | items",
        "'\"least\": 0, \"most\": 10'           | '\"least\": 10, \"most\": 10'         | items",
        "'\"ownEstimate\": \"q6\"'              | '\"ownEstimate\": \"q5\"'             | items",
        "'{\"max\": 9,'                         | '{\"max\": 4,'                        | bands",
        "'{\"max\": null,'                      | '{\"max\": 20,'                       | bands",
        "'\"level\": \"medium\"'                | '\"level\": \"severe\"'               | bands",
        "'{\"if\": \"critical\", \"level\": \"high\"},' | ''                            | overrides",
        "'\"if\": \"critical\", \"level\": \"high\"' | '\"if\": \"critical\", \"level\": \"low\"' | overrides",
        "'\"if\": \"judgement\"'                | '\"if\": \"weather\"'                 | overrides",
        "'\"validDays\": 30'                    | '\"validDays\": 0'                    | valid",
        "'\"q5\": \"5\"'                        | '\"q5\": \"\"'                        | texts",
        "'\"option.much\": \"Much\",'           | ''                                    | texts",
        "'\"reassess.threat\": \"a threat\",'   | ''                                    | texts"
      })
  void a_definition_that_cannot_be_trusted_is_refused_with_its_reason(
      String what, String instead, String reason) {
    assertThat(Definitions.BANDS).contains(what);
    Read read = Instrument.read(Definitions.BANDS.replace(what, instead == null ? "" : instead));
    assertThat(read).isInstanceOf(Read.Refused.class);
    assertThat(((Read.Refused) read).reasons()).contains("assessment.refused." + reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "3", "\"EUPL\"", "{}", "[[[[[[[[[["})
  void what_is_no_definition_at_all_is_refused_and_breaks_nothing(String json) {
    assertThat(Instrument.read(json)).isInstanceOf(Read.Refused.class);
  }

  @Test
  void nothing_is_shipped_that_may_not_be_passed_on() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/assessment"))) {
      List<Path> shipped = files.toList();
      assertThat(shipped).isNotEmpty();
      for (Path file : shipped) {
        Instrument instrument = Definitions.of(Files.readString(file));
        assertThat(instrument.licence().redistributable()).as(file.toString()).isTrue();
        assertThat(instrument.licence().holder()).isEqualTo("Fristad");
        assertThat(instrument.id()).startsWith("own.");
      }
    }
  }

  /// domain.md C4: what the first assessment asks for.
  @Test
  void the_first_assessment_asks_what_it_has_to_in_both_languages() {
    Instrument own = Instrument.initialRisk();
    assertThat(own.id()).isEqualTo("own.initial-risk");
    assertThat(own.languages()).containsExactlyInAnyOrder("sv", "en");
    List<Item> items = own.sections().stream().flatMap(part -> part.items().stream()).toList();
    assertThat(items)
        .extracting(Item::id)
        .containsExactly(
            "danger_now",
            "where",
            "safe_to_talk",
            "protection",
            "weapon",
            "strangulation",
            "threat_to_kill",
            "escalating",
            "surveillance",
            "separation",
            "pregnant",
            "children_present",
            "collective",
            "journey",
            "suicide",
            "estimate",
            "next_contact");
    assertThat(items)
        .filteredOn(item -> item.kind() == Kind.CHOICE)
        .allMatch(item -> item.options().equals(List.of("yes", "no", "unknown", "not_asked")));
    for (String language : own.languages()) {
      assertThat(own.text(language, "note")).as(language).isPresent();
      items.forEach(item -> {
        assertThat(own.text(language, item.id())).as(item.id()).isPresent();
        item.options()
            .forEach(option ->
                assertThat(own.optionText(language, item, option)).as(option).isPresent());
      });
      own.reassessOn().forEach(event -> assertThat(own.text(language, event)).isPresent());
    }
    assertThat(own.text("sv", "title")).hasValue("Initial riskbedömning");
    assertThat(own.validDays()).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"danger_now", "strangulation", "threat_to_kill"})
  void danger_a_grip_round_the_neck_and_a_threat_to_kill_are_each_high_by_themselves(
      String critical) {
    Instrument own = Instrument.initialRisk();
    Map<String, String> answers = calm(own);
    Result calm = own.result(new Answers(answers), LocalDate.of(2026, 11, 21));
    assertThat(calm.level()).isEqualTo(Level.LOW);
    assertThat(calm.unknowns()).isZero();
    assertThat(calm.sum()).hasValue(0);
    answers.put(critical, "yes");
    Result high = own.result(new Answers(answers), LocalDate.of(2026, 11, 21));
    assertThat(high.level()).isEqualTo(Level.HIGH);
    assertThat(own.proposal(high)).hasValue("proposal.protection_today");
    assertThat(own.proposal(calm)).isEmpty();
  }

  @Test
  void that_it_is_not_safe_to_talk_weighs_and_that_it_is_does_not() {
    Instrument own = Instrument.initialRisk();
    Map<String, String> answers = calm(own);
    answers.put("safe_to_talk", "no");
    assertThat(own.result(new Answers(answers), LocalDate.of(2026, 11, 21)).sum()).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "not_asked"})
  void what_was_not_asked_is_as_unknown_as_what_is_not_known(String answer) {
    Instrument own = Instrument.initialRisk();
    Map<String, String> answers = calm(own);
    answers.put("weapon", answer);
    answers.put("strangulation", answer);
    Result result = own.result(new Answers(answers), LocalDate.of(2026, 11, 21));
    assertThat(result.unknowns()).isEqualTo(2);
    assertThat(result.level()).isEqualTo(Level.LOW);
    assertThat(result.upTo()).isEqualTo(Level.HIGH);
  }

  private static Map<String, String> calm(Instrument own) {
    Map<String, String> answers = new HashMap<>();
    own.sections()
        .forEach(part ->
            part.items().stream()
                .filter(item -> item.kind() == Kind.CHOICE)
                .forEach(item -> answers.put(item.id(), "no")));
    answers.put("safe_to_talk", "yes");
    return answers;
  }
}
