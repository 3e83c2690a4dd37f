package se.fristad.statistics;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import se.fristad.casework.facts.AgeBand;
import se.fristad.casework.facts.ChildCase;
import se.fristad.casework.facts.DecisionOutcome;
import se.fristad.casework.facts.NeedMet;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.RiskLevel;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.contact.facts.Channel;

/// By what a measure is divided, with every value there is: a value with nobody in it is a cell as
/// well.
///
/// The finer a division, the more rarely it is told: long lists stand in the year's release alone.
/// Told each quarter, a value that is small in one quarter would have to be hidden for the whole
/// year too.
enum Dimension {
  /// How somebody turned to us.
  CHANNEL(Told.EACH_QUARTER, codes(Channel.values(), Channel::code)),
  /// In which language.
  LANGUAGE(Told.EACH_YEAR, List.of("sv", "en", "other", "unknown")),
  /// How long she waited for the first answer.
  WAIT(Told.EACH_QUARTER, List.of("to_5m", "to_15m", "to_60m", "to_4h", "to_24h", "longer")),
  /// How an intake ended.
  OUTCOME(
      Told.EACH_QUARTER,
      List.of(
          "opens",
          "information_only",
          "declined",
          "no_contact",
          "passed_municipality",
          "passed_authority",
          "passed_emergency")),
  /// Who led the person here.
  SOURCE(
      Told.EACH_YEAR,
      List.of(
          "self",
          "relative",
          "police",
          "social_services",
          "school",
          "health_care",
          "civil_society",
          "migration_agency",
          "employer",
          "other_municipality",
          "support_line",
          "child_health_care",
          "interpreter",
          "faith_community",
          "unknown")),
  /// Age.
  AGE(Told.EACH_QUARTER, codes(AgeBand.values(), AgeBand::code)),
  /// Kinds of violence; several of one person.
  KIND(Told.EACH_YEAR, codes(ViolenceKind.values(), ViolenceKind::code)),
  /// Who used it; several of one person.
  RELATION(Told.EACH_YEAR, codes(Relationship.values(), Relationship::code)),
  /// Level of risk.
  LEVEL(Told.EACH_QUARTER, codes(RiskLevel.values(), RiskLevel::code)),
  /// How a decision ended.
  DECISION(Told.EACH_QUARTER, codes(DecisionOutcome.values(), DecisionOutcome::code)),
  /// Days from intake to decision.
  DAYS(
      Told.EACH_QUARTER,
      List.of("to_7", "to_14", "to_30", "to_60", "to_120", "longer", "no_intake")),
  /// Which support.
  TYPE(
      Told.EACH_YEAR,
      Stream.of(SupportType.values())
          .filter(SupportType::isOutpatient)
          .map(SupportType::code)
          .toList()),
  /// Whether the need was met.
  NEED(Told.EACH_QUARTER, codes(NeedMet.values(), NeedMet::code)),
  /// Whose the child's case is.
  WHERE(Told.EACH_QUARTER, codes(ChildCase.values(), ChildCase::code));

  private enum Told {
    EACH_QUARTER,
    EACH_YEAR
  }

  private final Told told;
  private final List<String> values;

  Dimension(Told told, List<String> values) {
    this.told = told;
    this.values = values;
  }

  /// Every value, in the order of the page.
  List<String> all() {
    return values;
  }

  /// Whether it stands in a quarter's release as well.
  boolean quarterly() {
    return told == Told.EACH_QUARTER;
  }

  /// Whether one person may be counted under several values, so that they add up to more than the
  /// people there are.
  boolean several() {
    return this == KIND || this == RELATION;
  }

  /// Whether its values have an order of their own, as bands and levels have; else the largest
  /// comes first on a page.
  boolean ordered() {
    return switch (this) {
      case WAIT, AGE, LEVEL, DAYS, NEED -> true;
      case CHANNEL, LANGUAGE, OUTCOME, SOURCE, KIND, RELATION, DECISION, TYPE, WHERE -> false;
    };
  }

  /// As it stands in a counter, a file and the keys of the texts.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Dimension of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// The band of a waiting time.
  static String waited(long minutes) {
    return minutes <= 5
        ? "to_5m"
        : minutes <= 15
            ? "to_15m"
            : minutes <= 60
                ? "to_60m"
                : minutes <= 4 * 60 ? "to_4h" : minutes <= 24 * 60 ? "to_24h" : "longer";
  }

  /// The band of a number of days.
  static String afterDays(long days) {
    return days <= 7
        ? "to_7"
        : days <= 14
            ? "to_14"
            : days <= 30 ? "to_30" : days <= 60 ? "to_60" : days <= 120 ? "to_120" : "longer";
  }

  private static <E> List<String> codes(E[] values, Function<E, String> code) {
    return Stream.of(values).map(code).toList();
  }
}
