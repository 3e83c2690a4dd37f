package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;

/// Every rule has a name, is asked somewhere, and each of its refusals has a sentence; so has every
/// kind of task.
class CaseRuleTest {
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:CaseRule\\s*\\.\\s*)?([A-Z_]{6,})\\s*\\.refusal\\(([^;{}]*?)\\)", Pattern.DOTALL);
  private static final Pattern WHICH = Pattern.compile("\"(\\.[a-z_]+)\"");
  private static final Pattern UNREADABLE = Pattern.compile("\"(casework\\.wrong\\.[a-z_]+)\"");
  private final Texts texts = TextCatalogue.ofClassPath().in(Locale.of("sv"));

  @Test
  void every_rule_is_asked_and_every_refusal_has_a_sentence() throws IOException {
    Set<String> asked = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    String source = source();
    Matcher refusal = REFUSAL.matcher(source);
    while (refusal.find()) {
      CaseRule rule = CaseRule.valueOf(refusal.group(1));
      asked.add(rule.name());
      Matcher which = WHICH.matcher(refusal.group(2));
      String sentence = rule.textKey() + ".sentence" + (which.find() ? which.group(1) : "");
      boolean made = refusal.group(2).contains(" + ");
      if (!made && !texts.has(sentence)) {
        missing.add(sentence);
      }
    }
    Matcher unreadable = UNREADABLE.matcher(source);
    while (unreadable.find()) {
      if (!texts.has(unreadable.group(1))) {
        missing.add(unreadable.group(1));
      }
    }
    assertThat(missing).isEmpty();
    for (CaseRule rule : CaseRule.values()) {
      assertThat(asked).contains(rule.name());
      assertThat(texts.has(rule.textKey())).as(rule.textKey()).isTrue();
    }
    for (TaskKind kind : TaskKind.values()) {
      assertThat(texts.has(kind.textKey())).as(kind.textKey()).isTrue();
      if (kind.duty()) {
        assertThat(texts.has(CaseRule.NOTHING_LEFT_TO_DO.textKey() + ".sentence." + kind.code()))
            .as(kind.code())
            .isTrue();
      }
    }
    for (String lacking : new String[] {"level", "reason", "second_person"}) {
      assertThat(texts.has(CaseRule.RISK_IS_JUDGED.textKey() + ".sentence." + lacking))
          .as(lacking)
          .isTrue();
    }
  }

  @Test
  void the_scan_finds_refusals() throws IOException {
    Matcher refusal = REFUSAL.matcher(source());
    int found = 0;
    while (refusal.find()) {
      found++;
    }
    assertThat(found).isGreaterThan(40);
    assertThat(CaseRule.CONSENT_STANDS.textKey())
        .isEqualTo("casework.rule." + CaseRule.CONSENT_STANDS.name().toLowerCase(Locale.ROOT));
  }

  private static String source() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(Path.of("src/main/java/se/fristad/casework"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
