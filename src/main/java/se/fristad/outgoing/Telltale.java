package se.fristad.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Words that tell on a locked screen or an envelope who we are or what it is about, in every
/// language we write in, and the centre's own name. One list: `outgoing/telltale.txt`.
public final class Telltale {
  private final Set<String> words;

  /// @param names what the centre calls itself, and so may not be said either
  public Telltale(Stream<String> names) {
    Set<String> all = new LinkedHashSet<>();
    shipped().lines().forEach(line -> add(all, line));
    names.forEach(name -> add(all, name));
    this.words = Set.copyOf(all);
  }

  private static void add(Set<String> all, String line) {
    String word = folded(line.strip());
    if (!word.isEmpty() && !line.startsWith("#")) {
      all.add(word);
    }
  }

  /// The first of the words that stands in a text, anywhere and in whatever case: a part of a
  /// longer word tells as much.
  public Optional<String> in(String text) {
    String folded = folded(text);
    return words.stream().filter(folded::contains).findFirst();
  }

  /// How many words it knows.
  int size() {
    return words.size();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        // what cannot be seen hides no word
        .replaceAll("\\p{Cf}+", "")
        .replaceAll("[\\s_.\\-]+", " ");
  }

  private static String shipped() {
    try (InputStream file = Telltale.class.getResourceAsStream("/outgoing/telltale.txt")) {
      if (file == null) {
        throw new IllegalStateException("missing from the program: outgoing/telltale.txt");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
