package se.fristad.statistics;

import java.util.Locale;

/// What is told of a cell.
enum Label {
  /// Its number.
  SHOWN,
  /// That it is fewer than five; nought as well.
  FEW,
  /// That it is five or more, and hidden so that a smaller one stays hidden: two dots.
  HIDDEN,
  /// Nothing, and neither of any other cell of its table: a colon.
  WITHHELD;

  /// The least number that is told.
  static final int LEAST = 5;

  /// As it stands in the table.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Label of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
