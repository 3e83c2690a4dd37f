package se.fristad.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the program says that the law demands, and when.
class RulesTest {
  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
  private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

  static List<Rule> rules() {
    return Rules.all();
  }

  @ParameterizedTest
  @CsvSource({
    "adult.utredning, 11 kap. 1 §, 14 kap. 2 §",
    "ground.support, 4 kap. 1 §, 11 kap. 1 §",
    "ground.crime-victim, 5 kap. 11 §, 13 kap. 1 §",
    "ground.child-victim, 5 kap. 11 §, 18 kap. 7 §",
    "ground.economic, 4 kap. 1 §, 12 kap. 1 §",
    "child.anmalan, 14 kap. 1 §, 19 kap. 1 §",
    "child.skyddsbedomning, 11 kap. 1 a §, 20 kap. 1 §",
    "child.forhandsbedomning, 11 kap. 1 a §, 20 kap. 2 §",
    "child.utredning, 11 kap. 2 §, 20 kap. 3 §",
    "gallring.akt, 12 kap. 1 §, 16 kap. 1 §",
    "appeal.possible, 16 kap. 3 §, 35 kap. 1 §"
  })
  void thirty_june_and_first_july_2025_cite_different_acts(String key, String old, String now) {
    Rule rule = Rules.of(key).orElseThrow();
    assertThat(rule.citedOn(LAST)).isEqualTo(old + " SoL (2001:453)");
    assertThat(rule.citedOn(FIRST)).isEqualTo(now + " SoL (2025:400)");
    assertThat(rule.on(LAST)).isPresent();
    assertThat(rule.on(FIRST)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void no_rule_cites_the_repealed_act_after_its_last_day_nor_the_standing_one_before_its_first(
      Rule rule) {
    assertThat(rule.on(FIRST).map(Provision::act)).isNotEqualTo(Optional.of(Act.SOL_2001));
    assertThat(rule.on(LAST).map(Provision::act)).isNotEqualTo(Optional.of(Act.SOL));
    rule.versions()
        .forEach(version -> {
          assertThat(version.provision().act().inForce(version.from())).isTrue();
          assertThat(version.to() == null || version.provision().act().inForce(version.to()))
              .isTrue();
        });
  }

  /// Which date is handed to a rule is its caller's to keep to; that the rule says it is kept here.
  @ParameterizedTest
  @CsvSource({
    // a child's report is the act's of the day it came in, whenever it is decided
    "child.forhandsbedomning, EVENT",
    "child.skyddsbedomning, EVENT",
    "child.utredning, EVENT",
    "appeal, EVENT",
    "support.service, EVENT",
    // a decision of 30 June is the old act's, though it is appealed in July
    "ground.support, DECISION",
    "appeal.possible, DECISION",
    "decision.motive, DECISION",
    "decision.mandate, DECISION",
    // what was closed before 15 January 2026 is not kept until thirty
    "gallring.akt, CASE",
    "gallring.barnutredning, CASE",
    "close.followed-up, CASE"
  })
  void each_rule_says_which_date_decides(String key, DecidingDate decides) {
    assertThat(Rules.of(key).orElseThrow().decides()).isEqualTo(decides);
  }

  @Test
  void support_without_assessment_did_not_exist_before_the_standing_act() {
    assertThat(Rules.SUPPORT_WITHOUT_ASSESSMENT.on(LAST)).isEmpty();
    assertThat(Rules.SUPPORT_WITHOUT_ASSESSMENT.on(FIRST)).isPresent();
    assertThat(Rules.SUPPORT_WITHOUT_ASSESSMENT.citedOn(LAST))
        .isEqualTo("11 kap. 5 § SoL (2025:400)");
  }

  @Test
  void a_decision_can_rest_on_the_grounds_of_its_day() {
    assertThat(Rules.grounds(LAST))
        .isNotEmpty()
        .allMatch(rule -> rule.on(LAST).orElseThrow().act() == Act.SOL_2001);
    assertThat(Rules.grounds(FIRST))
        .isNotEmpty()
        .allMatch(rule -> rule.on(FIRST).orElseThrow().act() == Act.SOL);
    assertThat(Rules.grounds(LocalDate.of(1999, 12, 31))).isEmpty();
  }

  @Test
  void rules_are_told_apart_by_their_keys() {
    assertThat(Rules.all()).extracting(Rule::key).doesNotHaveDuplicates();
    assertThat(Rules.of("child.utredning")).hasValue(Rules.CHILD_INVESTIGATION);
    assertThat(Rules.of("child")).isEmpty();
  }

  @Test
  void every_rule_that_stands_in_the_class_stands_in_the_list() {
    long constants =
        Arrays.stream(Rules.class.getFields())
            .filter(field -> field.getType() == Rule.class)
            .count();
    assertThat(Rules.all()).hasSize(Math.toIntExact(constants));
  }

  @Test
  void a_rule_with_a_gap_or_a_wording_that_outlives_its_act_is_refused() {
    Provision old = new Provision(Act.SOL_2001, 11, "1");
    Provision now = new Provision(Act.SOL, 14, "2");
    assertThatThrownBy(() ->
            new Rule(
                "gap",
                DecidingDate.EVENT,
                List.of(
                    new Rule.Version(old, Act.SOL_2001.from(), LAST.minusDays(1), null, null),
                    new Rule.Version(now, FIRST, null, null, null))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rule.Version(old, Act.SOL_2001.from(), FIRST, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rule.Version(old, Act.SOL_2001.from(), null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rule.Version(now, LAST, null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rule("empty", DecidingDate.EVENT, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_was_not_read_is_marked() {
    assertThat(Arrays.stream(Act.values()).filter(act -> !act.isRead()))
        .containsExactly(Act.SOL_2001, Act.WORK_ENVIRONMENT, Act.VIOLENCE_REGULATION);
    assertThat(Rules.RISK_ASSESSED.citedOn(FIRST)).isEqualTo("HSLF-FS 2022:39");
  }

  @ParameterizedTest
  @CsvSource({
    "SOL_2001, 2001-12-31, 2002-01-01",
    "SOL, 2025-06-30, 2025-07-01",
    "FL, 2018-06-30, 2018-07-01",
    "SHELTER_FOR_CHILDREN, 2024-03-31, 2024-04-01",
    "OSL, 2009-06-29, 2009-06-30"
  })
  void an_act_holds_from_its_first_day(Act act, LocalDate before, LocalDate first) {
    assertThat(act.inForce(before)).isFalse();
    assertThat(act.inForce(first)).isTrue();
    assertThat(act.from()).isEqualTo(first);
  }

  /// A number of days that stands in the code can be changed in one place and forgotten in another.
  @Test
  void times_of_the_law_stand_in_the_rules_and_nowhere_else() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(
                      file -> !file.endsWith("law/Rules.java") && !file.endsWith("law/Limit.java"))
                  .filter(RulesTest::countsByItself))
          .isEmpty();
    }
  }

  private static boolean countsByItself(Path file) {
    try {
      String source = Files.readString(file);
      // the almanac counts from Easter
      boolean law = file.toString().contains("/law/") && !file.endsWith("law/PublicHolidays.java");
      return source.contains("new Limit(")
          || (law
              && source
                  .replaceAll("plusDays\\(1\\)", "")
                  .matches("(?s).*\\bplus(Days|Weeks|Months|Years)\\([0-9].*"))
          // no room of the road adds up weeks, months or years: they come from a rule
          || (file.toString().matches(".*/(casework|intake|shelter|conference)/.*")
              && source.matches("(?s).*\\bplus(Weeks|Months|Years)\\([0-9].*"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void every_rule_act_date_reason_and_unit_has_its_words_and_no_words_are_left_over(String language)
      throws IOException {
    var keys = new TreeSet<String>();
    Rules.all()
        .forEach(rule -> {
          keys.add(rule.textKey());
          keys.add(rule.sentenceKey());
        });
    Arrays.stream(Act.values()).map(Act::sourceKey).forEach(keys::add);
    Arrays.stream(DecidingDate.values()).map(DecidingDate::textKey).forEach(keys::add);
    Arrays.stream(Reasons.values()).map(Reasons::textKey).forEach(keys::add);
    keys.add(Limit.AT_ONCE.textKey());
    Arrays.stream(Limit.Unit.values()).map(unit -> new Limit(1, unit).textKey()).forEach(keys::add);
    Properties texts = texts(language);
    assertThat(new TreeSet<>(texts.stringPropertyNames())).isEqualTo(keys);
    assertThat(
            Rules.all().stream()
                .map(rule -> texts.getProperty(rule.sentenceKey()))
                .collect(Collectors.toList()))
        .allMatch(sentence -> sentence.endsWith("."));
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    try (var reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/messages/law_" + language + ".properties"))) {
      texts.load(reader);
    }
    return texts;
  }
}
