package se.fristad.casework.facts;

import java.util.Locale;

/// A person's age, as a band: never the age.
public enum AgeBand {
  /// 0 to 12 years.
  TO_12,
  /// 13 to 17.
  TO_17,
  /// 18 to 25.
  TO_25,
  /// 26 to 40.
  TO_40,
  /// 41 to 64.
  TO_64,
  /// 65 and older.
  FROM_65,
  /// Not known.
  UNKNOWN;

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The band of an age in whole years.
  ///
  /// @throws IllegalArgumentException when it is negative
  public static AgeBand of(int years) {
    if (years < 0) {
      throw new IllegalArgumentException("an age is not negative");
    }
    return years <= 12
        ? TO_12
        : years <= 17
            ? TO_17
            : years <= 25 ? TO_25 : years <= 40 ? TO_40 : years <= 64 ? TO_64 : FROM_65;
  }
}
