package se.fristad.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionTest {
  @Test
  void a_paragraph_prints_as_lawyers_cite_it() {
    assertThat(Provisions.REPORT_CONCERN).hasToString("19 kap. 1 § SoL (2025:400)");
    assertThat(Provisions.SECRECY.cited()).isEqualTo("26 kap. 1 § OSL (2009:400)");
    assertThat(new Provision(Act.OSL, 10, "18 a").brief()).isEqualTo("10 kap. 18 a § OSL");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "1, 0", "1, §", "1, 1a", "1, ''"})
  void what_can_be_no_paragraph_is_refused(int chapter, String paragraph) {
    assertThatThrownBy(() -> new Provision(Act.SOL, chapter, paragraph))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void every_paragraph_has_its_sentence_and_no_sentence_is_left_over(String language) {
    assertThat(new TreeSet<>(texts(language).stringPropertyNames()))
        .isEqualTo(
            Provisions.all().stream()
                .map(Provision::textKey)
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(texts(language).values()).allMatch(text -> text.toString().endsWith("."));
  }

  private static Properties texts(String language) {
    Properties texts = new Properties();
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(
                ProvisionTest.class.getResourceAsStream(
                    "/messages/law_" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }
}
