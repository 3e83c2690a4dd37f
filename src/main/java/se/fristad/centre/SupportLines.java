package se.fristad.centre;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.centre.SupportLine.Door;

/// The numbers that are given when the centre is shut or when it hurries, the most urgent first.
///
/// They come from the research this house was built on and had not been called when they were
/// written here: see [SupportLine#recheckBy].
public final class SupportLines {
  /// The emergency number.
  static final String EMERGENCY = "emergency";

  private static final LocalDate RECHECK = LocalDate.of(2026, Month.DECEMBER, 31);
  private static final Set<Door> EVERYONE = EnumSet.allOf(Door.class);

  private static final List<SupportLine> NATIONAL =
      List.of(
          line(EMERGENCY, "112", EVERYONE),
          line("police", "114 14", EVERYONE),
          line("kvinnofridslinjen", "020-50 50 50", Set.of(Door.SUPPORT)),
          new SupportLine(
              "ratt-att-valja",
              "020-57 70 70",
              Set.of(Door.SUPPORT),
              new SupportLine.Hours(LocalTime.of(7, 0), LocalTime.of(21, 0)),
              RECHECK),
          line("stodlinjen-man", "020-80 80 80", Set.of(Door.SUPPORT)),
          line("stodlinjen-trans", "020-55 00 00", Set.of(Door.SUPPORT)),
          line("terrafem", "020-52 10 10", Set.of(Door.SUPPORT)),
          line("valj-att-sluta", "020-555 666", Set.of(Door.CHANGE)),
          line("bris", "116 111", Set.of(Door.YOUNG)));

  private SupportLines() {}

  /// The national lines, without the municipality's own.
  static List<SupportLine> national() {
    return NATIONAL;
  }

  /// What one door shows: the national lines and, after the emergency number, the emergency social
  /// services (*socialjouren*) where the centre has told its number.
  static List<SupportLine> of(Door door, @Nullable String emergencySocialServices) {
    return all(emergencySocialServices).stream()
        .filter(each -> each.doors().contains(door))
        .toList();
  }

  /// All that come with the program, the most urgent first.
  static List<SupportLine> all(@Nullable String emergencySocialServices) {
    Stream<SupportLine> own =
        emergencySocialServices == null
            ? Stream.empty()
            : Stream.of(line("socialjouren", emergencySocialServices, EVERYONE));
    return Stream.of(NATIONAL.stream().limit(1), own, NATIONAL.stream().skip(1))
        .flatMap(each -> each)
        .toList();
  }

  private static SupportLine line(String id, String phone, Set<Door> doors) {
    return new SupportLine(id, phone, doors, null, RECHECK);
  }
}
