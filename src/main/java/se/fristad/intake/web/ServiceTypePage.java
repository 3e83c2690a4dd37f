package se.fristad.intake.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// A kind of support and what the board has decided on it.
///
/// @param decides whether the board's decisions matter at this level
public record ServiceTypePage(
    Shell shell,
    String name,
    String level,
    String href,
    String id,
    boolean open,
    boolean decides,
    Field paragraph,
    List<Option> paragraphs,
    Field decided,
    Field from,
    Field until,
    Field diary,
    Field reasons,
    Table table) {
  /// Copies the list.
  public ServiceTypePage {
    paragraphs = List.copyOf(paragraphs);
  }
}
