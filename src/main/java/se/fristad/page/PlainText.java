package se.fristad.page;

/// What somebody typed, fit to keep: line ends are `\n`, control characters but line end and tab
/// are gone, and halves of characters, and white space around it. Every script, emoji and direction
/// stays as it is.
public final class PlainText {
  private PlainText() {}

  /// The text without what nobody typed on purpose.
  public static String of(String typed) {
    String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point == '\n' || point == '\t' || !isNoise(point))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /// How long a text is, in Unicode code points: an emoji counts as people count it, or nearly.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isNoise(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }
}
