package se.fristad.contact.reception;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// How good the acute times of a week are; less is better. What may never be comes first, then how
/// many are lacking, then the rest in points: one is a minute that somebody waits on average who
/// comes to the door at any moment of the opening hours. What the other points are worth is a
/// judgement
/// ([docs/adr/0023](../../../../../../../docs/adr/0023-the-weeks-acute-times-by-a-rule.md)).
///
/// @param broken how often a worker or a room is taken twice, or what has been proposed was not
///   free
/// @param missing how many are lacking
/// @param points hundredths of a minute
record AcuteScore(int broken, int missing, long points) implements Comparable<AcuteScore> {
  private static final long MINUTE = 100;

  /// Load squared for each possible time: even when everybody has the same share of her own times.
  private static final long EVEN = 40 * MINUTE;

  /// Each time beyond the first of the same worker in a day.
  private static final long AGAIN = 20 * MINUTE;

  /// Each time after which the worker has none free in the fortnight after.
  private static final long ALONE = 30 * MINUTE;

  /// Each language that is spoken in the week, and each day on which it is not.
  private static final long UNSPOKEN = 4 * MINUTE;

  /// Each time without a room.
  private static final long NO_ROOM = 25 * MINUTE;

  @Override
  public int compareTo(AcuteScore other) {
    int first = Integer.compare(broken, other.broken);
    int second = first != 0 ? first : Integer.compare(missing, other.missing);
    return second != 0 ? second : Long.compare(points, other.points);
  }

  /// The score of a week.
  ///
  /// @param proposed what is proposed for each of its days, in the order of the days
  static AcuteScore of(AcuteWeek week, List<? extends Collection<AcuteTime>> proposed) {
    int broken = 0;
    int missing = 0;
    long points = 0;
    Map<UUID, Integer> load = new HashMap<>();
    for (int at = 0; at < week.days().size(); at++) {
      AcuteWeek.Day day = week.days().get(at);
      List<AcuteTime> all = new ArrayList<>(day.stands());
      all.addAll(proposed.get(at));
      broken += against(all, day.stands().size());
      missing += Math.max(0, day.wanted() - all.size());
      points += wait(day, all);
      Set<UUID> seen = new HashSet<>();
      Set<String> spoken = new HashSet<>();
      for (AcuteTime one : all) {
        load.merge(one.worker(), 1, Integer::sum);
        points += (seen.add(one.worker()) ? 0 : AGAIN) + (one.room() == null ? NO_ROOM : 0);
        spoken.addAll(one.speaks());
      }
      points += UNSPOKEN * week.languages().stream().filter(one -> !spoken.contains(one)).count();
    }
    for (Map.Entry<UUID, Integer> one : load.entrySet()) {
      long count = one.getValue();
      points += EVEN * count * count / Math.max(1, week.times().getOrDefault(one.getKey(), 1));
      points += ALONE * Math.max(0, count - week.after().getOrDefault(one.getKey(), 0));
    }
    return new AcuteScore(broken, missing, points);
  }

  /// How often one of the proposed meets another, or one that stands.
  private static int against(List<AcuteTime> all, int stands) {
    int broken = 0;
    for (int one = stands; one < all.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (all.get(one).isAgainst(all.get(other))) {
          broken++;
        }
      }
    }
    return broken;
  }

  /// How long somebody who comes at any moment of the day waits on average, in hundredths of a
  /// minute; who comes after the last time waits until it shuts.
  private static long wait(AcuteWeek.Day day, List<AcuteTime> all) {
    long opens = day.opens().getEpochSecond() / 60;
    long shuts = day.shuts().getEpochSecond() / 60;
    long[] starts =
        all.stream().map(AcuteTime::from).mapToLong(Instant::getEpochSecond).sorted().toArray();
    long before = opens;
    long squares = 0;
    for (long start : starts) {
      long now = Math.clamp(start / 60, before, shuts);
      squares += (now - before) * (now - before);
      before = now;
    }
    squares += (shuts - before) * (shuts - before);
    return MINUTE * squares / 2 / Math.max(1, Duration.ofMinutes(shuts - opens).toMinutes());
  }
}
