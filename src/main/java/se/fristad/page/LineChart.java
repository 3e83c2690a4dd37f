package se.fristad.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers over time, one or two lines. The same numbers stand in a table under it.
///
/// A number that may not be told is absent: the line breaks there and a hatched column says "<5",
/// or what its line says instead.
public record LineChart(
    String id,
    String title,
    String description,
    String labelHeading,
    List<String> labels,
    List<Series> series) {
  private static final int TOP = 24;
  private static final int FLOOR = 200;
  private static final double FIRST = 7;
  private static final double LAST = 96;

  /// Copies the lists; refuses a line that is not as long as the labels, and more than two lines.
  public LineChart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    if (series.isEmpty() || series.size() > 2) {
      throw new IllegalArgumentException("one or two lines");
    }
    for (var line : series) {
      if (line.values().size() != labels.size()) {
        throw new IllegalArgumentException("a line is not as long as the labels");
      }
    }
  }

  /// One line.
  ///
  /// @param instead what stands in the place of each number that is absent; null for "<5"
  public record Series(String name, List<@Nullable Long> values, List<@Nullable String> instead) {
    /// Copies the lists.
    public Series {
      values = Collections.unmodifiableList(new ArrayList<>(values));
      instead = Collections.unmodifiableList(new ArrayList<>(instead));
      if (instead.size() != values.size()) {
        throw new IllegalArgumentException("one mark for each number");
      }
    }

    /// Numbers, or "<5" where one is absent.
    public Series(String name, List<@Nullable Long> values) {
      this(name, values, Collections.nCopies(values.size(), null));
    }
  }

  /// Where a number may not be told, and what stands there.
  public record Gap(String x, @Nullable String instead) {}

  /// A piece of a line; x in per cent, y in pixels.
  public record Segment(String x1, String y1, String x2, String y2) {}

  /// A number on a line; x in per cent, y in pixels.
  public record Point(String x, String y, long value, String label) {}

  /// A level: its height in pixels and its number.
  public record Level(int y, long value) {}

  /// The height in pixels.
  public int height() {
    return FLOOR + 32;
  }

  /// Where the floor lies, in pixels from the top.
  public int floor() {
    return FLOOR;
  }

  /// The levels that are drawn: nought, the middle, the top.
  public List<Level> levels() {
    long top = top();
    return List.of(new Level(FLOOR, 0), new Level((FLOOR + TOP) / 2, top / 2), new Level(TOP, top));
  }

  /// The pieces of a line, between numbers that may both be told.
  public List<Segment> segments(Series line) {
    var pieces = new ArrayList<Segment>();
    for (int at = 1; at < labels.size(); at++) {
      var from = line.values().get(at - 1);
      var to = line.values().get(at);
      if (from != null && to != null) {
        pieces.add(new Segment(x(at - 1), y(from), x(at), y(to)));
      }
    }
    return pieces;
  }

  /// The numbers of a line that may be told.
  public List<Point> points(Series line) {
    var points = new ArrayList<Point>();
    for (int at = 0; at < labels.size(); at++) {
      var value = line.values().get(at);
      if (value != null) {
        points.add(new Point(x(at), y(value), value, labels.get(at)));
      }
    }
    return points;
  }

  /// Where, in per cent, a number of any line may not be told.
  public List<Gap> gaps() {
    var gaps = new ArrayList<Gap>();
    for (int at = 0; at < labels.size(); at++) {
      for (var line : series) {
        if (line.values().get(at) == null) {
          gaps.add(new Gap(x(at), line.instead().get(at)));
          break;
        }
      }
    }
    return gaps;
  }

  /// Where a label stands, in per cent.
  public String labelAt(int index) {
    return x(index);
  }

  /// Whether a label is written: every one when they are few, every other or third when not.
  public boolean labelled(int index) {
    return index % Math.max(1, (labels.size() + 6) / 7) == 0;
  }

  /// A number of the table; absent when it may not be told.
  public @Nullable Long at(Series line, int index) {
    return line.values().get(index);
  }

  /// What stands in the table where a number may not be told; null for "<5".
  public @Nullable String insteadAt(Series line, int index) {
    return line.instead().get(index);
  }

  private long top() {
    long most = 4;
    for (var line : series) {
      for (var value : line.values()) {
        most = Math.max(most, value == null ? 4 : value);
      }
    }
    long step = most <= 20 ? 2 : most <= 100 ? 10 : most <= 1000 ? 50 : 500;
    return (most + step - 1) / step * step;
  }

  private String x(int index) {
    double share = labels.size() == 1 ? 0.5 : (double) index / (labels.size() - 1);
    return String.format(Locale.ROOT, "%.2f%%", FIRST + share * (LAST - FIRST));
  }

  private String y(long value) {
    return String.format(Locale.ROOT, "%.1f", FLOOR - (double) value / top() * (FLOOR - TOP));
  }
}
