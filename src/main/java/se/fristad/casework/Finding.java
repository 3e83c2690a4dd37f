package se.fristad.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import se.fristad.casework.FoldedText.Span;

/// Seeks words in what is written in one file, which is open before somebody: in no index, in no
/// other file, and never across people (7 a § lagen 2001:454).
///
/// @param words folded, each once; empty when nothing that can be sought was written
record Finding(List<String> words) {
  /// The shortest word that is sought, and the most that are, in characters and in number.
  static final int SHORTEST = 2;

  static final int MOST_CHARACTERS = 100;
  static final int MOST_WORDS = 8;

  /// The most places that are shown.
  static final int MOST_SHOWN = 50;

  /// How much is told around a word, in characters.
  private static final int AROUND = 70;

  private static final int MOST_EXCERPTS = 3;

  /// Copies the list.
  Finding {
    words = List.copyOf(words);
  }

  /// As somebody typed it.
  static Finding of(String typed) {
    return new Finding(
        Arrays.stream(FoldedText.folded(typed).trim().split(" +"))
            .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
            .distinct()
            .limit(MOST_WORDS)
            .toList());
  }

  /// A piece of a text, sought or around it.
  record Piece(String text, boolean sought) {}

  /// Where it stands.
  ///
  /// @param excerpts each with what was sought and what is around it
  record Found(FilePart part, List<Excerpt> excerpts) {
    /// Copies the list.
    Found {
      excerpts = List.copyOf(excerpts);
    }
  }

  /// A text around a word.
  record Excerpt(String what, List<Piece> pieces) {
    /// Copies the list.
    Excerpt {
      pieces = List.copyOf(pieces);
    }
  }

  /// The parts in which every word stands.
  List<Found> in(List<FilePart> parts) {
    List<Found> found = new ArrayList<>();
    if (words.isEmpty()) {
      return found;
    }
    for (FilePart part : parts) {
      List<FoldedText> texts =
          part.said().stream().map(said -> FoldedText.of(said.text())).toList();
      boolean all =
          words.stream()
              .allMatch(word -> texts.stream().anyMatch(text -> !text.find(word).isEmpty()));
      if (all) {
        List<Excerpt> excerpts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
          excerpts.addAll(excerpts(part.said().get(i).what(), texts.get(i)));
        }
        found.add(new Found(part, excerpts));
      }
    }
    return found;
  }

  private List<Excerpt> excerpts(String what, FoldedText text) {
    List<Span> spans = merged(words.stream().flatMap(word -> text.find(word).stream()).toList());
    List<Excerpt> excerpts = new ArrayList<>();
    int next = 0;
    while (next < spans.size() && excerpts.size() < MOST_EXCERPTS) {
      int last = next;
      while (last + 1 < spans.size()
          && spans.get(last + 1).from() - spans.get(last).to() < 2 * AROUND) {
        last++;
      }
      excerpts.add(excerpt(what, text.text(), spans.subList(next, last + 1)));
      next = last + 1;
    }
    return excerpts;
  }

  private static Excerpt excerpt(String what, String text, List<Span> spans) {
    int from = wordBefore(text, spans.getFirst().from() - AROUND);
    int to = wordAfter(text, spans.getLast().to() + AROUND);
    List<Piece> pieces = new ArrayList<>();
    int at = from;
    for (Span span : spans) {
      around(pieces, (at == from && from > 0 ? "… " : "") + text.substring(at, span.from()));
      pieces.add(new Piece(text.substring(span.from(), span.to()), true));
      at = span.to();
    }
    around(pieces, text.substring(at, to) + (to < text.length() ? " …" : ""));
    return new Excerpt(what, pieces);
  }

  private static void around(List<Piece> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, false));
    }
  }

  /// The beginning of a word at or before a place; a word without an end is cut.
  private static int wordBefore(String text, int at) {
    if (at <= 0) {
      return 0;
    }
    for (int i = at; i > Math.max(0, at - AROUND); i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static int wordAfter(String text, int at) {
    if (at >= text.length()) {
      return text.length();
    }
    for (int i = at; i < Math.min(text.length(), at + AROUND); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }

  /// Places that overlap are one.
  private static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && span.from() <= last.to()) {
        merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  @Override
  public String toString() {
    return "[finding]";
  }
}
