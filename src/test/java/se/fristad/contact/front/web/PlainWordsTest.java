package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
  /// Each text by itself and not the mean of all: a hundred buttons of one word would hide any
  /// page.
  @ParameterizedTest
  @CsvSource({"sv,35", "latt,30"})
  void the_swedish_is_plain_enough_for_a_frightened_reader(String language, int limit)
      throws Exception {
    Properties texts = texts(language);
    assertThat(texts.stringPropertyNames())
        .allSatisfy(key -> {
          String text = texts.getProperty(key);
          if (words(text).size() >= 12) {
            assertThat(lix(text)).as("LIX of " + key + ": " + text).isLessThan(limit);
          }
          assertThat(text.toLowerCase(Locale.ROOT))
              .doesNotContain("offer ")
              .doesNotContain("offret");
        });
  }

  /// Words in a sentence and long words in a hundred (*läsbarhetsindex*).
  private static double lix(String text) {
    long sentences =
        Arrays.stream(text.split("[.?!:]+(\\s|$)")).filter(one -> !one.isBlank()).count();
    List<String> words = words(text);
    long longOnes = words.stream().filter(word -> word.length() > 6).count();
    return (double) words.size() / sentences + 100.0 * longOnes / words.size();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isBlank()).toList();
  }

  @Test
  void both_languages_say_everything() throws Exception {
    assertThat(texts("en").keySet()).isEqualTo(texts("sv").keySet());
  }

  private static Properties texts(String language) throws Exception {
    Properties texts = new Properties();
    for (String module : List.of("contact_front", "contact_safety")) {
      try (InputStreamReader file =
          new InputStreamReader(
              java.util.Objects.requireNonNull(
                  PlainWordsTest.class.getResourceAsStream(
                      "/messages/" + module + "_" + language + ".properties")),
              StandardCharsets.UTF_8)) {
        texts.load(file);
      }
    }
    return texts;
  }
}
