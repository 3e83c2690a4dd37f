package se.fristad.contact;

import se.fristad.vault.Confidential;

/// What somebody wrote, made fit to keep: at most 8,000 characters, without control characters.
/// Emoji, right-to-left and every script stay as they are.
public sealed interface Words {
  /// The longest message, in Unicode code points.
  int MOST = 8_000;

  /// Fit to send.
  record Fit(Confidential text) implements Words {}

  /// Nothing is written, or only white space and invisible characters.
  record Empty() implements Words {}

  /// Longer than [#MOST].
  ///
  /// @param by how many characters too many
  record TooLong(int by) implements Words {}

  /// Reads what was typed. Line ends become `\n`; control characters except line end and tab
  /// vanish.
  static Words of(String typed) {
    String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    StringBuilder kept = new StringBuilder(text.length());
    boolean visible = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      boolean lineOrTab = point == '\n' || point == '\t';
      if (!lineOrTab
          && (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE)) {
        continue;
      }
      visible |=
          !Character.isWhitespace(point)
              && Character.getType(point) != Character.FORMAT
              && !Character.isSpaceChar(point);
      kept.appendCodePoint(point);
    }
    if (!visible) {
      return new Empty();
    }
    int length = kept.codePointCount(0, kept.length());
    return length > MOST ? new TooLong(length - MOST) : new Fit(Confidential.of(kept.toString()));
  }
}
