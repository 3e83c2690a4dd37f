package se.fristad.intake;

import java.time.LocalDate;
import java.util.Locale;
import se.fristad.law.Rule;
import se.fristad.law.Rules;

/// What must be true of a series of support without individual assessment. Each is one named object
/// with its paragraph and one test of the same name.
enum ServiceRule {
  /// It is given only while the board has decided that it is given without assessment.
  BOARD_HAS_DECIDED(Rules.SUPPORT_WITHOUT_ASSESSMENT),
  /// Without a name only while the board has decided that, for particular reasons; else it is
  /// advice, which needs no series, or she says who she is.
  ANONYMOUS_BY_DECISION(Rules.ANONYMOUS_SUPPORT),
  /// It is not ended before she knows that she may apply for assessed support.
  TOLD_BEFORE_CLOSING(Rules.TOLD_OF_ASSESSED_SUPPORT);

  private final Rule law;

  ServiceRule(Rule law) {
    this.law = law;
  }

  /// The paragraph as it is cited on a day.
  String paragraph(LocalDate day) {
    return law.citedOn(day);
  }

  /// The key of its name; its sentence and its reason stand under it.
  String textKey() {
    return "intake.service.rule." + name().toLowerCase(Locale.ROOT);
  }
}
