package se.fristad.casework;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text as it is sought in: upper and lower case are one, *å*, *ä* and *ö* are letters of their
/// own, and every other mark over or under a letter is left out, so that *idé* is found by *ide*
/// and *Zoë* by *zoe*. The Danish and Norwegian *ø* and *æ* are *ö* and *ä*. A letter written as
/// two characters is the same as one written as one.
final class FoldedText {
  private final String text;
  private final String folded;
  private final int[] from;
  private final int[] to;

  private FoldedText(String text, String folded, int[] from, int[] to) {
    this.text = text;
    this.folded = folded;
    this.from = from;
    this.to = to;
  }

  /// A place in the text, from its first character to the one after its last.
  record Span(int from, int to) {}

  static FoldedText of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    List<Span> spans = new ArrayList<>(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at + Character.charCount(text.codePointAt(at));
      while (end < text.length() && isMark(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      String letter = folded(text.substring(at, end));
      folded.append(letter);
      for (int i = 0; i < letter.length(); i++) {
        spans.add(new Span(at, end));
      }
      at = end;
    }
    return new FoldedText(
        text,
        folded.toString(),
        spans.stream().mapToInt(Span::from).toArray(),
        spans.stream().mapToInt(Span::to).toArray());
  }

  /// A text alone, without its places.
  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(point -> fold(folded, point));
    return folded.toString();
  }

  private static void fold(StringBuilder folded, int point) {
    switch (point) {
      case 'å', 'ä', 'ö' -> folded.appendCodePoint(point);
      case 'ø' -> folded.append('ö');
      case 'æ' -> folded.append('ä');
      case 'ß' -> folded.append("ss");
      case 'ł' -> folded.append('l');
      case 'đ', 'ð' -> folded.append('d');
      case 'ı' -> folded.append('i');
      // what is not seen: a soft hyphen, a joiner
      case 0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF -> {}
      default -> {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
          folded.append(' ');
        } else {
          Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
              .codePoints()
              .filter(part -> !isMark(part))
              .forEach(folded::appendCodePoint);
        }
      }
    }
  }

  private static boolean isMark(int point) {
    return Character.getType(point) == Character.NON_SPACING_MARK;
  }

  /// Where a word stands in the text; the word is folded.
  List<Span> find(String word) {
    List<Span> found = new ArrayList<>();
    int at = folded.indexOf(word);
    while (at >= 0) {
      found.add(new Span(from[at], to[at + word.length() - 1]));
      at = folded.indexOf(word, at + word.length());
    }
    return found;
  }

  /// The text itself.
  String text() {
    return text;
  }

  @Override
  public String toString() {
    return "[folded]";
  }
}
