package se.fristad.casework;

import java.util.Locale;

/// What a step of the road demands. Each is one named object with its paragraph and one test of the
/// same name; every refusal names one.
public enum CaseRule {
  /// Nobody has a file against her will: a consent that has not ended and is not withdrawn
  /// (A-INV-02).
  CONSENT_STANDS("14 kap. 6 § SoL"),

  /// Under 18 it is a child's file, never an adult's investigation.
  CHILD_HAS_A_FILE_OF_ITS_OWN("3 kap. 1 § SoL"),

  /// A personal number has the right check digit.
  PERSONAL_NUMBER_IS_ONE("18 § folkbokföringslagen");

  private final String paragraph;

  CaseRule(String paragraph) {
    this.paragraph = paragraph;
  }

  /// The paragraph, as it is cited in Sweden.
  public String paragraph() {
    return paragraph;
  }

  /// The key of its name; its sentence and its reason stand under it.
  public String textKey() {
    return "casework.rule." + name().toLowerCase(Locale.ROOT);
  }

  /// A refusal beside a field.
  ///
  /// @param which which of the rule's sentences: empty, or begins with a dot
  Refusal refusal(String field, String which) {
    return new Refusal(this, field, textKey() + ".sentence" + which);
  }

  Refusal refusal(String field) {
    return refusal(field, "");
  }
}
