package se.fristad.contact.reception.web;

import java.util.List;
import se.fristad.page.Shell;

/// Conversations in which times were refused five times in a row.
public record OftenRefused(Shell shell, List<TimesPage.Way> often) {
  /// Copies the list.
  public OftenRefused {
    often = List.copyOf(often);
  }
}
