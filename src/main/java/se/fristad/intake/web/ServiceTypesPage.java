package se.fristad.intake.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The kinds of support, and a new one.
public record ServiceTypesPage(
    Shell shell, String id, Field name, Field level, List<Option> levels, Table table) {
  /// Copies the list.
  public ServiceTypesPage {
    levels = List.copyOf(levels);
  }
}
