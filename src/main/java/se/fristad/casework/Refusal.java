package se.fristad.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Why a step cannot be done as it stands.
///
/// @param rule the rule of law or practice; null when something merely cannot be read
/// @param field the field beside which it is said
/// @param key the key of the sentence
/// @param cited the paragraph as it stood on the day that decides, `14 kap. 2 § SoL (2025:400)`;
///   empty without a rule
public record Refusal(@Nullable CaseRule rule, String field, String key, String cited) {
  /// What cannot be read, whatever the law says.
  static Refusal unreadable(String field, String key) {
    return new Refusal(null, field, key, "");
  }

  /// With the paragraph of a day, unless it has one already.
  Refusal citedOn(LocalDate day) {
    return rule == null || !cited.isEmpty()
        ? this
        : new Refusal(rule, field, key, rule.law().citedOn(day));
  }
}
