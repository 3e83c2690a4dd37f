package se.fristad.contact.reception;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.fristad.centre.OpeningHours;

/// Which times are free (*lediga tider*). Reckons from a [Plan] alone: no table, no clock.
///
/// Days and times of day are Sweden's. In the night in which the clock is put forward the missing
/// hour has no times, and in the one in which it is put back the double hour has them twice; every
/// time is as long as it says.
public final class FreeTimes {
  private static final ZoneId HERE = OpeningHours.HERE;

  private final Plan plan;
  private final Predicate<LocalDate> open;
  private final Instant now;
  private final Duration notice;
  private final Map<UUID, Busy> busy = new HashMap<>();

  /// @param open whether the centre is open on a day
  /// @param notice how long before an ordinary time it can be booked at the latest
  public FreeTimes(Plan plan, Predicate<LocalDate> open, Instant now, Duration notice) {
    this.plan = plan;
    this.open = open;
    this.now = now;
    this.notice = notice;
    Map<UUID, List<long[]>> taken = new HashMap<>();
    for (Plan.Taken one : plan.taken()) {
      taken
          .computeIfAbsent(one.what(), what -> new ArrayList<>())
          .add(new long[] {one.from().getEpochSecond(), one.until().getEpochSecond()});
    }
    taken.forEach((what, spans) -> busy.put(what, Busy.of(spans)));
  }

  /// A time of one worker.
  ///
  /// @param ways how it can be; here only when a room is free
  /// @param rooms the rooms that are free for it
  public record Free(
      Instant from,
      Instant until,
      boolean acute,
      UUID worker,
      Set<Way> ways,
      List<Plan.Place> rooms,
      Set<String> speaks) {}

  /// A time as it is offered to a person, and with whom it can be.
  ///
  /// @param choices in the order in which they are tried
  public record Time(Instant from, Instant until, Way way, boolean acute, List<Choice> choices) {
    /// Copies the list.
    public Time {
      choices = List.copyOf(choices);
    }

    /// What a form sends.
    public String code() {
      return way.code()
          + "."
          + from.getEpochSecond() / 60
          + "."
          + Duration.between(from, until).toMinutes();
    }

    /// The same time with other choices.
    public Time with(List<Choice> some) {
      return new Time(from, until, way, acute, some);
    }
  }

  /// One way to keep a time.
  public record Choice(UUID worker, Plan.@Nullable Place place) {}

  /// Why a wished time cannot be had.
  public enum Why {
    /// It has been.
    PAST,
    /// The clock is put forward over it.
    NO_SUCH_HOUR,
    /// The centre is closed that day.
    CLOSED_DAY,
    /// Nobody receives then.
    NOBODY,
    /// Who receives then does not speak the language, or does not know what is needed.
    NO_FIT,
    /// Nobody receives in that way then.
    NOT_THAT_WAY,
    /// Whoever comes with somebody can only be met here.
    HERE_ONLY,
    /// It is an acute time, and is released on the day.
    HELD_BACK,
    /// Who receives then is away.
    AWAY,
    /// No room is free.
    NO_ROOM,
    /// It is taken.
    TAKEN
  }

  /// All free times between two days, both included, in their order.
  public List<Free> between(LocalDate first, LocalDate last) {
    LocalDate today = now.atZone(HERE).toLocalDate();
    Map<DayOfWeek, List<Plan.Hours>> weekly = new EnumMap<>(DayOfWeek.class);
    plan.hours().stream()
        .sorted(Comparator.comparing(Plan.Hours::worker))
        .forEach(one -> weekly.computeIfAbsent(one.day(), any -> new ArrayList<>()).add(one));
    List<Free> free = new ArrayList<>();
    for (LocalDate date = first.isBefore(today) ? today : first;
        !date.isAfter(last);
        date = date.plusDays(1)) {
      List<Plan.Hours> hours = weekly.get(date.getDayOfWeek());
      if (hours != null && open.test(date)) {
        free.addAll(on(date, today, hours));
      }
    }
    return free;
  }

