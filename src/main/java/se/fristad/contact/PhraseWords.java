package se.fristad.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The words that lead back (*återkomstkod*): four of 2,048, 44 bits, in her language; fourteen
/// digits where we have no list.
///
/// The lists hold everyday words of four to eight letters a–z, so that any keyboard writes them; no
/// two of a list differ by one letter only.
public final class PhraseWords {
  private static final int WORDS = 4;
  private static final int DIGITS = 14;
  private static final Map<String, List<String>> LISTS = new ConcurrentHashMap<>();

  private PhraseWords() {}

  /// The list of a language (`sv`, `en`); empty when there is none.
  public static List<String> of(String language) {
    return LISTS.computeIfAbsent(language, PhraseWords::read);
  }

  /// Draws words, separated by spaces, or digits.
  public static String draw(String language, SecureRandom random) {
    List<String> list = of(language);
    return list.isEmpty()
        ? IntStream.range(0, DIGITS)
            .mapToObj(at -> Integer.toString(random.nextInt(10)))
            .collect(Collectors.joining())
        : IntStream.range(0, WORDS)
            .mapToObj(at -> list.get(random.nextInt(list.size())))
            .collect(Collectors.joining(" "));
  }

  /// What was typed, as it is derived from: NFKC, lower case, digits of any script as 0–9, one
  /// space between words, nothing invisible.
  public static String normalise(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder();
    boolean gap = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      if (Character.isLetterOrDigit(point)) {
        if (gap && !kept.isEmpty()) {
          kept.append(' ');
        }
        gap = false;
        if (Character.isDigit(point)) {
          kept.append(Character.digit(point, 10));
        } else {
          kept.appendCodePoint(point);
        }
      } else if (Character.getType(point) != Character.FORMAT
          && Character.getType(point) != Character.NON_SPACING_MARK) {
        gap = true;
      }
    }
    String words = kept.toString();
    return words.matches("[0-9 ]+") ? words.replace(" ", "") : words;
  }

  private static List<String> read(String language) {
    if (!language.matches("[a-z]{2,3}")) {
      return List.of();
    }
    try (InputStream in = PhraseWords.class.getResourceAsStream("/phrase/" + language + ".txt")) {
      return in == null
          ? List.of()
          : new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
              .lines()
              .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
