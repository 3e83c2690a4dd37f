package se.fristad.contact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a person's own words are a plain no to what she was asked. When in doubt it is a no:
/// nobody comes in then, and one of us can ask again.
final class SaidNo {
  private static final Set<String> WORDS =
      Set.of(
          "nej", "nä", "nää", "nej!", "no", "nope", "nix", "не", "ні", "нет", "لا", "نه", "maya",
          "na", "hayır", "jo");
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?:vill|får|kan|ska) (?:absolut )?inte|inte (?:nu|polis)|inga andra|ingen (?:annan|mer|polis)|do(?:n.t| not) want|not now|nobody else|لا اريد|لا أريد");

  private SaidNo() {}

  static boolean in(String words) {
    String small = words.toLowerCase(Locale.ROOT).strip();
    String first = small.split("[^\\p{L}\\p{M}]+", 2)[0];
    return WORDS.contains(first) || PHRASE.matcher(small).find();
  }
}
