package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
  @ParameterizedTest
  @CsvSource({"sv,35", "latt,30"})
  void the_swedish_is_plain_enough_for_a_frightened_reader(String language, int limit)
      throws Exception {
    double lix = lix(language);
    assertThat(lix).as("LIX of " + language).isLessThan(limit);
  }

  /// Words in a sentence and long words in a hundred (*läsbarhetsindex*).
  private static double lix(String language) throws Exception {
    String all =
        String.join(
            "\n",
            texts(language).values().stream()
                .map(text -> text.toString().strip().replaceFirst("[^.?!]$", "$0."))
                .toList());
    long sentences =
        Arrays.stream(all.split("[.?!:]+(\\s|$)")).filter(one -> !one.isBlank()).count();
    List<String> words =
        Arrays.stream(all.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isBlank()).toList();
    long longOnes = words.stream().filter(word -> word.length() > 6).count();
    assertThat(all.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("offer ")
        .doesNotContain("offret");
    return (double) words.size() / sentences + 100.0 * longOnes / words.size();
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
