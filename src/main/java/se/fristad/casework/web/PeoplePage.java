package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The files that somebody may open.
///
/// @param find the field for a personal number, a telephone or a file's number
/// @param open where a new file is opened, an adult's and a child's; nowhere for somebody who opens
///   none
/// @param begun files to be opened that she has begun to write: addresses and their words
/// @param orders the ways to sort, each an address
/// @param order the one that is chosen
/// @param shown which lists there are, each an address
/// @param filter what the list can be narrowed to
public record PeoplePage(
    Shell shell,
    Field find,
    List<Option> orders,
    String order,
    List<Option> shown,
    PeopleFilter filter,
    Table table,
    List<Option> open,
    List<Option> begun) {
  /// Copies the lists.
  public PeoplePage {
    orders = List.copyOf(orders);
    shown = List.copyOf(shown);
    open = List.copyOf(open);
    begun = List.copyOf(begun);
  }
}
