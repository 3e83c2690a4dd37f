package se.fristad.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.fristad.casework.facts.DecisionOutcome;
import se.fristad.casework.facts.NeedMet;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;

/// The codes of the tables, as their types.
final class Codes {
  private Codes() {}

  static SupportType support(String code) {
    return SupportType.valueOf(code.toUpperCase(Locale.ROOT));
  }

  static ViolenceKind violence(String code) {
    return ViolenceKind.valueOf(code.toUpperCase(Locale.ROOT));
  }

  static Relationship relationship(String code) {
    return Relationship.valueOf(code.toUpperCase(Locale.ROOT));
  }

  static NeedMet needMet(String code) {
    return NeedMet.valueOf(code.toUpperCase(Locale.ROOT));
  }

  static DecisionOutcome outcome(String code) {
    return DecisionOutcome.valueOf(code.toUpperCase(Locale.ROOT));
  }

  static Set<SupportType> supports(List<String> codes) {
    return codes.stream().map(Codes::support).collect(Collectors.toUnmodifiableSet());
  }

  /// In the order of the alphabet, so that equal sets are sealed alike.
  static TreeSet<String> of(Set<SupportType> types) {
    return types.stream().map(SupportType::code).collect(Collectors.toCollection(TreeSet::new));
  }

  static List<String> array(java.sql.Array array) throws java.sql.SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
