package se.fristad.contact;

import se.fristad.page.PlainText;
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
    String text = PlainText.of(typed);
    boolean visible = text.codePoints().anyMatch(Words::isVisible);
    if (!visible) {
      return new Empty();
    }
    int length = PlainText.length(text);
    return length > MOST ? new TooLong(length - MOST) : new Fit(Confidential.of(text));
  }

  private static boolean isVisible(int point) {
    return !Character.isWhitespace(point)
        && Character.getType(point) != Character.FORMAT
        && !Character.isSpaceChar(point);
  }
}
