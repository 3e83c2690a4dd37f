package se.fristad.statistics;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A quarter or a year.
///
/// @param inYear the year, or the year that the quarter lies in
/// @param quarter 1 to 4; 0 for the whole year
record Period(int inYear, int quarter) implements Comparable<Period> {
  private static final Pattern CODE = Pattern.compile("(20[0-9]{2})(?:-[qQ]([1-4]))?");

  /// Refuses what is neither.
  Period {
    if (quarter < 0 || quarter > 4) {
      throw new IllegalArgumentException("a year has four quarters");
    }
  }

  static Period year(int year) {
    return new Period(year, 0);
  }

  /// The quarter of a day.
  static Period quarterOf(LocalDate day) {
    return new Period(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  /// Reads `2025` and `2025-Q1`.
  static Optional<Period> read(String typed) {
    Matcher matcher = CODE.matcher(typed.strip());
    return matcher.matches()
        ? Optional.of(
            new Period(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  boolean isYear() {
    return quarter == 0;
  }

  /// The quarters of the year, in order.
  Stream<Period> quarters() {
    return IntStream.rangeClosed(1, 4).mapToObj(one -> new Period(inYear, one));
  }

  /// The year around it.
  Period year() {
    return year(inYear);
  }

  LocalDate firstDay() {
    return LocalDate.of(inYear, isYear() ? 1 : quarter * 3 - 2, 1);
  }

  LocalDate lastDay() {
    return firstDay().plusMonths(isYear() ? 12 : 3).minusDays(1);
  }

  /// Whether its last day has passed.
  boolean isClosed(LocalDate today) {
    return today.isAfter(lastDay());
  }

  /// `2025` or `2025-Q1`.
  String code() {
    return isYear() ? Integer.toString(inYear) : inYear + "-Q" + quarter;
  }

  /// In the order of time, a year after its quarters.
  @Override
  public int compareTo(Period other) {
    int byYear = Integer.compare(inYear, other.inYear);
    return byYear != 0
        ? byYear
        : Integer.compare(isYear() ? 5 : quarter, other.isYear() ? 5 : other.quarter);
  }
}
