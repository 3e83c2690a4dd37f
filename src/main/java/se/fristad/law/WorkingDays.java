package se.fristad.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/// The days on which an authority works: 2 § lagen (1930:173) om beräkning av lagstadgad tid puts
/// Saturdays and the eves of midsummer, Christmas and the new year beside the public holidays.
public final class WorkingDays {
  private WorkingDays() {}

  /// Whether a day is neither a public holiday, a Saturday nor one of the three eves.
  public static boolean isWorkingDay(LocalDate day) {
    return !PublicHolidays.isHoliday(day)
        && day.getDayOfWeek() != DayOfWeek.SATURDAY
        && !isEve(day);
  }

  /// The eve of midsummer, of Christmas or of the new year.
  public static boolean isEve(LocalDate day) {
    return day.equals(LocalDate.of(day.getYear(), Month.DECEMBER, 24))
        || day.equals(LocalDate.of(day.getYear(), Month.DECEMBER, 31))
        || day.equals(PublicHolidays.midsummerDay(day.getYear()).minusDays(1));
  }

  /// The day itself when it is a working day, else the next that is. A limit of the law that ends
  /// on another day is met on this one.
  public static LocalDate onOrAfter(LocalDate day) {
    LocalDate working = day;
    while (!isWorkingDay(working)) {
      working = working.plusDays(1);
    }
    return working;
  }
}