  /// The free times of a day, in their order; of one moment in the order of the workers.
  private List<Free> on(LocalDate date, LocalDate today, List<Plan.Hours> weekly) {
    Map<UUID, Busy> held = held(date);
    Map<UUID, Busy> acute = heldBack(date);
    // many share their hours and their rooms: each is reckoned once
    Map<Shape, List<Span>> shapes = new HashMap<>();
    Map<Span, List<Plan.Place>> known = new HashMap<>();
    List<Free> free = new ArrayList<>();
    for (Plan.Hours hours : weekly) {
      if (!hours.on(date) || (hours.acute() && !date.equals(today))) {
        continue;
      }
      Instant earliest = hours.acute() ? now : now.plus(notice);
      Busy own = busy.getOrDefault(hours.worker(), Busy.NOTHING);
      Busy back = hours.acute() ? Busy.NOTHING : acute.getOrDefault(hours.worker(), Busy.NOTHING);
      Set<Way> all = EnumSet.copyOf(hours.ways());
      Set<Way> away = EnumSet.copyOf(hours.ways());
      away.remove(Way.ON_SITE);
      for (Span span : shapes.computeIfAbsent(Shape.of(hours), any -> spans(hours, date))) {
        if (span.from().isBefore(earliest) || own.meets(span) || back.meets(span)) {
          continue;
        }
        List<Plan.Place> rooms =
            !all.contains(Way.ON_SITE)
                ? List.of()
                : hours.room() != null
                    ? rooms(hours, span, held)
                    : known.computeIfAbsent(span, any -> rooms(hours, span, held));
        Set<Way> ways = rooms.isEmpty() ? away : all;
        if (!ways.isEmpty()) {
          free.add(
              new Free(
                  span.from(),
                  span.until(),
                  hours.acute(),
                  hours.worker(),
                  ways,
                  rooms,
                  hours.speaks()));
        }
      }
    }
    free.sort(Comparator.comparing(Free::from));
    return free;
  }

  /// Hours that give the same times on the same day.
  private record Shape(LocalTime starts, LocalTime ends, int minutes) {
    static Shape of(Plan.Hours hours) {
      return new Shape(hours.starts(), hours.ends(), hours.minutes());
    }
  }

  /// The rooms that acute times hold on a day, and when.
  private Map<UUID, Busy> held(LocalDate date) {
    return busy(
        date, plan.held().stream().filter(hours -> hours.on(date)).toList(), Plan.Hours::room);
  }

  /// When each worker has acute times on a day: her ordinary ones give way to them.
  private Map<UUID, Busy> heldBack(LocalDate date) {
    return busy(
        date,
        plan.hours().stream().filter(hours -> hours.acute() && hours.on(date)).toList(),
        Plan.Hours::worker);
  }

  private static Map<UUID, Busy> busy(
      LocalDate date, List<Plan.Hours> some, Function<Plan.Hours, @Nullable UUID> of) {
    Map<UUID, List<long[]>> taken = new HashMap<>();
    for (Plan.Hours hours : some) {
      UUID what = of.apply(hours);
      if (what != null) {
        taken
            .computeIfAbsent(what, any -> new ArrayList<>())
            .add(
                new long[] {
                  at(date, hours.starts()).getEpochSecond(), at(date, hours.ends()).getEpochSecond()
                });
      }
    }
    Map<UUID, Busy> spans = new HashMap<>();
    taken.forEach((what, one) -> spans.put(what, Busy.of(one)));
    return spans;
  }

  /// The acute times of a day, booked or not; without its room where that is out of order.
  List<AcuteTime> acute(LocalDate date) {
    List<AcuteTime> acute = new ArrayList<>();
    for (Plan.Hours hours : plan.hours()) {
      if (hours.acute() && hours.on(date)) {
        for (Span span : spans(hours, date)) {
          UUID room = hours.room();
          boolean here =
              room != null
                  && plan.rooms().stream().anyMatch(one -> one.room().equals(room))
                  && !isAway(room, span.from(), span.until());
          acute.add(
              new AcuteTime(
                  hours.worker(),
                  here ? room : null,
                  span.from(),
                  span.until(),
                  hours.ways(),
                  hours.speaks()));
        }
      }
    }
    acute.sort(Comparator.comparing(AcuteTime::from).thenComparing(AcuteTime::worker));
    return acute;
  }

  /// Whether a worker is away, or a room is out of order, at any moment between two.
  boolean isAway(UUID what, Instant from, Instant until) {
    return plan.taken().stream()
        .anyMatch(taken ->
            taken.away()
                && taken.what().equals(what)
                && taken.from().isBefore(until)
                && taken.until().isAfter(from));
  }

  private List<Plan.Place> rooms(Plan.Hours hours, Span span, Map<UUID, Busy> held) {
    return plan.rooms().stream()
        .filter(place -> hours.room() == null || hours.room().equals(place.room()))
        .filter(place -> !isBusy(place.room(), span))
        .filter(place ->
            plan.near().stream()
                .noneMatch(near ->
                    near.house() == place.house()
                        && near.from().isBefore(span.until())
                        && near.until().isAfter(span.from())))
        .filter(place ->
            place.room().equals(hours.room())
                || !held.getOrDefault(place.room(), Busy.NOTHING).meets(span))
        .toList();
  }

