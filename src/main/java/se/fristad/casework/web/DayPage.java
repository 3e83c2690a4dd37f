package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// What is due for somebody: late, today, this week.
///
/// @param summary in one sentence
public record DayPage(Shell shell, String summary, boolean late, List<Table> tables) {
  /// Copies the list.
  public DayPage {
    tables = List.copyOf(tables);
  }
}
