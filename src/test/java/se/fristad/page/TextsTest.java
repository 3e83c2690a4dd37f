package se.fristad.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern CALL = Pattern.compile("\\bt\\(\\s*");
  private static final Pattern KEY =
      Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9_-]+)+\\.?)\"(\\s*\\+)?");

  private final TextCatalogue catalogue = TextCatalogue.ofClassPath();
  private final Texts swedish = catalogue.in(Locale.of("sv"));
  private final Texts english = catalogue.in(Locale.of("en"));

  @Test
  void dates_are_written_the_same_however_many_ask_at_once() {
    List<String> written =
        IntStream.range(0, 20_000)
            .parallel()
            .mapToObj(n -> {
              int day = n % 28;
              String date = swedish.date(LocalDate.of(2026, 11, 1 + day));
              String time = swedish.time(LocalTime.of(n % 24, n % 60));
              return date.equals((1 + day) + " november 2026")
                      && time.equals("%02d:%02d".formatted(n % 24, n % 60))
                  ? ""
                  : date + " " + time;
            })
            .filter(wrong -> !wrong.isEmpty())
            .toList();
    assertThat(written).isEmpty();
  }

  @Test
  void every_text_stands_in_both_languages() {
    assertThat(catalogue.keys(Language.SWEDISH))
        .isNotEmpty()
        .isEqualTo(catalogue.keys(Language.ENGLISH));
  }

  /// The public face, the numbers it shows, and the short safety set.
  @Test
  void every_text_of_the_public_face_stands_in_each_of_its_whole_languages() {
    var public_ =
        catalogue.keys(Language.SWEDISH).stream()
            .filter(key ->
                key.startsWith("contact.front.")
                    || key.startsWith("contact.safety.")
                    || key.startsWith("centre.phrase.")
                    || key.matches("centre\\.line\\.[^.]+\\.(name|about)"))
            .toList();
    assertThat(public_).hasSizeGreaterThan(150);
    for (var language : List.of(Language.EASY_SWEDISH, Language.ARABIC)) {
      assertThat(catalogue.keys(language))
          .as(language.code())
          .containsExactlyInAnyOrderElementsOf(public_);
    }
  }

  @Test
  void the_short_safety_set_stands_in_sixteen_languages_and_nothing_is_lent_to_any_of_them() {
    var safety =
        catalogue.keys(Language.SWEDISH).stream()
            .filter(key -> key.startsWith("contact.safety."))
            .toList();
    assertThat(safety).hasSizeGreaterThan(8);
    assertThat(Language.values()).hasSize(16);
    assertThat(Language.thatReach(Language.Reach.SAFETY)).hasSize(12);
    for (var language : Language.thatReach(Language.Reach.SAFETY)) {
      assertThat(catalogue.keys(language))
          .as(language.code())
          .containsExactlyInAnyOrderElementsOf(safety);
      assertThatThrownBy(() -> catalogue.in(language).t("contact.front.hello"))
          .isInstanceOf(UnknownText.class);
      for (var key : safety) {
        assertThat(catalogue.in(language).t(key, "112"))
            .as(language.code() + " " + key)
            .isNotBlank()
            .isNotEqualTo(swedish.t(key, "112"));
      }
    }
  }

  @Test
  void what_is_filled_in_stands_in_every_language_that_has_the_text() {
    for (var language : Language.values()) {
      for (var key : catalogue.keys(language)) {
        assertThat(places(catalogue.pattern(language, key)))
            .as(language.code() + " " + key)
            .isEqualTo(places(catalogue.pattern(Language.SWEDISH, key)));
      }
    }
  }

  private static TreeSet<String> places(String pattern) {
    var places = new TreeSet<String>();
    var found = Pattern.compile("\\{([0-9]+)").matcher(pattern);
    while (found.find()) {
      places.add(found.group(1));
    }
    return places;
  }

  @Test
  void numbers_dates_and_hours_are_written_as_the_reader_writes_them() {
    var day = LocalDate.of(2026, 11, 19);
    var arabic = catalogue.in(Language.ARABIC);
    var persian = catalogue.in(Language.PERSIAN);
    assertThat(arabic.direction()).isEqualTo("rtl");
    assertThat(arabic.language()).isEqualTo("ar");
    assertThat(arabic.time(LocalTime.of(9, 5))).isEqualTo("\u0660\u0669:\u0660\u0665");
    assertThat(arabic.date(day)).contains("\u0662\u0660\u0662\u0666");
    assertThat(persian.direction()).isEqualTo("rtl");
    assertThat(persian.time(LocalTime.of(9, 5))).isEqualTo("\u06f9:\u06f0\u06f5");
    assertThat(catalogue.in(Language.EASY_SWEDISH).language()).isEqualTo("sv");
    assertThat(catalogue.in(Language.SORANI).direction()).isEqualTo("rtl");
    assertThat(catalogue.in(Language.KURMANJI).direction()).isEqualTo("ltr");
    assertThat(catalogue.in(Language.FINNISH).weekday(java.time.DayOfWeek.MONDAY))
        .startsWith("maanantai");
  }

  @Test
  void a_reader_is_met_in_the_first_of_her_languages_that_we_have() {
    assertThat(Language.ofReader(List.of(Locale.of("th"), Locale.of("so"), Locale.of("sv"))))
        .contains(Language.SOMALI);
    assertThat(Language.ofReader(List.of(Locale.of("ku", "IQ")))).contains(Language.SORANI);
    assertThat(Language.ofReader(List.of(Locale.of("ku", "TR")))).contains(Language.KURMANJI);
    assertThat(Language.ofReader(List.of(Locale.of("hr")))).contains(Language.BOSNIAN);
    assertThat(Language.ofReader(List.of(Locale.of("prs")))).contains(Language.PERSIAN);
    assertThat(Language.ofReader(List.of(Locale.of("th")))).isEmpty();
  }

  @Test
  void every_key_the_pages_ask_for_stands_in_the_message_files() throws IOException {
    var missing = new TreeSet<String>();
    for (var root : List.of("src/main/jte", "src/main/java")) {
      try (var files = Files.walk(Path.of(root))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          for (var key : missingIn(Files.readString(file))) {
            if (!isOfThePublicFace(file) || !stands("contact.front." + key)) {
              missing.add(key + " in " + file.getFileName());
            }
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /// The public face's pages ask through a method that puts `contact.front.` before the key.
  private static boolean isOfThePublicFace(Path file) {
    return file.toString().contains("contact/front");
  }

  private boolean stands(String key) {
    return key.endsWith(".")
        ? catalogue.keys(Language.SWEDISH).stream().anyMatch(known -> known.startsWith(key))
        : catalogue.keys(Language.SWEDISH).contains(key);
  }

  @Test
  void the_scan_finds_a_key_that_is_missing() {
    assertThat(missingIn("${shell.t(\"page.skip\")} ${shell.t(a ? \"page.no\" : \"page.nav\")}"))
        .containsExactly("page.no");
    assertThat(missingIn("texts.t(\"page.patterns.state.\" + word, \"not.a.key\")")).isEmpty();
    assertThat(missingIn("texts.t(\"page.nowhere.\" + word)")).containsExactly("page.nowhere.");
  }

  @Test
  void a_text_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> swedish.t("page.no")).isInstanceOf(UnknownText.class);
  }

  @Test
  void a_language_we_do_not_offer_gets_swedish_and_the_first_one_offered_is_taken() {
    assertThat(catalogue.in(Locale.of("fi")).language()).isEqualTo("sv");
    assertThat(catalogue.inFirstOf(List.of(Locale.of("ar"), Locale.of("en", "US"))).language())
        .isEqualTo("en");
  }

  @Test
  void dates_are_told_in_words_when_they_are_near_and_written_out_when_not() {
    var today = LocalDate.of(2026, 11, 19);
    assertThat(swedish.near(today, today)).isEqualTo("i dag, torsdag");
    assertThat(swedish.near(today.plusDays(1), today)).isEqualTo("i morgon, fredag");
    assertThat(swedish.near(today.plusDays(2), today)).isEqualTo("om 2 dagar, lördag");
    assertThat(swedish.near(today.minusDays(1), today)).isEqualTo("i går, onsdag");
    assertThat(swedish.near(today.minusDays(3), today)).isEqualTo("för 3 dagar sedan, måndag");
    assertThat(swedish.near(today.plusDays(15), today)).isEqualTo("4 december 2026");
    assertThat(english.near(today.plusDays(2), today)).isEqualTo("in 2 days, Saturday");
    assertThat(english.date(today)).isEqualTo("19 November 2026");
  }

  @Test
  void waiting_and_passed_time_are_told_in_words() {
    var now = Instant.parse("2026-11-19T13:03:00Z");
    assertThat(swedish.waited(Duration.ofSeconds(59))).isEqualTo("väntat under en minut");
    assertThat(swedish.waited(Duration.ofMinutes(1))).isEqualTo("väntat 1 minut");
    assertThat(swedish.waited(Duration.ofMinutes(3))).isEqualTo("väntat 3 minuter");
    assertThat(swedish.duration(Duration.ofMinutes(125))).isEqualTo("2 timmar 5 minuter");
    assertThat(swedish.duration(Duration.ofHours(25))).isEqualTo("1 dag");
    assertThat(swedish.ago(now.minusSeconds(30), now)).isEqualTo("nyss");
    assertThat(swedish.ago(now.minus(Duration.ofMinutes(3)), now)).isEqualTo("för 3 minuter sedan");
    assertThat(swedish.moment(now)).isEqualTo("19 november 2026 14:03");
    assertThat(swedish.time(LocalTime.of(9, 5))).isEqualTo("09:05");
    assertThat(english.waited(Duration.ofMinutes(3))).isEqualTo("waited 3 minutes");
  }

  @Test
  void a_moment_is_told_by_the_centres_clock() {
    var lateAtNight = Instant.parse("2026-11-18T23:30:00Z");
    assertThat(swedish.date(lateAtNight)).isEqualTo("19 november 2026");
    assertThat(swedish.time(lateAtNight)).isEqualTo("00:30");
    assertThat(swedish.when(lateAtNight, lateAtNight.plus(Duration.ofHours(23))))
        .isEqualTo("00:30");
    assertThat(swedish.when(lateAtNight, lateAtNight.plus(Duration.ofHours(24))))
        .isEqualTo("19 november 2026 00:30");
  }

  @Test
  void words_of_rooms_that_a_page_does_not_know_are_found_by_their_common_name() {
    assertThat(swedish.keysOfRooms("log.act"))
        .contains("access.log.act.login", "intake.log.act.save")
        .allMatch(key -> key.matches("[a-z]+\\.log\\.act\\..+"));
    assertThat(swedish.keysOfRooms("log.ac")).isEmpty();
  }

  @Test
  void numbers_are_grouped_as_the_reader_groups_them() {
    assertThat(swedish.number(1214)).isEqualTo("1\u00a0214");
    assertThat(english.number(1214)).isEqualTo("1,214");
  }

  /// The keys in the first argument of every call of `t` that stand in no file; a key that ends in
  /// a dot and is added to is the beginning of at least one.
  private List<String> missingIn(String source) {
    var missing = new ArrayList<String>();
    var calls = CALL.matcher(source);
    while (calls.find()) {
      var keys = KEY.matcher(firstArgument(source, calls.end()));
      while (keys.find()) {
        var key = keys.group(1);
        var there =
            keys.group(2) != null
                ? catalogue.keys(Language.SWEDISH).stream().anyMatch(known -> known.startsWith(key))
                : catalogue.keys(Language.SWEDISH).contains(key);
        if (!there) {
          missing.add(key);
        }
      }
    }
    return missing;
  }

  private static String firstArgument(String source, int from) {
    int depth = 0;
    for (int at = from; at < source.length(); at++) {
      char letter = source.charAt(at);
      if (letter == '(') {
        depth++;
      } else if (letter == ')' && depth-- == 0 || letter == ',' && depth == 0) {
        return source.substring(from, at);
      }
    }
    return "";
  }
}
