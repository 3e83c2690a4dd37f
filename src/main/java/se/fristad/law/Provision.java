package se.fristad.law;

import java.util.Locale;
import java.util.regex.Pattern;

/// One paragraph of an act (*lagrum*). It prints as it is cited in Swedish, which is how it is
/// cited in every language: `19 kap. 1 § SoL (2025:400)`.
///
/// @param paragraph number, with a letter where the act has put one between: `18 a`
public record Provision(Act act, int chapter, String paragraph) {
  private static final Pattern PARAGRAPH = Pattern.compile("[1-9][0-9]*( [a-z])?");

  /// Checks that it could be a paragraph; whether it exists is for whoever writes it down.
  public Provision {
    if (chapter < 1 || !PARAGRAPH.matcher(paragraph).matches()) {
      throw new IllegalArgumentException("not a paragraph: %d:%s".formatted(chapter, paragraph));
    }
  }

  /// As cited: `19 kap. 1 § SoL (2025:400)`.
  public String cited() {
    return "%s (%s)".formatted(brief(), act.number());
  }

  /// As cited where the act is known: `19 kap. 1 § SoL`.
  public String brief() {
    return "%d kap. %s § %s".formatted(chapter, paragraph, act.shortName());
  }

  /// Key of the sentence that says what it demands, in the message files: `law.sol.19.1`.
  public String textKey() {
    return "law.%s.%d.%s"
        .formatted(act.name().toLowerCase(Locale.ROOT), chapter, paragraph.replace(" ", ""));
  }

  @Override
  public String toString() {
    return cited();
  }
}
