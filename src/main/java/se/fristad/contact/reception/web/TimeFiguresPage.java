package se.fristad.contact.reception.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.LineChart;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The reception's figures of a year, month by month.
///
/// @param sides the doors among which one looks; empty for one who sees a single one
/// @param queue the one that is looked at, by its code
/// @param nothing why there is nothing to see; null when there is
/// @param counted since when it is counted, and what the signs mean
/// @param file where the same is had as a file; null when there is nothing
public record TimeFiguresPage(
    Shell shell,
    List<TimesPage.Way> sides,
    String queue,
    Field year,
    List<Option> years,
    @Nullable Empty nothing,
    List<String> counted,
    List<Figure> figures,
    @Nullable String file) {
  /// Copies the lists.
  public TimeFiguresPage {
    sides = List.copyOf(sides);
    years = List.copyOf(years);
    counted = List.copyOf(counted);
    figures = List.copyOf(figures);
  }

  /// A figure: how it is defined, its picture, its numbers month by month.
  ///
  /// @param definition what is counted, the numerator, the denominator, the period
  public record Figure(
      String title, List<Described> definition, @Nullable LineChart chart, Table table) {
    /// Copies the list.
    public Figure {
      definition = List.copyOf(definition);
    }
  }
}
