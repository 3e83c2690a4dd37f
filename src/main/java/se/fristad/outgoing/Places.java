package se.fristad.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.fristad.vault.Confidential;

/// Names of places that tell where somebody is: all municipalities of the country, and the
/// localities of the county. One list: `outgoing/places.txt`. What is printed about somebody with
/// protected personal data is held against it.
///
/// A name counts with a capital letter, alone or with an ending (*Uppsalas*, *Heby-bor*). Those
/// that are also common words (*Mark*, *Vara*) count only within a sentence, where a capital letter
/// means a name.
public final class Places {
  private static final String AMBIGUOUS = "~";
  private static final Pattern NAMES = pattern();

  private Places() {}

  /// The names that stand in a text, each once, as they are written there.
  public static List<String> in(Confidential text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher names = NAMES.matcher(text.reveal());
    while (names.find()) {
      found.add(names.group("name") == null ? names.group("within") : names.group("name"));
    }
    return List.copyOf(found);
  }

  private static Pattern pattern() {
    List<String> lines =
        shipped().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    String plain = joined(lines, false);
    String ambiguous = joined(lines, true);
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?<name>"
            + plain
            + ")(?=(s|bor?|borna)?(?![\\p{L}\\p{N}]))"
            + "|(?<=[\\p{Ll},;] )(?<within>"
            + ambiguous
            + ")(?=s?(?![\\p{L}\\p{N}]))");
  }

  private static String joined(List<String> lines, boolean ambiguous) {
    return lines.stream()
        .filter(line -> !line.startsWith("#") && line.startsWith(AMBIGUOUS) == ambiguous)
        .map(line -> ambiguous ? line.substring(1) : line)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private static String shipped() {
    try (InputStream file = Places.class.getResourceAsStream("/outgoing/places.txt")) {
      if (file == null) {
        throw new IllegalStateException("missing from the program: outgoing/places.txt");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
