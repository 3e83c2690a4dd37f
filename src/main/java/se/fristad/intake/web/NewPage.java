package se.fristad.intake.web;

import java.util.List;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// Where an intake without a conversation begins: by which way somebody came.
///
/// @param id the id that the new intake gets
public record NewPage(Shell shell, String id, List<Option> ways) {
  /// Copies the list.
  public NewPage {
    ways = List.copyOf(ways);
  }
}
