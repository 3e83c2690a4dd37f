package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// What happened at night and nobody has read.
///
/// @param title how many, and how long the first has waited
/// @param more how many there are beside these; null when these are all
public record DayNight(Shell shell, String title, List<One> events, @Nullable String more) {
  /// Copies the list.
  public DayNight {
    events = List.copyOf(events);
  }

  /// One of them.
  ///
  /// @param what what happened, and where it is read
  /// @param whose of whom, and in which file
  /// @param waited when, by whom, and how long it has waited
  public record One(Option what, String whose, String waited) {}
}