  private boolean isBusy(UUID what, Span span) {
    return busy.getOrDefault(what, Busy.NOTHING).meets(span);
  }

  /// How many ways to keep a time are known in each house: as many as are tried before somebody is
  /// told that it is taken.
  private static final int CHOICES = 8;

  /// One more than the highest number of a house.
  private static final int HOUSES = 10;

  /// The times as they are offered: each moment and way once.
  ///
  /// @param language who speaks it is tried first, then who has least
  public List<Time> offered(List<Free> free, String language) {
    Map<UUID, Integer> turns = turns(free, language);
    List<Time> offered = new ArrayList<>();
    for (int at = 0, end; at < free.size(); at = end) {
      Instant from = free.get(at).from();
      Map<Kind, List<Turn>> kinds = new LinkedHashMap<>();
      for (end = at; end < free.size() && free.get(end).from().equals(from); end++) {
        Free one = free.get(end);
        kinds
            .computeIfAbsent(new Kind(one.until(), one.acute()), any -> new ArrayList<>())
            .add(new Turn(turns.getOrDefault(one.worker(), 0), one));
      }
      kinds.forEach((kind, some) -> offer(from, kind, some, offered));
    }
    return offered;
  }

  private record Kind(Instant until, boolean acute) {}

  private record Turn(int turn, Free free) {}

  /// In which order the workers are tried.
  private Map<UUID, Integer> turns(List<Free> free, String language) {
    Map<UUID, Boolean> speaks = new LinkedHashMap<>();
    free.forEach(one -> speaks.putIfAbsent(one.worker(), one.speaks().contains(language)));
    Map<UUID, Long> load = new HashMap<>();
    speaks.keySet().forEach(one -> load.put(one, busy.getOrDefault(one, Busy.NOTHING).seconds()));
    List<UUID> sorted =
        speaks.keySet().stream()
            .sorted(
                Comparator.comparing((UUID one) -> !speaks.getOrDefault(one, false))
                    .thenComparing(one -> load.getOrDefault(one, 0L)))
            .toList();
    Map<UUID, Integer> turns = new HashMap<>();
    sorted.forEach(one -> turns.put(one, turns.size()));
    return turns;
  }

  private static void offer(Instant from, Kind kind, List<Turn> some, List<Time> offered) {
    some.sort(Comparator.comparingInt(Turn::turn));
    for (Way way : Way.values()) {
      List<Choice> choices = way == Way.ON_SITE ? here(some) : away(some, way);
      if (!choices.isEmpty()) {
        offered.add(new Time(from, kind.until(), way, kind.acute(), choices));
      }
    }
  }

  private static List<Choice> away(List<Turn> some, Way way) {
    List<Choice> choices = new ArrayList<>(CHOICES);
    for (int at = 0; at < some.size() && choices.size() < CHOICES; at++) {
      Free one = some.get(at).free();
      if (one.ways().contains(way)) {
        choices.add(new Choice(one.worker(), null));
      }
    }
    return choices;
  }

  /// Each worker in turn with another room, so that what somebody took in the meantime is not met
  /// by all of them; in each house enough for all tries.
  private static List<Choice> here(List<Turn> all) {
    List<Free> some = new ArrayList<>(all.size());
    int most = 0;
    boolean[] houses = new boolean[HOUSES];
    for (Turn one : all) {
      Free free = one.free();
      if (free.ways().contains(Way.ON_SITE)) {
        some.add(free);
        most = Math.max(most, free.rooms().size());
        for (Plan.Place place : free.rooms()) {
          houses[place.house()] = true;
        }
      }
    }
    int enough = 0;
    for (boolean house : houses) {
      enough += house ? CHOICES : 0;
    }
    int[] known = new int[HOUSES];
    List<Choice> choices = new ArrayList<>();
    for (int shift = 0; shift < most && choices.size() < enough; shift++) {
      for (int turn = 0; turn < some.size() && choices.size() < enough; turn++) {
        List<Plan.Place> rooms = some.get(turn).rooms();
        if (shift < rooms.size()) {
          Plan.Place place = rooms.get((turn + shift) % rooms.size());
          if (known[place.house()] < CHOICES) {
            known[place.house()]++;
            choices.add(new Choice(some.get(turn).worker(), place));
          }
        }
      }
    }
    return choices;
  }

  /// The free times nearest to a wish, each moment once, in their order.
  public static List<Time> nearest(List<Time> offered, Instant wished, Way way, int most) {
    Map<Instant, Time> moments = new LinkedHashMap<>();
    offered.stream()
        .sorted(Comparator.comparing((Time time) -> time.way() != way))
        .forEach(time -> moments.putIfAbsent(time.from(), time));
    return moments.values().stream()
        .sorted(Comparator.comparing(time -> Duration.between(wished, time.from()).abs()))
        .limit(most)
        .sorted(Comparator.comparing(Time::from))
        .toList();
  }

