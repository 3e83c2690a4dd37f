package se.fristad.intake.web;

import java.util.List;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// The series of support beside a conversation.
///
/// @param going those that came out of it, with their addresses
/// @param begin those that may be begun
public record ServicePanelPage(Shell shell, List<Option> going, List<Option> begin) {
  /// Copies the lists.
  public ServicePanelPage {
    going = List.copyOf(going);
    begin = List.copyOf(begin);
  }
}
