package se.fristad.statistics;

import org.jspecify.annotations.Nullable;
import se.fristad.centre.Municipality;
import se.fristad.page.Texts;

/// What periods, measures, values and places are called.
final class Names {
  private Names() {}

  static String of(Texts texts, Period period) {
    return period.isYear()
        ? Integer.toString(period.inYear())
        : texts.t("statistics.quarter", period.quarter(), Integer.toString(period.inYear()));
  }

  static String of(Texts texts, Measure measure) {
    return texts.t("statistics.measure." + measure.code());
  }

  static String of(Texts texts, Dimension dimension) {
    return texts.t("statistics.dimension." + dimension.code());
  }

  static String value(Texts texts, @Nullable Dimension dimension, String value) {
    return dimension == null ? "" : texts.t("statistics.value." + dimension.code() + "." + value);
  }

  static String place(Texts texts, String municipality) {
    return municipality.isEmpty()
        ? texts.t("statistics.county")
        : Municipality.ofUppsalaCounty().stream()
            .filter(one -> one.code().code().equals(municipality))
            .map(Municipality::name)
            .findFirst()
            .orElseGet(() -> texts.t("statistics.elsewhere"));
  }

  /// What stands in the place of a number.
  static String number(Texts texts, ReleaseRows.Told told) {
    Long n = told.n();
    return n != null ? texts.number(n) : mark(told.label());
  }

  /// The sign of a label that is not a number; the same in every language and every file.
  static String mark(Label label) {
    return switch (label) {
      case SHOWN -> throw new IllegalStateException("a number has no sign");
      case FEW -> "<5";
      case HIDDEN -> "..";
      case WITHHELD -> ":";
    };
  }
}
