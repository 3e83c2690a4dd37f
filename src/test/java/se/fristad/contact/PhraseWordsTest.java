package se.fristad.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The lists are read by a person before they are changed; what a machine can check stands here.
class PhraseWordsTest {
  private static final Map<String, Set<String>> NEVER =
      Map.of(
          "sv",
          words(
              """
              kniv yxa pistol vapen bomb skott skjuta harpun kanon granat dolk gevar slag stryk
              sparka knuffa hugga binda piska hota skrika skada blod bandage protes krycka
              brand brandbil bensin elda galge grav kista stoft begravning avliden kropp panna axel
              nagel skinn pupill kyssa krama smeka slicka suga lust sexig naken slida kjolfickan gift
              kyrka kapell pastor hymn psalm radband paradis munk bibel koran himlen dyrka helgon
              svensk dansk spansk samisk arabisk kurdisk lapp turban polis vakt detektiv spana domare
              advokat jurist flykt fly rymma smita lurpassa spejare snoka vaksam ensam
              mamma pappa morsa farsa syster bror syskon kusin amma familj sambo brud maka make vigsel
              jungfru oskuld heder skam straff snok fara hemsk sorg sorglig orkan skalv
              sprit vinbar humle kapsyl flaska nykter pimpla drog spruta tablett recept snappa fylla
              garderob grotta koja kabin hydda hotell lada stuga husvagn fristad
              """),
          "en",
          words(
              """
              knife gun pistol weapon bomb shot shoot sword arrow dagger rifle hammer axe cannon
              bullet strike punch kick slap whip beat stab burn choke scream shout blood wound
              poison grave coffin corpse death dead kill murder funeral ghost
              body breast bosom naked nude lap kiss hug sexy lust virgin tender bikini cuddle
              church chapel temple mosque priest bishop monk nun angel saint prayer psalm bible
              turkey polish danish native turban tribe slave police officer judge jury prison jail
              lawyer witness guard patrol warrant stalk hunt chase hide escape flee secret
              mother father sister brother uncle aunt cousin bride groom husband wife widow family
              honour shame control obey love loyal fear scary afraid alarm terror danger victim
              beer wine rum whisky vodka cider tobacco cigar hash weed drug pill syringe bottle
              tankard goblet cellar attic basement cave cavern closet wardrobe motel hostel shelter
              """));

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void a_list_holds_2048_different_words_in_order(String language) {
    assertThat(PhraseWords.of(language))
        .hasSize(PhraseWords.LIST_SIZE)
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void every_word_can_be_written_on_any_keyboard(String language) {
    assertThat(PhraseWords.of(language)).allMatch(word -> word.matches("[a-z]{4,8}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void no_word_reminds_of_what_she_left_or_tells_where_she_wrote(String language) {
    assertThat(NEVER.get(language)).isNotNull().hasSizeGreaterThan(100);
    assertThat(PhraseWords.of(language)).doesNotContainAnyElementsOf(NEVER.get(language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void one_slip_of_the_finger_never_makes_another_word(String language) {
    // changed, missing, added and swapped letters: all words of a list are at least two apart
    Map<String, String> seen = new HashMap<>();
    Set<String> tooNear = new TreeSet<>();
    List<String> words = PhraseWords.of(language);
    Set<String> all = new HashSet<>(words);
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        String hole = word.substring(0, i) + '?' + word.substring(i + 1);
        String other = seen.put(hole, word);
        if (other != null) {
          tooNear.add(other + "/" + word);
        }
        String shorter = word.substring(0, i) + word.substring(i + 1);
        if (all.contains(shorter)) {
          tooNear.add(shorter + "/" + word);
        }
        if (i + 1 < word.length() && word.charAt(i) != word.charAt(i + 1)) {
          String swapped =
              word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
          if (all.contains(swapped)) {
            tooNear.add(swapped + "/" + word);
          }
        }
      }
    }
    assertThat(tooNear).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sv,n", "sv,en", "sv,et", "sv,ar", "sv,or", "sv,er", "sv,na", "en,s", "en,es", "en,ing"
  })
  void no_word_stands_beside_its_own_ending(String language, String ending) {
    List<String> words = PhraseWords.of(language);
    assertThat(words.stream().map(word -> word + ending)).doesNotContainAnyElementsOf(words);
  }

  @Test
  void words_that_sound_alike_are_not_both_there() {
    List<Set<String>> pairs =
        List.of(
            Set.of("cereal", "serial"),
            Set.of("council", "counsel"),
            Set.of("symbol", "cymbal"),
            Set.of("flour", "flower"),
            Set.of("beech", "beach"),
            Set.of("metal", "medal"),
            Set.of("pedal", "peddle"),
            Set.of("desert", "dessert"),
            Set.of("thirteen", "thirty"),
            Set.of("fifteen", "fifty"));
    List<String> words = PhraseWords.of("en");
    assertThat(pairs).noneMatch(words::containsAll);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void four_words_are_drawn_and_normalising_leaves_them_as_they_are(String language) {
    String phrase = PhraseWords.draw(language, new SecureRandom());
    assertThat(phrase.split(" ")).hasSize(4).isSubsetOf(PhraseWords.of(language));
    assertThat(PhraseWords.normalise(phrase)).isEqualTo(phrase);
  }

  @Test
  void every_word_of_the_list_may_be_drawn() {
    // 4 × 20,000 draws of 2,048: a word is missed once in 10^17
    SecureRandom random = new SecureRandom();
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      drawn.addAll(List.of(PhraseWords.draw("sv", random).split(" ")));
    }
    assertThat(drawn).hasSize(PhraseWords.LIST_SIZE);
  }

  @Test
  void a_language_without_a_list_gets_fourteen_digits() {
    assertThat(PhraseWords.of("ar")).isEmpty();
    assertThat(PhraseWords.draw("ar", new SecureRandom())).matches("[0-9]{14}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Solros Hamn LYKTA Penna | solros hamn lykta penna",
        "solros-hamn-lykta-penna | solros hamn lykta penna",
        "solros, hamn; lykta. penna! | solros hamn lykta penna",
        "1234 5678 9012 34 | 12345678901234",
        "1234-5678-9012-34 | 12345678901234",
        "١٢٣٤٥٦٧٨٩٠١٢٣٤ | 12345678901234",
        "۱۲۳۴۵۶۷۸۹۰۱۲۳۴ | 12345678901234",
        "１２３４５６７８９０１２３４ | 12345678901234",
        "ｓｏｌｒｏｓ hamn | solros hamn",
        "blåbär | blåbär",
      })
  void what_was_typed_is_read_as_it_was_meant(String typed, String read) {
    assertThat(PhraseWords.normalise(typed)).isEqualTo(read);
  }

  @Test
  void spaces_and_invisible_characters_mean_nothing() {
    assertThat(PhraseWords.normalise("  solros\t hamn \n lykta\u00a0penna  "))
        .isEqualTo("solros hamn lykta penna");
    assertThat(
            PhraseWords.normalise(
                "\ufeffsol\u200bros\u200d \u202ehamn\u202c\u0000 lyk\u00adta\u0007 penna\ufe0f"))
        .isEqualTo("solros hamn lykta penna");
  }

  @Test
  void letters_with_marks_are_the_same_composed_or_not() {
    assertThat(PhraseWords.normalise("bla\u030aba\u0308r")).isEqualTo("blåbär");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "\u200b\u200b", "--- ...", "\ud83d\ude00", "\ud800", "<script>", "İI"})
  void nothing_typed_breaks_it_and_normalising_twice_changes_nothing(String typed) {
    String once = PhraseWords.normalise(typed);
    assertThat(PhraseWords.normalise(once)).isEqualTo(once);
  }

  @Test
  void a_megabyte_is_cut_before_it_is_read() {
    assertThat(PhraseWords.normalise("ﷺ".repeat(1_000_000)).length()).isLessThan(5_000);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
