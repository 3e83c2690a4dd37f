package se.fristad.intake.web;

import java.util.List;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The intakes.
///
/// @param urgent in a sentence, how many investigations are to be opened; empty when none
public record ListPage(Shell shell, String urgent, List<Table> tables, boolean mayBegin) {
  /// Copies the list.
  public ListPage {
    tables = List.copyOf(tables);
  }
}
