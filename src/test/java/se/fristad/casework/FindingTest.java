package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How words are sought in a text.
@DisplayName("Words in a text")
class FindingTest {
  private static FilePart part(String... texts) {
    return new FilePart(
        "a",
        FilePart.Kind.NOTE,
        UUID.randomUUID(),
        null,
        Instant.EPOCH,
        false,
        null,
        List.of(texts).stream().map(text -> new FilePart.Said("Text", text)).toList(),
        Set.of(),
        "");
  }

  private static List<Finding.Found> find(String words, String... texts) {
    return Finding.of(words).in(List.of(part(texts)));
  }

  private static String marked(String words, String text) {
    return find(words, text).stream()
        .flatMap(found -> found.excerpts().stream())
        .flatMap(excerpt -> excerpt.pieces().stream())
        .map(piece -> piece.sought() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "hot, Han hotade henne, Han [hot]ade henne",
    "TELEFON, en mobiltelefon till, en mobil[telefon] till",
    "får, Hon får inte, Hon [får] inte",
    "ide, En bra idé, En bra [idé]",
    "idé, en ide, en [ide]",
    "zoe, Zoë ringde, [Zoë] ringde",
    "sörensen, Mette Sørensen, Mette [Sørensen]",
    "malmo, i Malmo, i [Malmo]",
    "ägg, ÄGG, [ÄGG]",
    "strasse, Große Straße, Große [Straße]",
    "hon kom, Kom hon hit?, [Kom] [hon] hit?"
  })
  void a_word_is_found_whatever_its_case_and_accents_and_is_marked_as_it_stands(
      String words, String text, String expected) {
    assertThat(marked(words, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "far, Hon får inte",
    "får, Hon far dit",
    "os, Han ös",
    "malmö, i Malmo",
    "hon kom, Hon gick"
  })
  void a_ring_and_two_dots_make_other_letters_and_every_word_must_be_there(
      String words, String text) {
    assertThat(find(words, text)).isEmpty();
  }

  @Test
  void a_letter_written_as_two_characters_is_the_same_letter_and_what_is_not_seen_is_no_letter() {
    assertThat(marked("får", "Hon fa\u030Ar inte")).isEqualTo("Hon [fa\u030Ar] inte");
    assertThat(marked("far", "Hon fa\u030Ar inte")).isEmpty();
    assertThat(marked("hemlig", "hem\u00ADlig")).isEqualTo("[hem\u00ADlig]");
    assertThat(marked("اسم", "هذا اسم")).isEqualTo("هذا [اسم]");
    assertThat(marked("två", "🙂🙂 två 🙂")).isEqualTo("🙂🙂 [två] 🙂");
  }

  @Test
  void words_may_stand_in_different_texts_of_one_part() {
    assertThat(find("sömn rädd", "Hon är rädd.", "Om sömn.")).hasSize(1);
    assertThat(find("sömn rädd", "Hon är rädd.")).isEmpty();
  }

  @Test
  void nothing_is_sought_that_is_too_short() {
    assertThat(Finding.of("").words()).isEmpty();
    assertThat(Finding.of(" a   b ").words()).isEmpty();
    assertThat(Finding.of("å").words()).isEmpty();
    assertThat(Finding.of("nu").words()).containsExactly("nu");
    assertThat(Finding.of("nu NU a").words()).containsExactly("nu");
    assertThat(find("", "allt")).isEmpty();
  }

  @Test
  void of_a_long_text_what_is_around_the_word_is_told_and_cut_between_words() {
    String text = "ord ".repeat(200) + "nyckeln " + "slut ".repeat(200);
    String told = marked("nyckel", text);
    assertThat(told).startsWith("… ord ").contains("[nyckel]n slut").endsWith("slut …");
    assertThat(told.length()).isLessThan(300);
    assertThat(marked("nyckel", "x".repeat(500) + "nyckel" + "🙂".repeat(300)))
        .contains("[nyckel]");
    assertThat(find("ord", text).getFirst().excerpts()).hasSizeLessThanOrEqualTo(3);
  }
}
