package se.fristad.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/// The Swedish public holidays: lagen (1989:253) om allmänna helgdagar.
public final class PublicHolidays {
  private static final Set<MonthDay> SAME_DAY_EVERY_YEAR =
      Set.of(
          MonthDay.of(Month.JANUARY, 1), // nyårsdagen
          MonthDay.of(Month.JANUARY, 6), // trettondedag jul
          MonthDay.of(Month.MAY, 1), // första maj
          MonthDay.of(Month.JUNE, 6), // nationaldagen
          MonthDay.of(Month.DECEMBER, 25), // juldagen
          MonthDay.of(Month.DECEMBER, 26)); // annandag jul

  private PublicHolidays() {}

  /// Whether a day is a public holiday; every Sunday is.
  public static boolean isHoliday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SUNDAY
        || SAME_DAY_EVERY_YEAR.contains(MonthDay.from(day))
        || movesWithEaster(day)
        || day.equals(midsummerDay(day.getYear()))
        || day.equals(allSaintsDay(day.getYear()));
  }

  /// Easter Day of a year in the Gregorian calendar (the anonymous algorithm of 1876).
  public static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int inCentury = year % 100;
    int epact =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
    int late = (golden + 11 * epact + 22 * toSunday) / 451;
    int fromMarch = epact + toSunday - 7 * late + 114;
    return LocalDate.of(year, fromMarch / 31, fromMarch % 31 + 1);
  }

  /// Midsummer Day: the Saturday between 20 and 26 June.
  public static LocalDate midsummerDay(int year) {
    return saturdayFrom(LocalDate.of(year, Month.JUNE, 20));
  }

  /// All Saints' Day: the Saturday between 31 October and 6 November.
  public static LocalDate allSaintsDay(int year) {
    return saturdayFrom(LocalDate.of(year, Month.OCTOBER, 31));
  }

  private static boolean movesWithEaster(LocalDate day) {
    LocalDate easter = easter(day.getYear());
    return day.equals(easter.minusDays(2)) // långfredagen
        || day.equals(easter) // påskdagen
        || day.equals(easter.plusDays(1)) // annandag påsk
        || day.equals(easter.plusDays(39)) // Kristi himmelsfärdsdag
        || day.equals(easter.plusDays(49)); // pingstdagen
  }

  private static LocalDate saturdayFrom(LocalDate day) {
    return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
  }
}
