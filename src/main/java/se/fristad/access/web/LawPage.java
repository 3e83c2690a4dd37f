package se.fristad.access.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The rules of law that the program follows.
///
/// @param day the day whose wordings are shown; empty shows all
/// @param counting how time is counted, in sentences
public record LawPage(
    Shell shell, Field day, boolean filtered, Table rules, List<String> counting, Table acts) {
  /// Copies the list.
  public LawPage {
    counting = List.copyOf(counting);
  }
}
