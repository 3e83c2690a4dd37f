package se.fristad.casework.web;

import gg.jte.Content;
import java.util.List;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// My day: who waits; what is due, late, today, this week; what others have done.
///
/// @param sections what other rooms tell, each drawn whole by its own template
/// @param summary of what is due, in one sentence
/// @param news what others have done
/// @param backs how far back one may look, each an address
/// @param back the one that is chosen
public record DayPage(
    Shell shell,
    List<Content> sections,
    String summary,
    boolean late,
    List<Table> tables,
    Table news,
    List<Option> backs,
    String back) {
  /// Copies the lists.
  public DayPage {
    sections = List.copyOf(sections);
    tables = List.copyOf(tables);
    backs = List.copyOf(backs);
  }
}
