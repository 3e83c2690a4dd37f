package se.fristad.law;

import java.util.regex.Pattern;

/// One paragraph of an act (*lagrum*). It prints as it is cited in Swedish, which is how it is
/// cited in every language: `19 kap. 1 § SoL (2025:400)`, `44 § FL (2017:900)`.
///
/// @param chapter 0 in an act without chapters
/// @param paragraph number, with a letter where the act has put one between: `18 a`; empty when the
///   whole of a regulation is meant
public record Provision(Act act, int chapter, String paragraph) {
  private static final Pattern PARAGRAPH = Pattern.compile("[1-9][0-9]*( [a-z])?");

  /// Checks that it could be a paragraph; whether it exists is for whoever writes it down.
  public Provision {
    boolean whole = chapter == 0 && paragraph.isEmpty();
    boolean placed = act.hasChapters() ? chapter > 0 : chapter == 0;
    if (!whole && (!placed || !PARAGRAPH.matcher(paragraph).matches())) {
      throw new IllegalArgumentException(
          "not a paragraph: %s %d:%s".formatted(act, chapter, paragraph));
    }
  }

  /// As cited: `19 kap. 1 § SoL (2025:400)`.
  public String cited() {
    return paragraph.isEmpty()
        ? "%s %s".formatted(act.shortName(), act.number())
        : "%s (%s)".formatted(brief(), act.number());
  }

  /// As cited where the act is known: `19 kap. 1 § SoL`.
  public String brief() {
    if (paragraph.isEmpty()) {
      return cited();
    }
    return chapter == 0
        ? "%s § %s".formatted(paragraph, act.shortName())
        : "%d kap. %s § %s".formatted(chapter, paragraph, act.shortName());
  }

  @Override
  public String toString() {
    return cited();
  }
}
