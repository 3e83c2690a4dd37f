package se.fristad.law;

import java.time.LocalDate;
import java.time.Period;

/// How old somebody is on a day. A child is everyone under 18 (*barn*, 3 kap. 1 § SoL with the
/// Convention on the Rights of the Child); under 21 care in a protected home always needs an
/// individual assessment (11 kap. 5 § 5 SoL).
///
/// Who is born on 29 February has a birthday on 1 March in other years: the protection of a child
/// lasts the day longer when there is doubt.
public final class Age {
  private Age() {}

  /// Whole years on a day; never negative.
  ///
  /// @throws IllegalArgumentException when born after the day
  public static int inYears(LocalDate born, LocalDate on) {
    if (born.isAfter(on)) {
      throw new IllegalArgumentException("not yet born on that day");
    }
    return Period.between(born, on).getYears();
  }

  /// Whether somebody is a child on a day.
  public static boolean isUnder18(LocalDate born, LocalDate on) {
    return inYears(born, on) < 18;
  }
}
