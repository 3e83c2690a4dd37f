package se.fristad.contact.reception.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The booked times of a day or a week, of everybody, one worker or one room.
///
/// @param title which day or week
/// @param sides the other side's times, for whoever answers for both
/// @param whom the workers and rooms to choose among
/// @param day the day as a table; nothing when a week is shown
/// @param calls the calls of the day that somebody has wished; nothing when a week is shown
/// @param agencies the calls of the day to agencies of interpreters; nothing when there are none
/// @param week the week, day by day; empty when a day is shown
/// @param clashes how many times must be moved, in words
/// @param interpreters how many times have an interpreter to arrange, in words
/// @param setUp where it is set up; nothing for whoever may not
public record TimesPage(
    Shell shell,
    String title,
    String queue,
    List<Way> sides,
    String shown,
    String date,
    String who,
    List<Option> whom,
    List<Way> steps,
    @Nullable Table day,
    @Nullable Table calls,
    @Nullable Table agencies,
    List<Day> week,
    @Nullable String clashes,
    @Nullable String interpreters,
    @Nullable String setUp) {
  /// Copies the lists.
  public TimesPage {
    sides = List.copyOf(sides);
    whom = List.copyOf(whom);
    steps = List.copyOf(steps);
    week = List.copyOf(week);
  }

  /// A link, and whether one is there.
  public record Way(String label, String href, boolean here) {}

  /// A day of a week.
  ///
  /// @param closed whether nobody receives that day
  public record Day(String name, boolean today, boolean closed, List<Entry> entries) {
    /// Copies the list.
    public Day {
      entries = List.copyOf(entries);
    }
  }

  /// A booked time, or a call that is to be made.
  ///
  /// @param href where it leads; a group leads nowhere
  /// @param clash what must be done about it
  public record Entry(
      String when, String what, String who, @Nullable String href, @Nullable String clash) {}
}
