package se.fristad.statistics;

import org.jspecify.annotations.Nullable;

/// A place in a release where a number stands.
///
/// @param dimension by what the measure is divided; null for the whole measure
/// @param value of the dimension; empty for the whole measure
/// @param municipality its code, or [Municipalities#OTHER]; empty for the whole county
record Cell(
    Period period,
    Measure measure,
    @Nullable Dimension dimension,
    String value,
    String municipality) {
  static Cell whole(Period period, Measure measure) {
    return new Cell(period, measure, null, "", "");
  }

  static Cell part(Period period, Measure measure, Dimension dimension, String value) {
    return new Cell(period, measure, dimension, value, "");
  }

  static Cell of(Period period, Measure measure, String municipality) {
    return new Cell(period, measure, null, "", municipality);
  }

  boolean isWhole() {
    return dimension == null && municipality.isEmpty();
  }
}
