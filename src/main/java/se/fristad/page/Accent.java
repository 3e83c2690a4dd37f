package se.fristad.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The one accent colour of the staff face: a name of the stylesheet's, or the centre's own colour.
///
/// Of a colour of its own the centre tells one; the lighter and darker ones beside it, and those of
/// the dark theme, are mixed from it so that every pair keeps the contrast of WCAG 2.2 level AA. A
/// colour that cannot carry text on our light grounds is refused, since there it stands as it was
/// told. The public face keeps its own calm colours: a municipality's would be known over a
/// shoulder.
///
/// @param word HTML's `data-accent`
/// @param sheet the colours mixed from the centre's own; null for a name of the stylesheet's
public record Accent(String word, @Nullable Asset sheet) {
  /// Green.
  public static final Accent PINE = new Accent("pine", null);

  private static final List<Accent> NAMED =
      List.of(PINE, new Accent("lake", null), new Accent("heather", null));

  private static final String SETTING = "fristad.centre.accent";
  private static final double LEAST = 4.5;

  // the stylesheet's grounds and inks that an accent meets; a test holds them together
  static final int SUNKEN = 0xeeede7;
  static final int DARK_SURFACE = 0x1a2125;
  static final int SOFT_INK = 0x535f60;
  static final int DARK_SOFT_INK = 0xa9b5b6;

  /// The stylesheet's own.
  public static List<Accent> named() {
    return NAMED;
  }

  /// What the centre has set: a name, or a colour as `#17605a`.
  ///
  /// @throws IllegalArgumentException with a sentence for whoever set it
  public static Accent of(String setting) {
    String told = setting.strip().toLowerCase(Locale.ROOT);
    for (Accent accent : NAMED) {
      if (accent.word.equals(told)) {
        return accent;
      }
    }
    if (!told.matches("#[0-9a-f]{6}")) {
      throw new IllegalArgumentException(
          SETTING + " must be pine, lake, heather or a colour such as #17605a");
    }
    int colour = Integer.parseInt(told.substring(1), 16);
    double contrast = contrast(colour, SUNKEN);
    if (contrast < LEAST) {
      throw new IllegalArgumentException(
          "%s is %s, which cannot be read on a light page (contrast %.1f, at least %.1f is needed): choose a darker colour"
              .formatted(SETTING, told, Math.floor(contrast * 10) / 10, LEAST));
    }
    return new Accent("own", Asset.made("accent.css", "text/css;charset=UTF-8", sheet(colour)));
  }

  private static String sheet(int light) {
    int strong = mixed(light, 0x000000, 0.25);
    int soft = soft(light, 0xffffff, strong, SOFT_INK);
    int dark = light;
    while (contrast(dark, DARK_SURFACE) < 7) {
      dark = mixed(dark, 0xffffff, 0.05);
    }
    int darkStrong = mixed(dark, 0xffffff, 0.35);
    int darkInk = mixed(light, 0x000000, 0.6);
    while (contrast(darkInk, dark) < LEAST) {
      darkInk = mixed(darkInk, 0x000000, 0.2);
    }
    int darkSoft = soft(light, DARK_SURFACE, darkStrong, DARK_SOFT_INK);
    return """
    [data-accent="own"] {
      --accent: light-dark(%s, %s);
      --accent-strong: light-dark(%s, %s);
      --accent-ink: light-dark(#ffffff, %s);
      --accent-soft: light-dark(%s, %s);
    }
    """
        .formatted(
            hex(light),
            hex(dark),
            hex(strong),
            hex(darkStrong),
            hex(darkInk),
            hex(soft),
            hex(darkSoft));
  }

  /// A tint of the ground on which both inks can be read.
  private static int soft(int colour, int ground, int strong, int ink) {
    double part = 0.25;
    int soft = mixed(ground, colour, part);
    while (part > 0 && (contrast(soft, strong) < LEAST || contrast(soft, ink) < LEAST)) {
      part -= 0.01;
      soft = mixed(ground, colour, Math.max(part, 0));
    }
    return soft;
  }

  private static int mixed(int colour, int other, double part) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int one = (colour >> shift) & 0xff;
      int two = (other >> shift) & 0xff;
      // away from the colour by at least one, so that mixing on always arrives
      int step = (int) Math.round((two - one) * part);
      if (step == 0) {
        step = Integer.signum(two - one);
      }
      mixed |= (part <= 0 ? one : one + step) << shift;
    }
    return mixed;
  }

  private static String hex(int colour) {
    return "#%06x".formatted(colour);
  }

  /// The contrast of two colours, from 1 to 21, as WCAG 2.2 measures it.
  static double contrast(int one, int other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(int colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int at = 0; at < 3; at++) {
      double part = ((colour >> (16 - 8 * at)) & 0xff) / 255.0;
      sum += weights[at] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
