package se.fristad.contact.reception;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntFunction;
import se.fristad.centre.OpeningHours;

/// What the acute times of a week are planned from: for each open day how many are wanted, which
/// stand, and which times could become one. Reckons from a [Plan] alone: no table, no clock.
///
/// Whatever may never be is not among the times that could become one: no worker who is away or
/// booked, no room that is taken, held or out of order, no closed day, nothing that has been, and
/// no hour that the clock leaves out ([FreeTimes]); nothing outside the opening hours either.
///
/// @param days the open days, in their order
/// @param times how many times each worker has in the week that are acute or could be
/// @param after how many ordinary times each worker has free in the fortnight after the week
/// @param languages what is spoken in the week besides Swedish
record AcuteWeek(
    List<Day> days,
    Map<UUID, Integer> times,
    Map<UUID, Integer> after,
    SortedSet<String> languages) {
  /// How long after the week somebody who came should get her next time with the same worker.
  static final int FORTNIGHT = 14;

  /// The longest an acute time is looked for in; a day holds no more of them.
  static final int MOST = 12;

  /// An open day.
  ///
  /// @param stands the acute times that hold; who is away has none
  /// @param lost those that do not, since who has them is away
  /// @param free the ordinary times that could become acute, in their order
  record Day(
      LocalDate date,
      Instant opens,
      Instant shuts,
      int wanted,
      List<AcuteTime> stands,
      List<AcuteTime> lost,
      List<FreeTimes.Free> free) {
    Day {
      stands = List.copyOf(stands);
      lost = List.copyOf(lost);
      free = List.copyOf(free);
    }

    /// How many are lacking.
    int missing() {
      return Math.max(0, wanted - stands.size());
    }
  }

  AcuteWeek {
    days = List.copyOf(days);
    times = Map.copyOf(times);
    after = Map.copyOf(after);
  }

  /// The week that begins with a Monday.
  ///
  /// @param plan must reach a fortnight past the week
  /// @param wanted how many acute times a weekday is to have
  static AcuteWeek of(
      Plan plan,
      OpeningHours open,
      LocalDate monday,
      Instant now,
      Duration notice,
      ToIntFunction<DayOfWeek> wanted) {
    FreeTimes reckoned = new FreeTimes(plan, open::isOpenOn, now, notice);
    Map<LocalDate, List<FreeTimes.Free>> free = new HashMap<>();
    Map<UUID, Integer> times = new HashMap<>();
    Map<UUID, Integer> after = new HashMap<>();
    LocalDate sunday = monday.plusDays(6);
    for (FreeTimes.Free one : reckoned.between(monday, sunday.plusDays(FORTNIGHT))) {
      LocalDate date = one.from().atZone(OpeningHours.HERE).toLocalDate();
      if (one.acute()) {
        continue;
      }
      if (date.isAfter(sunday)) {
        after.merge(one.worker(), 1, Integer::sum);
      } else if (isWithin(open, date, one)) {
        free.computeIfAbsent(date, any -> new ArrayList<>()).add(one);
        times.merge(one.worker(), 1, Integer::sum);
      }
    }
    SortedSet<String> languages = new TreeSet<>();
    List<Day> days = new ArrayList<>();
    for (LocalDate date = monday; !date.isAfter(sunday); date = date.plusDays(1)) {
      if (!open.isOpenOn(date)) {
        continue;
      }
      List<AcuteTime> stands = new ArrayList<>();
      List<AcuteTime> lost = new ArrayList<>();
      for (AcuteTime one : reckoned.acute(date)) {
        (reckoned.isAway(one.worker(), one.from(), one.until()) ? lost : stands).add(one);
      }
      List<FreeTimes.Free> some = free.getOrDefault(date, List.of());
      stands.forEach(one -> {
        times.merge(one.worker(), 1, Integer::sum);
        languages.addAll(one.speaks());
      });
      some.forEach(one -> languages.addAll(one.speaks()));
      days.add(
          new Day(
              date,
              date.atTime(open.from()).atZone(OpeningHours.HERE).toInstant(),
              date.atTime(open.to()).atZone(OpeningHours.HERE).toInstant(),
              Math.clamp(wanted.applyAsInt(date.getDayOfWeek()), 0, MOST),
              stands,
              lost,
              some));
    }
    languages.remove("sv");
    return new AcuteWeek(days, times, after, languages);
  }

  private static boolean isWithin(OpeningHours open, LocalDate date, FreeTimes.Free one) {
    return !one.from().isBefore(date.atTime(open.from()).atZone(OpeningHours.HERE).toInstant())
        && !one.until().isAfter(date.atTime(open.to()).atZone(OpeningHours.HERE).toInstant());
  }

  /// How many acute times are lacking in the week, if nothing is done.
  int missing() {
    return days.stream().mapToInt(Day::missing).sum();
  }

  /// How many times could become acute.
  int possible() {
    return days.stream().mapToInt(day -> day.free().size()).sum();
  }
}
