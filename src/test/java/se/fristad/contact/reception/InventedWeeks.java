package se.fristad.contact.reception;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import se.fristad.centre.OpeningHours;

/// Weeks of an invented centre: who receives when, who is away, which rooms are out of order, what
/// is booked. The same seed gives the same weeks.
final class InventedWeeks {
  static final OpeningHours OPEN =
      new OpeningHours(
          Set.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY,
              DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(16, 0),
          Set.of());
  static final Duration NOTICE = Duration.ofHours(1);
  private static final List<Set<String>> SPOKEN =
      List.of(
          Set.of("sv", "en"),
          Set.of("sv", "ar", "en"),
          Set.of("sv", "so"),
          Set.of("sv"),
          Set.of("sv", "fa"),
          Set.of("sv", "ti", "ar"));
  private final long seed;
  private final int workers;
  private final int rooms;
  private final double booked;
  private final double away;
  private final int wanted;
  private final List<Plan.Hours> hours = new ArrayList<>();
  private final List<Plan.Place> places = new ArrayList<>();

  /// @param booked the share of the times that are booked when the week is planned
  /// @param away the share of the weeks in which a worker is away for a day
  InventedWeeks(long seed, int workers, int rooms, double booked, double away, int wanted) {
    this.seed = seed;
    this.workers = workers;
    this.rooms = rooms;
    this.booked = booked;
    this.away = away;
    this.wanted = wanted;
    for (int room = 0; room < rooms; room++) {
      places.add(new Plan.Place(new UUID(5, room), 1));
    }
    for (int worker = 0; worker < workers; worker++) {
      for (DayOfWeek day : OPEN.days().stream().sorted().toList()) {
        // each has a half day on which she does not receive, and meetings of her own
        if ((worker + day.getValue()) % 5 != 0) {
          hours.add(hours(worker, day, 9, 12));
        }
        if ((worker * 2 + day.getValue()) % 4 != 0) {
          hours.add(hours(worker, day, 13, 16));
        }
      }
    }
  }

  private static Plan.Hours hours(int worker, DayOfWeek day, int from, int until) {
    return new Plan.Hours(
        new UUID(4, worker),
        false,
        day,
        LocalTime.of(from, 0),
        LocalTime.of(until, 0),
        60,
        Set.of(Way.values()),
        SPOKEN.get(worker % SPOKEN.size()),
        Set.of(),
        null,
        LocalDate.of(2020, 1, 1),
        null);
  }

  int wanted() {
    return wanted;
  }

  /// The week that begins with a Monday, as it stands on the Wednesday before.
  AcuteWeek week(LocalDate monday) {
    return AcuteWeek.of(plan(monday), OPEN, monday, now(monday), NOTICE, day -> wanted);
  }

  static Instant now(LocalDate monday) {
    return monday.minusDays(5).atTime(10, 0).atZone(OpeningHours.HERE).toInstant();
  }

  Plan plan(LocalDate monday) {
    Random random = new Random(seed * 100_003 + monday.toEpochDay());
    List<Plan.Taken> taken = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      if (random.nextDouble() < away) {
        LocalDate day = monday.plusDays(random.nextInt(5));
        taken.add(new Plan.Taken(new UUID(4, worker), at(day, 0), at(day.plusDays(1), 0), true));
      }
    }
    if (random.nextInt(4) == 0) {
      LocalDate day = monday.plusDays(random.nextInt(5));
      taken.add(
          new Plan.Taken(
              new UUID(5, random.nextInt(rooms)), at(day, 0), at(day.plusDays(1), 0), true));
    }
    for (LocalDate day = monday; day.isBefore(monday.plusDays(21)); day = day.plusDays(1)) {
      for (int hour = 9; hour < 16; hour++) {
        int room = 0;
        for (int worker = 0; worker < workers; worker++) {
          if (random.nextDouble() < booked && room < rooms) {
            taken.add(new Plan.Taken(new UUID(4, worker), at(day, hour), at(day, hour + 1), false));
            taken.add(new Plan.Taken(new UUID(5, room++), at(day, hour), at(day, hour + 1), false));
          }
        }
      }
    }
    return new Plan(hours, List.of(), places, taken);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(OpeningHours.HERE).toInstant();
  }
}
