package se.fristad.contact.reception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is told of a month of the reception. Every page, picture and file is cut from this, and no
/// number that is hidden is in it.
///
/// Months are told one by one and never added up; within a month each division is a system of its
/// own. What is told of the times of those who seek support hangs together with the times that
/// began; those who ask in their work, and those who come without a time, are wholes of their own.
///
/// @param month its first day
/// @param released acute times that there were; a timetable, about nobody
/// @param used acute times on which somebody was booked
/// @param began times on which somebody was booked
/// @param absent times to which nobody came
/// @param first first times of somebody
/// @param waits how long those were waited for
/// @param interpreter times for which an interpreter was asked
/// @param languages of those, by code in the order of the alphabet
/// @param consulted times of those who ask in their work
/// @param errands what those came for
/// @param walkedIn who came without a time
/// @param became what that became
record MonthFigures(
    LocalDate month,
    long released,
    Told used,
    Told began,
    Told absent,
    Told first,
    Map<Wait, Told> waits,
    Told interpreter,
    Map<String, Told> languages,
    Told consulted,
    Map<Errand, Told> errands,
    Told walkedIn,
    Map<String, Told> became) {
  private static final String SPOKEN = "interpreter_";

  /// What it becomes that somebody comes without a time; nothing that is written down, last.
  static final List<String> BECAME = List.of("conversation", "intake", "nothing", "not_said");

  /// Cuts the months from their counters, in the order of time.
  ///
  /// @param months those that are told, also when nothing happened in them
  static List<MonthFigures> cut(List<LocalDate> months, List<TimeCounts.Count> counters) {
    Map<LocalDate, Map<String, Long>> numbers = new HashMap<>();
    for (TimeCounts.Count one : counters) {
      numbers
          .computeIfAbsent(one.month(), any -> new HashMap<>())
          .merge(one.what(), one.number(), Long::sum);
    }
    return months.stream()
        .sorted()
        .map(month -> cut(month, numbers.getOrDefault(month, Map.of())))
        .toList();
  }

  private static MonthFigures cut(LocalDate month, Map<String, Long> numbers) {
    long began = number(numbers, "began");
    long used = number(numbers, "acute_used");
    long first = number(numbers, "first");
    long interpreter = number(numbers, "interpreter");
    long consulted = number(numbers, "consulted");
    long walkedIn = number(numbers, "walked_in");
    long said = BECAME.stream().mapToLong(became -> number(numbers, "walked_in_" + became)).sum();
    Told firsts = Told.part(first, began);
    Told interpreters = Told.part(interpreter, began);
    List<Wait> waits = Arrays.asList(Wait.values());
    List<String> languages = List.copyOf(new TreeSet<>(Interpreters.LANGUAGES));
    return new MonthFigures(
        month,
        Math.max(number(numbers, "acute_released"), used),
        Told.part(used, began),
        Told.whole(began),
        Told.part(number(numbers, "did_not_come"), began),
        firsts,
        divided(waits, firsts, first, one -> number(numbers, "wait_" + one.code())),
        interpreters,
        divided(languages, interpreters, interpreter, one -> number(numbers, SPOKEN + one)),
        Told.whole(consulted),
        divided(
            Arrays.asList(Errand.values()),
            Told.whole(consulted),
            consulted,
            one -> number(numbers, "consulted_" + one.code())),
        Told.whole(walkedIn),
        divided(
            BECAME,
            Told.whole(walkedIn),
            walkedIn,
            one ->
                one.equals("not_said")
                    ? Math.max(0, walkedIn - said)
                    : number(numbers, "walked_in_" + one)));
  }

  private static <T> Map<T, Told> divided(
      List<T> parts, Told told, long whole, java.util.function.ToLongFunction<T> number) {
    List<Long> numbers = new ArrayList<>();
    parts.forEach(part -> numbers.add(number.applyAsLong(part)));
    List<Told> all = Told.divided(told.isTold() ? whole : 0, numbers);
    Map<T, Told> divided = new LinkedHashMap<>();
    for (int at = 0; at < parts.size(); at++) {
      divided.put(parts.get(at), all.get(at));
    }
    return divided;
  }

  private static long number(Map<String, Long> numbers, String what) {
    return numbers.getOrDefault(what, 0L);
  }

  /// A part of a whole in hundredths; nothing when it is not told.
  static @Nullable Long share(Told part, long whole) {
    Long n = part.n();
    return n == null || whole <= 0 ? null : Math.round(100.0 * n / whole);
  }

  /// A line of the file.
  ///
  /// @param figure a code
  /// @param value what the figure is divided by; nothing for the whole
  record Line(LocalDate month, String figure, String value, String number) {}

  /// Everything that is told, as lines of a file.
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(month, "acute_released", "", Long.toString(released)));
    lines.add(line("acute_used", "", used));
    lines.add(line("began", "", began));
    lines.add(line("did_not_come", "", absent));
    lines.add(line("first", "", first));
    waits.forEach((wait, told) -> lines.add(line("first", wait.code(), told)));
    lines.add(line("interpreter", "", interpreter));
    languages.forEach((language, told) -> lines.add(line("interpreter", language, told)));
    lines.add(line("consulted", "", consulted));
    errands.forEach((errand, told) -> lines.add(line("consulted", errand.code(), told)));
    lines.add(line("walked_in", "", walkedIn));
    became.forEach((what, told) -> lines.add(line("walked_in", what, told)));
    return lines;
  }

  private Line line(String figure, String value, Told told) {
    Long n = told.n();
    return new Line(month, figure, value, n == null ? told.sign().mark() : Long.toString(n));
  }
}
