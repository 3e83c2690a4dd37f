package se.fristad.law;

import java.time.LocalDate;
import java.util.Locale;

/// A length of time as the law counts it: calendar days from the day after; weeks, months and years
/// to the day of the same name or number, and to the last day of a month that has no such day (1 §
/// lagen (1930:173) om beräkning av lagstadgad tid).
public record Limit(int number, Unit unit) {
  /// What is counted.
  public enum Unit {
    /// Calendar days.
    DAYS,
    /// Days on which an authority works.
    WORKING_DAYS,
    /// Weeks.
    WEEKS,
    /// Months.
    MONTHS,
    /// Years.
    YEARS
  }

  /// No time at all: *genast*.
  public static final Limit AT_ONCE = new Limit(0, Unit.DAYS);

  /// Refuses time that runs backwards.
  public Limit {
    if (number < 0) {
      throw new IllegalArgumentException("time runs forwards");
    }
  }

  /// The last day, counted from a day that is not itself counted.
  public LocalDate after(LocalDate day) {
    return switch (unit) {
      case DAYS -> day.plusDays(number);
      case WEEKS -> day.plusWeeks(number);
      case MONTHS -> day.plusMonths(number);
      case YEARS -> day.plusYears(number);
      case WORKING_DAYS -> {
        LocalDate working = day;
        for (int i = 0; i < number; i++) {
          working = WorkingDays.onOrAfter(working.plusDays(1));
        }
        yield working;
      }
    };
  }

  /// Key of its text, with the number to fill in: `law.limit.days`.
  public String textKey() {
    return equals(AT_ONCE)
        ? "law.limit.at-once"
        : "law.limit." + unit.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
