package se.fristad.contact;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What in a text may tell who or where somebody is, so that the writer is warned before it stands
/// in a conversation without a name.
///
/// It finds patterns, not meaning: a name in the middle of a sentence is found only after "heter"
/// or "my name is". A warning that is missing proves nothing.
public enum Revealing {
  /// A personal number (*personnummer*) or co-ordination number.
  PERSONAL_NUMBER,
  /// A telephone number that is not a public help line.
  TELEPHONE,
  /// A street with a number.
  ADDRESS,
  /// A name that somebody gives as hers.
  NAME;

  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![0-9])(?:(?:19|20)[0-9]{2}|[0-9]{2})[ ]?(?:0[1-9]|1[0-2])[ ]?(?:[0-2][0-9]|3[01]|[67][0-9]|8[0-9]|9[01])[ ]?[-+–]?[ ]?[0-9]{4}(?![0-9])");
  private static final Pattern CALL =
      Pattern.compile("(?<![0-9])(?:\\+46|0046|0)[ -]?[1-9](?:[ –-]?[0-9]){5,9}(?![0-9])");
  private static final Pattern PUBLIC =
      Pattern.compile("020[0-9]{6}|077[0-9]{7}|(?:\\+46|0046)(?:20|77)[0-9]+");
  private static final Pattern STREET =
      Pattern.compile(
          "\\p{Lu}\\p{L}+(?:gatan|vägen|gränd|stigen|torget|allén|backen|gårdsgata|street|road)\\s+[0-9]{1,3}",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern CALLED =
      Pattern.compile(
          "(?:heter|[Mm]y name is|[Ii] am called)\\s+\\p{Lu}\\p{Ll}+",
          Pattern.UNICODE_CHARACTER_CLASS);

  /// Everything found in a text.
  public static Set<Revealing> in(String text) {
    Set<Revealing> found = EnumSet.noneOf(Revealing.class);
    String rest = text;
    if (PERSONAL.matcher(rest).find()) {
      found.add(PERSONAL_NUMBER);
      rest = PERSONAL.matcher(rest).replaceAll(" ");
    }
    Matcher call = CALL.matcher(rest);
    while (call.find()) {
      if (!PUBLIC.matcher(call.group().replaceAll("[ –-]", "")).matches()) {
        found.add(TELEPHONE);
      }
    }
    if (STREET.matcher(rest).find()) {
      found.add(ADDRESS);
    }
    if (CALLED.matcher(rest).find()) {
      found.add(NAME);
    }
    return found;
  }
}
