package se.fristad.contact.inbox.web;

import java.util.List;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The calls that are promised, under the inbox.
public record CallsSection(Shell shell, List<Table> tables) {
  /// Copies the list.
  public CallsSection {
    tables = List.copyOf(tables);
  }
}
