package se.fristad.contact.reception.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Tone;

/// The acute times of a week: what stands, and beside it what is proposed.
///
/// @param monday the first day of the week
/// @param sides the other side's times, for whoever answers for both
/// @param steps the weeks before and after
/// @param kept what has just been kept, in words
/// @param state how the week stands, in words
/// @param tone whether something lacks
/// @param nothing why there is nothing to propose from; nothing when there is
/// @param wanted how many each weekday is to have
public record AcutePage(
    Shell shell,
    String queue,
    String monday,
    String title,
    List<TimesPage.Way> sides,
    List<TimesPage.Way> steps,
    @Nullable String kept,
    String state,
    Tone tone,
    @Nullable Empty nothing,
    List<Day> days,
    List<Field> wanted) {
  /// Copies the lists.
  public AcutePage {
    sides = List.copyOf(sides);
    steps = List.copyOf(steps);
    days = List.copyOf(days);
    wanted = List.copyOf(wanted);
  }

  /// The fields, for the summary of what is wrong.
  public List<Field> fields() {
    return Stream.concat(
            days.stream().flatMap(day -> day.picks().stream()).map(Pick::field), wanted.stream())
        .toList();
  }

  /// Whether there is anything to accept.
  public boolean hasPicks() {
    return days.stream().anyMatch(day -> !day.picks().isEmpty());
  }

  /// Whether something is wrong with how many are wanted.
  public boolean isWantedWrong() {
    return wanted.stream().anyMatch(one -> one.error() != null);
  }

  /// A day of the week.
  ///
  /// @param date as a form sends it
  /// @param badge how many of the wanted stand
  /// @param closed why nobody is received that day
  /// @param none why nothing can be proposed for it
  /// @param accept what the button of the day says; nothing when there is nothing to accept
  public record Day(
      String name,
      String date,
      String badge,
      Tone tone,
      @Nullable String closed,
      List<Stands> stands,
      List<Pick> picks,
      @Nullable String none,
      @Nullable String accept) {
    /// Copies the lists.
    public Day {
      stands = List.copyOf(stands);
      picks = List.copyOf(picks);
    }
  }

  /// An acute time that stands.
  ///
  /// @param who with whom and where
  /// @param lost why it does not hold
  /// @param end the id under which it can be taken back; nothing for one that stands each week
  /// @param endLabel what the button says
  public record Stands(
      String when,
      String who,
      @Nullable String lost,
      @Nullable String end,
      @Nullable String endLabel) {}

  /// A time that is proposed, or that can be chosen.
  ///
  /// @param id minted with the form
  public record Pick(Field field, List<Option> options, String idName, String id) {
    /// Copies the options.
    public Pick {
      options = List.copyOf(options);
    }
  }
}
