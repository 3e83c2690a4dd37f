package se.fristad.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is written from a template, what a template of it may name, and what the law says that it
/// must.
enum DocumentKind {
  /// That something is decided (*beslutsunderrättelse*): the whole decision, why, and how it is
  /// appealed (31–33 §§ FL).
  DECISION_NOTICE(
      List.of(
          "number",
          "name",
          "day",
          "applied_for",
          "outcome",
          "granted",
          "refused",
          "motive",
          "childs_best",
          "ground",
          "correction",
          "decided_by",
          "proposed_by",
          "centre",
          "phone"),
      Set.of("day", "outcome", "granted", "refused", "motive", "ground", "decided_by"),
      CaseRule.NOTICE_SAYS_IT_ALL),

  /// What an investigation came to, in short.
  INVESTIGATION_SUMMARY(
      List.of(
          "number",
          "name",
          "opened",
          "concluded",
          "investigator",
          "kinds",
          "perpetrators",
          "period",
          "words",
          "own_words",
          "needs",
          "risk",
          "centre",
          "phone"),
      Set.of("kinds", "needs", "risk"),
      CaseRule.SUMMARY_SAYS_IT_ALL),

  /// The individual plan (*individuell handlingsplan*), for her to have.
  ACTION_PLAN(
      List.of("number", "name", "made", "made_by", "goals", "view", "review", "centre", "phone"),
      Set.of("goals", "review"),
      CaseRule.PLAN_SAYS_WHO_WHAT_WHEN);

  private final List<String> names;
  private final Set<String> needed;
  private final CaseRule rule;

  DocumentKind(List<String> names, Set<String> needed, CaseRule rule) {
    this.names = names;
    this.needed = needed;
    this.rule = rule;
  }

  /// What a template may name, in the order in which it is told.
  List<String> names() {
    return names;
  }

  /// What it must.
  Set<String> needed() {
    return needed;
  }

  /// A template of it that does not name all that it must is refused.
  Refusal lacks(String names) {
    Refusal refusal = rule.refusal("words", ".template");
    return new Refusal(rule, refusal.field(), refusal.key(), refusal.cited(), List.of(names));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String textKey() {
    return "casework.document." + code();
  }

  static Optional<DocumentKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /// The template that comes with the program.
  String shipped() {
    try (InputStream file =
        DocumentKind.class.getResourceAsStream("/documents/" + code() + ".md")) {
      if (file == null) {
        throw new IllegalStateException("missing from the program: a template");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
