package se.fristad.intake.web;

import java.util.List;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The series of support without individual assessment.
///
/// @param begin the kinds of which one may be begun today, with their addresses
/// @param mayDecide whether this viewer writes down what the board has decided
/// @param mayBegin whether this viewer begins series at all
public record ServicesPage(
    Shell shell, List<Option> begin, boolean mayDecide, boolean mayBegin, Table table) {
  /// Copies the list.
  public ServicesPage {
    begin = List.copyOf(begin);
  }
}
