package se.fristad.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a text may tell.
@DisplayName("What a text may reveal")
class RevealingTest {
  /// One case a line: what is written, and everything that is found in it.
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nr 19121212-1212.                       | PERSONAL_NUMBER
          191212121212                            | PERSONAL_NUMBER
          121212-1212                             | PERSONAL_NUMBER
          1212121212                              | PERSONAL_NUMBER
          121212+1212                             | PERSONAL_NUMBER
          19121272-1212                           | PERSONAL_NUMBER
          1912-12-12-1212                         | PERSONAL_NUMBER
          1912 12 12 1212                         | PERSONAL_NUMBER
          121212–1212                             | PERSONAL_NUMBER
          121212 - 1212                           | PERSONAL_NUMBER
          1 9 1 2 1 2 1 2 1 2 1 2                 | PERSONAL_NUMBER
          12.12.12.12.12                          | PERSONAL_NUMBER
          ١٩١٢١٢١٢-١٢١٢                           | PERSONAL_NUMBER
          ۱۹۱۲۱۲۱۲۱۲۱۲                            | PERSONAL_NUMBER
          １９１２１２１２−１２１２               | PERSONAL_NUMBER
          1912​1212-1212                           | PERSONAL_NUMBER
          19121212-T212                           | PERSONAL_NUMBER
          070-174 06 05                           | TELEPHONE
          0731234567                              | TELEPHONE
          +46 70 174 06 05                        | TELEPHONE
          +46 (0)70-174 06 05                     | TELEPHONE
          0046701740605                           | TELEPHONE
          (018) 123 45 67                         | TELEPHONE
          +252 61 234 5678                        | TELEPHONE
          ٠٧٣١٢٣٤٥٦٧                              | TELEPHONE
          020-50 50 50, 020-57 70 70, 112, 1177   |
          0771-123 456                            |
          skriv till anna.b@example.com           | EMAIL;NAME
          x.y [at] example.se                     | EMAIL
          x snabel-a example.se                   | EMAIL
          möte @ kansliet                         |
          Jag bor på Storgatan 12                 | ADDRESS
          storgatan 12 b                          | ADDRESS
          Odens väg 3                             | ADDRESS
          på Drottninggatan nr 4                  | ADDRESS
          12 Baker Street                         | ADDRESS
          753 20 Uppsala                          | ADDRESS
          på torget klockan 12                    |
          vägen 3 gånger                          |
          jag heter Amina                         | NAME
          my name is Zed                          | NAME
          fatima ringde igen                      | NAME
          Mohammeds bror hotar                    | NAME
          Kim Eriksson                            | NAME
          grannen Sten vet                        | NAME
          hennes syster Liv hjälper               | NAME
          اسمي سميرة                              | NAME
          en sten i skon, liv och död, my         |
          mina barn, ali-bi, karl som slår        |
          Kl 14:30 den 21 november 2026           |
          2026-11-21, 1 500 kronor, 3 barn        |
          13 kap. 1 § SoL, 2025:400               |
          """)
  void each_case_of_the_table(String written, String found) {
    assertThat(
            Revealing.in(written).stream()
                .map(Revealing::name)
                .sorted()
                .collect(Collectors.joining(";")))
        .isEqualTo(found == null ? "" : found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200b", "@", "+", "(0", "heter ", "\ud83c"})
  void nothing_much_reveals_nothing(String written) {
    assertThat(Revealing.in(written)).isEmpty();
  }

  /// Whatever is written, it is looked through without a fault and soon.
  @Test
  void no_text_breaks_it_and_none_takes_long() {
    Random random = new Random(20261126);
    List<String> pieces =
        List.of(
            "0",
            "7",
            "19121212",
            "-",
            " ",
            ".",
            "+",
            "(",
            ")",
            "@",
            "gatan",
            "heter ",
            "A",
            "a",
            "å",
            "\u0660",
            "\u200b",
            "\ud83c",
            "سمي",
            "son",
            "\u0300",
            "\n",
            "[at]",
            "väg",
            "_");
    for (int i = 0; i < 2_000; i++) {
      String text =
          IntStream.range(0, random.nextInt(60))
              .mapToObj(n ->
                  random.nextInt(4) == 0
                      ? Character.toString(random.nextInt(0x10FFFF))
                      : pieces.get(random.nextInt(pieces.size())))
              .collect(Collectors.joining());
      assertThat(Revealing.in(text)).isNotNull();
    }
    for (String piece : pieces) {
      String long_ = piece.repeat(40_000);
      long begun = System.nanoTime();
      Revealing.in(long_);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .as(piece)
          .isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void a_number_written_at_the_end_of_what_may_be_written_is_found() {
    assertThat(Revealing.in("å ".repeat(3_990) + "19121212-1212"))
        .containsExactly(Revealing.PERSONAL_NUMBER);
  }
}
