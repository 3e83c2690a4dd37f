package se.fristad.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The words a person comes back with (*återkomstord*): four from a list of 2,048 in her language,
/// or fourteen digits where we have no list.
///
/// Four words are 44 bits, fourteen digits 46.5. That is enough only together with the slow check
/// of a phrase; the words are never used as a key without it. The lists hold concrete, everyday
/// words that can be heard, spelled on any keyboard and remembered, and that say nothing to the one
/// who finds them on a note. Once a list is in use its words may be replaced, never made fewer: a
/// phrase is checked as typed and not against the list, so phrases already drawn keep working.
public final class PhraseWords {
  /// How many words a list holds; eleven bits a word.
  public static final int LIST_SIZE = 2_048;

  /// How many words a phrase has.
  public static final int WORDS = 4;

  /// How many digits stand in for the words in a language without a list.
  public static final int DIGITS = 14;

  /// No phrase is longer; what is typed beyond this is cut off before it is looked at.
  private static final int LONGEST_TYPED = 200;

  private static final Map<String, List<String>> LISTS =
      Stream.of("sv", "en").collect(Collectors.toUnmodifiableMap(l -> l, PhraseWords::read));

  private PhraseWords() {}

  /// The list of a language (`sv`, `en`), sorted; empty where there is none.
  public static List<String> of(String language) {
    return LISTS.getOrDefault(language, List.of());
  }

  /// Draws a new phrase. A word may come twice: forbidding it would only make guessing easier.
  public static String draw(String language, SecureRandom random) {
    List<String> words = of(language);
    if (words.isEmpty()) {
      return IntStream.range(0, DIGITS)
          .mapToObj(i -> Integer.toString(random.nextInt(10)))
          .collect(Collectors.joining());
    }
    return IntStream.range(0, WORDS)
        .mapToObj(i -> words.get(random.nextInt(words.size())))
        .collect(Collectors.joining(" "));
  }

  /// What was typed, as it is checked: compatibility forms folded (NFKC), lower case, digits of
  /// every script as 0–9, invisible characters gone, everything between words one space. Digits in
  /// groups are put together, as people write long numbers. Normalising twice changes nothing.
  ///
  /// An empty answer means that nothing was typed.
  public static String normalise(String typed) {
    String cut = typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed;
    // twice: lower case may take apart what NFKC has joined
    String folded = nfkc(nfkc(cut).toLowerCase(Locale.ROOT));
    StringBuilder phrase = new StringBuilder(folded.length());
    boolean gap = false;
    boolean onlyDigits = true;
    for (int c : folded.codePoints().toArray()) {
      if (isInvisible(c)) {
        continue;
      }
      if (!isPartOfWord(c)) {
        gap = true;
        continue;
      }
      if (gap && !phrase.isEmpty()) {
        phrase.append(' ');
      }
      gap = false;
      if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
        phrase.append((char) ('0' + Character.digit(c, 10)));
      } else {
        onlyDigits = false;
        phrase.appendCodePoint(c);
      }
    }
    String joined = phrase.toString();
    return nfkc(onlyDigits ? joined.replace(" ", "") : joined);
  }

  private static String nfkc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /// Zero-width and other format characters, variation selectors, and control characters that are
  /// not white space.
  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF)
        || c == 0x034F
        || (Character.isISOControl(c) && !Character.isWhitespace(c) && c != 0x85);
  }

  private static boolean isPartOfWord(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }

  private static List<String> read(String language) {
    String resource = "/phrase/" + language + ".txt";
    try (InputStream in = PhraseWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing word list " + resource);
      }
      List<String> words =
          new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
      if (words.size() != LIST_SIZE) {
        throw new IllegalStateException(
            "%s holds %d words, not %d".formatted(resource, words.size(), LIST_SIZE));
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
