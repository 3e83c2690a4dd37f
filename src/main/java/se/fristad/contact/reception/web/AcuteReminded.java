package se.fristad.contact.reception.web;

import java.util.List;
import se.fristad.page.Shell;

/// That next week has too few acute times.
///
/// @param lacking how many of which side, and where they are planned
public record AcuteReminded(Shell shell, String title, List<TimesPage.Way> lacking) {
  /// Copies the list.
  public AcuteReminded {
    lacking = List.copyOf(lacking);
  }
}
