package se.fristad.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers beside each other, as bars that lie down so that long names fit. The same numbers stand
/// in a table under it.
///
/// Drawn with shares of the width, so it is as readable on a phone as on a wide screen.
public record BarChart(
    String id,
    String title,
    String description,
    String labelHeading,
    String valueHeading,
    List<Bar> bars) {
  private static final double WIDEST = 84;
  // wide enough for the hatching to be seen; a mark, not a measure
  private static final double LEAST_HATCHED = 4;
  private static final double WIDEST_HATCHED = 12;
  private static final int ROW = 48;

  /// So many bars that say the same "<5" are drawn each; more of them share one line of words.
  private static final int FEW = 3;

  /// Copies the list.
  public BarChart {
    bars = List.copyOf(bars);
  }

  /// One bar; a number that may not be told (see `statistics`) is absent, never zero.
  ///
  /// @param instead what stands in the place of a number that is absent; null for "<5"
  public record Bar(String label, @Nullable Long value, @Nullable String instead) {
    /// A number, or "<5" when it is absent.
    public Bar(String label, @Nullable Long value) {
      this(label, value, null);
    }
  }

  /// The bars that are drawn: all of them, but not a long row of hatched ones that say the same.
  public List<Bar> drawn() {
    return folds() ? bars.stream().filter(bar -> !isFew(bar)).toList() : bars;
  }

  /// The names of those that share one line of words; empty when each is drawn.
  public List<String> folded() {
    return folds() ? bars.stream().filter(BarChart::isFew).map(Bar::label).toList() : List.of();
  }

  private boolean folds() {
    return bars.stream().filter(BarChart::isFew).count() > FEW;
  }

  private static boolean isFew(Bar bar) {
    return bar.value() == null && (bar.instead() == null || "<5".equals(bar.instead()));
  }

  /// The height in pixels.
  public int height() {
    return drawn().size() * ROW;
  }

  /// Where a bar's name stands, in pixels from the top.
  public int nameAt(int index) {
    return index * ROW + 16;
  }

  /// Where a bar begins, in pixels from the top.
  public int barAt(int index) {
    return index * ROW + 22;
  }

  /// How wide a bar is, in per cent of the picture; a suppressed one wide enough to be seen.
  public String width(Bar bar) {
    return percent(share(bar));
  }

  /// Where a bar begins: at the reader's own side.
  public String start(Bar bar, boolean rightToLeft) {
    return rightToLeft ? percent(100 - share(bar)) : "0";
  }

  /// Where a bar ends and its number stands.
  public String end(Bar bar, boolean rightToLeft) {
    return rightToLeft ? percent(100 - share(bar)) : percent(share(bar));
  }

  private double share(Bar bar) {
    long most = 5;
    for (var each : bars) {
      var told = each.value();
      most = Math.max(most, told == null ? 0 : told);
    }
    var value = bar.value();
    if (value == null) {
      return Math.clamp(WIDEST * 4 / most, LEAST_HATCHED, WIDEST_HATCHED);
    }
    return WIDEST * value / most;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }
}
