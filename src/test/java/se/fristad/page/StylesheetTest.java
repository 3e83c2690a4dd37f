package se.fristad.page;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(accents).hasSize(Look.Accent.values().length);
    for (var accent : accents.entrySet()) {
      for (int theme = 0; theme < 2; theme++) {
        for (var pair : pairs()) {
          double contrast =
              contrast(
                  colour(accent.getValue(), pair.ink(), theme),
                  colour(accent.getValue(), pair.ground(), theme));
          if (contrast < pair.least()) {
            tooPale.add(
                "%s on %s, %s, %s: %.2f"
                    .formatted(
                        pair.ink(),
                        pair.ground(),
                        theme == 0 ? "light" : "dark",
                        accent.getKey(),
                        contrast));
          }
        }
      }
    }
    assertThat(tooPale).isEmpty();
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
