package se.fristad.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The colours of the stylesheet, held to WCAG 2.2 level AA in both themes and all accents.
class StylesheetTest {
  private static final double TEXT = 4.5;
  private static final double GRAPHIC = 3;
  private static final Pattern TOKEN =
      Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");
  private static final Pattern ACCENT = Pattern.compile("\\[data-accent=\"([a-z]+)\"] \\{([^}]*)}");

  private final String sheet = Asset.named("fristad.css").text();

  private record Pair(String ink, String ground, double least) {}

  private static List<Pair> pairs() {
    var pairs = new ArrayList<Pair>();
    for (var ground : List.of("ground", "surface", "sunken")) {
      for (var ink :
          List.of("ink", "ink-soft", "accent", "accent-strong", "danger-ink", "info-ink")) {
        pairs.add(new Pair(ink, ground, TEXT));
      }
    }
    for (var said : List.of("info", "success", "warn", "danger")) {
      pairs.add(new Pair(said + "-ink", said + "-soft", TEXT));
    }
    pairs.add(new Pair("accent-ink", "accent", TEXT));
    pairs.add(new Pair("accent-ink", "accent-strong", TEXT));
    pairs.add(new Pair("accent-strong", "accent-soft", TEXT));
    pairs.add(new Pair("ink", "accent-soft", TEXT));
    pairs.add(new Pair("ink-soft", "accent-soft", TEXT));
    pairs.add(new Pair("ink", "neutral-soft", TEXT));
    pairs.add(new Pair("ink-soft", "neutral-soft", TEXT));
    pairs.add(new Pair("danger-fill-ink", "danger-fill", TEXT));
    pairs.add(new Pair("danger-fill-ink", "danger-ink", TEXT));
    for (var ground : List.of("ground", "surface")) {
      pairs.add(new Pair("edge-strong", ground, GRAPHIC));
      pairs.add(new Pair("danger-fill", ground, GRAPHIC));
    }
    pairs.add(new Pair("second", "surface", GRAPHIC));
    return pairs;
  }

  @Test
  void every_pair_of_ink_and_ground_can_be_read_in_both_themes_and_all_accents() {
    var tooPale = new ArrayList<String>();
    var accents = accents();
    assertThat(accents).hasSize(Accent.named().size());
    accents.forEach((name, tokens) -> tooPale.addAll(tooPale(name, tokens)));
    assertThat(tooPale).isEmpty();
  }

  private static List<String> tooPale(String name, Map<String, String[]> tokens) {
    var tooPale = new ArrayList<String>();
    for (int theme = 0; theme < 2; theme++) {
      for (var pair : pairs()) {
        double contrast =
            contrast(colour(tokens, pair.ink(), theme), colour(tokens, pair.ground(), theme));
        if (contrast < pair.least()) {
          tooPale.add(
              "%s on %s, %s, %s: %.2f"
                  .formatted(
                      pair.ink(), pair.ground(), theme == 0 ? "light" : "dark", name, contrast));
        }
      }
    }
    return tooPale;
  }

  /// 4,913 colours, evenly over all there are; each is refused or can be read everywhere.
  @Test
  void a_centres_own_accent_can_be_read_in_both_themes_or_stops_the_start() {
    var pine = tokens(sheet.substring(0, sheet.indexOf("[data-accent")));
    var tooPale = new ArrayList<String>();
    int taken = 0;
    for (int red = 0; red <= 256; red += 16) {
      for (int green = 0; green <= 256; green += 16) {
        for (int blue = 0; blue <= 256; blue += 16) {
          var colour =
              "#%02x%02x%02x"
                  .formatted(Math.min(red, 255), Math.min(green, 255), Math.min(blue, 255));
          Accent accent;
          try {
            accent = Accent.of(colour);
          } catch (IllegalArgumentException tooLight) {
            assertThat(contrast(colour, "#eeede7")).isLessThan(TEXT);
            continue;
          }
          taken++;
          var own = java.util.Objects.requireNonNull(accent.sheet());
          var tokens = new HashMap<>(pine);
          tokens.putAll(tokens(own.text()));
          assertThat(tokens.get("accent")).startsWith(colour);
          tooPale.addAll(tooPale(colour, tokens));
        }
      }
    }
    assertThat(taken).isGreaterThan(500);
    assertThat(tooPale).isEmpty();
  }

  @Test
  void an_accent_that_cannot_be_right_is_refused_with_a_sentence() {
    assertThatThrownBy(() -> Accent.of("#ffcc00"))
        .hasMessage(
            "fristad.centre.accent is #ffcc00, which cannot be read on a light page (contrast 1.2, at least 4.5 is needed): choose a darker colour");
    assertThatThrownBy(() -> Accent.of("red; }")).hasMessageContaining("pine, lake, heather");
    assertThat(Accent.of(" Lake ").word()).isEqualTo("lake");
  }

  @Test
  void the_grounds_an_accent_is_measured_against_are_the_stylesheets() {
    assertThat(sheet)
        .contains("--sunken: light-dark(#%06x,".formatted(Accent.SUNKEN))
        .containsPattern("--surface: light-dark\\(#ffffff, #%06x\\)".formatted(Accent.DARK_SURFACE))
        .contains(
            "--ink-soft: light-dark(#%06x, #%06x)"
                .formatted(Accent.SOFT_INK, Accent.DARK_SOFT_INK));
  }

  @Test
  void contrast_is_measured_as_wcag_measures_it() {
    assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
    assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
  }

  @Test
  void only_logical_directions_are_used() {
    assertThat(sheet)
        .doesNotContainPattern("(margin|padding|border)-(left|right|top|bottom)")
        .doesNotContainPattern("[^-](text-align|float): (left|right)")
        .doesNotContainPattern("[{;]\\s*(left|right|width|height):");
  }

  @Test
  void colours_stand_only_among_the_tokens() {
    var rules = sheet.substring(sheet.indexOf("/* ---- the ground of everything"));
    assertThat(rules).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b");
  }

  private Map<String, Map<String, String[]>> accents() {
    var pine = tokens(sheet.substring(0, sheet.indexOf("[data-accent")));
    var accents = new HashMap<String, Map<String, String[]>>();
    accents.put("pine", pine);
    var blocks = ACCENT.matcher(sheet);
    while (blocks.find()) {
      var tokens = new HashMap<>(pine);
      tokens.putAll(tokens(blocks.group(2)));
      accents.put(blocks.group(1), tokens);
    }
    return accents;
  }

  private static Map<String, String[]> tokens(String block) {
    var tokens = new HashMap<String, String[]>();
    var found = TOKEN.matcher(block);
    while (found.find()) {
      tokens.put(found.group(1), new String[] {found.group(2), found.group(3)});
    }
    return tokens;
  }

  private static String colour(Map<String, String[]> tokens, String name, int theme) {
    var colours = tokens.get(name);
    if (colours == null) {
      throw new AssertionError("no such token: " + name);
    }
    return colours[theme];
  }

  private static double contrast(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int at = 0; at < 3; at++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * at, 3 + 2 * at), 16) / 255.0;
      sum += weights[at] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