  /// Why nothing is free at a wished time.
  ///
  /// @param worker with whom it was wished; with anybody when nobody was named
  public Why why(LocalDateTime wished, Way way, @Nullable UUID worker) {
    LocalDate date = wished.toLocalDate();
    if (HERE.getRules().getValidOffsets(wished).isEmpty()) {
      return Why.NO_SUCH_HOUR;
    }
    Instant from = wished.atZone(HERE).toInstant();
    if (!from.isAfter(now)) {
      return Why.PAST;
    }
    if (!open.test(date)) {
      return Why.CLOSED_DAY;
    }
    Map<UUID, Busy> acute = heldBack(date);
    List<Plan.Hours> then =
        plan.hours().stream()
            .filter(hours -> hours.on(date) && (worker == null || hours.worker().equals(worker)))
            .filter(hours ->
                spans(hours, date).stream()
                    .filter(span ->
                        hours.acute()
                            || !acute.getOrDefault(hours.worker(), Busy.NOTHING).meets(span))
                    .anyMatch(span -> !from.isBefore(span.from()) && from.isBefore(span.until())))
            .toList();
    if (then.isEmpty()) {
      // in the words of an occupied time where somebody was named: that she is not to be had
      // for this person is told to nobody
      return worker != null && plan.hours().stream().noneMatch(h -> h.worker().equals(worker))
          ? Why.TAKEN
          : Why.NOBODY;
    }
    List<Plan.Hours> so = then.stream().filter(hours -> hours.ways().contains(way)).toList();
    if (so.isEmpty()) {
      return Why.NOT_THAT_WAY;
    }
    if (so.stream().allMatch(Plan.Hours::acute) && !date.equals(now.atZone(HERE).toLocalDate())) {
      return Why.HELD_BACK;
    }
    return way == Way.ON_SITE && so.stream().anyMatch(hours -> isFreeAt(hours, date, from))
        ? Why.NO_ROOM
        : so.stream().allMatch(hours -> isAway(hours, from)) ? Why.AWAY : Why.TAKEN;
  }

  private boolean isFreeAt(Plan.Hours hours, LocalDate date, Instant from) {
    return spans(hours, date).stream()
        .anyMatch(span -> span.from().equals(from) && !isBusy(hours.worker(), span));
  }

  private boolean isAway(Plan.Hours hours, Instant from) {
    return isAway(hours.worker(), from, from.plusSeconds(1));
  }

  /// Two moments.
  public record Span(Instant from, Instant until) {
    /// The same with a margin on both sides.
    public Span wider(Duration margin) {
      return new Span(from.minus(margin), until.plus(margin));
    }
  }

  private static List<Span> spans(Plan.Hours hours, LocalDate date) {
    List<Span> spans = new ArrayList<>();
    Instant ends = at(date, hours.ends());
    Duration length = Duration.ofMinutes(hours.minutes());
    for (Instant from = at(date, hours.starts());
        !from.plus(length).isAfter(ends);
        from = from.plus(length)) {
      spans.add(new Span(from, from.plus(length)));
    }
    return spans;
  }

  private static Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(HERE).toInstant();
  }

  /// Spans that do not meet each other, in their order.
  private record Busy(long[] starts, long[] ends) {
    static final Busy NOTHING = new Busy(new long[0], new long[0]);

    static Busy of(List<long[]> spans) {
      List<long[]> sorted = new ArrayList<>(spans);
      sorted.sort(Comparator.comparingLong(span -> span[0]));
      long[] starts = new long[sorted.size()];
      long[] ends = new long[sorted.size()];
      int count = 0;
      for (long[] span : sorted) {
        if (count > 0 && span[0] <= ends[count - 1]) {
          ends[count - 1] = Math.max(ends[count - 1], span[1]);
        } else {
          starts[count] = span[0];
          ends[count] = span[1];
          count++;
        }
      }
      return new Busy(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
    }

    boolean meets(Span span) {
      long from = span.from().getEpochSecond();
      long until = span.until().getEpochSecond();
      int at = Arrays.binarySearch(ends, from);
      // the first span that ends after it begins
      int first = at >= 0 ? at + 1 : -at - 1;
      return first < starts.length && starts[first] < until;
    }

    long seconds() {
      long all = 0;
      for (int at = 0; at < starts.length; at++) {
        all += ends[at] - starts[at];
      }
      return all;
    }
  }
}
