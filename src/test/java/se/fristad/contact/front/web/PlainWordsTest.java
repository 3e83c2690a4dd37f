package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
  @Test
  void the_swedish_is_plain_enough_for_a_frightened_reader() throws Exception {
    String all =
        String.join(
            "\n",
            texts("sv").values().stream()
                .map(text -> text.toString().strip().replaceFirst("[^.?!]$", "$0."))
                .toList());
    long sentences =
        Arrays.stream(all.split("[.?!:]+(\\s|$)")).filter(one -> !one.isBlank()).count();
    List<String> words =
        Arrays.stream(all.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isBlank()).toList();
    long longOnes = words.stream().filter(word -> word.length() > 6).count();
    double lix = (double) words.size() / sentences + 100.0 * longOnes / words.size();
    assertThat(lix).as("LIX over %d words", words.size()).isLessThan(35);
    assertThat(all.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("offer ")
        .doesNotContain("offret");
  }

  @Test
  void both_languages_say_everything() throws Exception {
    assertThat(texts("en").keySet()).isEqualTo(texts("sv").keySet());
  }

  private static Properties texts(String language) throws Exception {
    Properties texts = new Properties();
    try (InputStreamReader file =
        new InputStreamReader(
            java.util.Objects.requireNonNull(
                PlainWordsTest.class.getResourceAsStream(
                    "/messages/contact_front_" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      texts.load(file);
    }
    return texts;
  }
}
