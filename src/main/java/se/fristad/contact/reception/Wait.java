package se.fristad.contact.reception;

import java.time.LocalDate;
import java.util.Locale;
import se.fristad.law.WorkingDays;

/// How long somebody waited for her first time (*väntan till första tiden*): the working days from
/// the day on which she got in touch to the day of the time.
enum Wait {
  /// On the day itself.
  SAME_DAY(0),
  /// One or two working days.
  TO_2(2),
  /// Three to five.
  TO_5(5),
  /// Six to ten.
  TO_10(10),
  /// More than ten.
  LONGER(Integer.MAX_VALUE);

  private final int most;

  Wait(int most) {
    this.most = most;
  }

  /// As it stands in a counter and in the message files.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// From one day to another. The day itself is none, whatever day it is; a Saturday is none
  /// either.
  static Wait between(LocalDate asked, LocalDate kept) {
    if (!kept.isAfter(asked)) {
      return SAME_DAY;
    }
    // a time on a day on which nobody works has been waited for at least one day
    int days =
        Math.max(
            1,
            (int)
                asked
                    .plusDays(1)
                    .datesUntil(kept.plusDays(1))
                    .filter(WorkingDays::isWorkingDay)
                    .count());
    for (Wait one : values()) {
      if (days <= one.most) {
        return one;
      }
    }
    return LONGER;
  }
}
