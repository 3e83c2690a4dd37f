package se.fristad.contact.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Proposes the acute times that a week lacks: one after another the one that makes the week best,
/// then as long as it gets better one is exchanged for another of its day. The same week gives the
/// same proposal.
final class AcuteRule {
  private final AcuteWeek week;
  private final List<List<AcuteTime>> chosen = new ArrayList<>();

  private AcuteRule(AcuteWeek week) {
    this.week = week;
    week.days().forEach(day -> chosen.add(new ArrayList<>()));
  }

  /// What is proposed for each open day of the week, in the order of the days; each day's times in
  /// their order.
  static List<List<AcuteTime>> propose(AcuteWeek week) {
    AcuteRule rule = new AcuteRule(week);
    rule.fill();
    rule.exchange();
    return rule.sorted();
  }

  /// The same without the exchange.
  static List<List<AcuteTime>> filled(AcuteWeek week) {
    AcuteRule rule = new AcuteRule(week);
    rule.fill();
    return rule.sorted();
  }

  private List<List<AcuteTime>> sorted() {
    return chosen.stream().map(some -> some.stream().sorted(ORDER).toList()).toList();
  }

  private static final Comparator<AcuteTime> ORDER =
      Comparator.comparing(AcuteTime::from).thenComparing(AcuteTime::worker);

  private void fill() {
    for (int at = 0; at < chosen.size(); at++) {
      int missing = week.days().get(at).missing();
      for (int one = 0; one < missing; one++) {
        AcuteTime best = best(at, null);
        if (best == null) {
          break;
        }
        chosen.get(at).add(best);
      }
    }
  }

  private void exchange() {
    AcuteScore now = AcuteScore.of(week, chosen);
    boolean better = true;
    while (better) {
      better = false;
      for (int at = 0; at < chosen.size(); at++) {
        List<AcuteTime> day = chosen.get(at);
        for (int one = 0; one < day.size(); one++) {
          AcuteTime old = day.remove(one);
          AcuteTime other = best(at, old);
          day.add(one, other == null ? old : other);
          AcuteScore then = AcuteScore.of(week, chosen);
          if (then.compareTo(now) < 0) {
            now = then;
            better = true;
          } else {
            day.set(one, old);
          }
        }
      }
    }
  }

  /// The time that makes the week best beside those chosen; the first of several as good.
  private @Nullable AcuteTime best(int at, @Nullable AcuteTime but) {
    List<AcuteTime> day = chosen.get(at);
    AcuteTime best = null;
    AcuteScore least = null;
    for (FreeTimes.Free free : week.days().get(at).free()) {
      AcuteTime one = of(week.days().get(at), day, free);
      if (one == null || one.equals(but)) {
        continue;
      }
      day.add(one);
      AcuteScore score = AcuteScore.of(week, chosen);
      day.removeLast();
      if (least == null || score.compareTo(least) < 0) {
        least = score;
        best = one;
      }
    }
    return best;
  }

  /// A free time as an acute one, in the first room that is left; nothing when the worker has
  /// another then, or neither a room nor the telephone is left.
  static @Nullable AcuteTime of(AcuteWeek.Day day, List<AcuteTime> beside, FreeTimes.Free free) {
    Instant from = free.from();
    Instant until = free.until();
    List<AcuteTime> then =
        Stream.concat(day.stands().stream(), beside.stream())
            .filter(one -> one.from().isBefore(until) && from.isBefore(one.until()))
            .toList();
    if (then.stream().anyMatch(one -> one.worker().equals(free.worker()))) {
      return null;
    }
    Plan.Place place =
        free.rooms().stream()
            .filter(one -> then.stream().noneMatch(other -> one.room().equals(other.room())))
            .findFirst()
            .orElse(null);
    if (place != null) {
      return new AcuteTime(free.worker(), place.room(), from, until, free.ways(), free.speaks());
    }
    Set<Way> ways = new HashSet<>(free.ways());
    ways.remove(Way.ON_SITE);
    return ways.isEmpty()
        ? null
        : new AcuteTime(free.worker(), null, from, until, ways, free.speaks());
  }
}
