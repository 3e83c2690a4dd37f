package se.fristad.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list as a table: what it is called, its columns and rows, which part is shown, what to say
/// when it is empty, and whether the reader wants it dense.
///
/// `densityHref` is the same page with the other density; without it there is no switch.
public record Table(
    String caption,
    List<Column> columns,
    List<Row> rows,
    Paging paging,
    Empty empty,
    boolean dense,
    @Nullable String densityHref) {
  /// Copies the lists and refuses a row that is not as wide as the table.
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (var row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException("a row is not as wide as the table");
      }
    }
  }

  /// How a column is sorted.
  public enum Order {
    /// Not by this one.
    NONE,
    /// Smallest first.
    ASCENDING,
    /// Largest first.
    DESCENDING;

    /// `aria-sort`; null when it is not sorted by this column.
    public @Nullable String aria() {
      return switch (this) {
        case NONE -> null;
        case ASCENDING -> "ascending";
        case DESCENDING -> "descending";
      };
    }
  }

  /// A column; `href` sorts the table by it.
  public record Column(String label, boolean numeric, @Nullable String href, Order order) {
    /// A column of words.
    public static Column of(String label) {
      return new Column(label, false, null, Order.NONE);
    }

    /// A column of numbers, set to the end of the line.
    public static Column number(String label) {
      return new Column(label, true, null, Order.NONE);
    }

    /// The same column, sorted by a click.
    public Column sortedBy(String address, Order now) {
      return new Column(label, numeric, address, now);
    }
  }

  /// A row.
  public record Row(List<Cell> cells) {
    /// Copies the list.
    public Row {
      cells = List.copyOf(cells);
    }

    /// A row of these.
    public static Row of(Cell... cells) {
      return new Row(List.of(cells));
    }
  }

  /// A cell: a text, perhaps with a second line, a link, or drawn as a badge.
  public record Cell(
      String text, @Nullable String detail, @Nullable String href, @Nullable Tone badge) {
    /// A text.
    public static Cell of(String text) {
      return new Cell(text, null, null, null);
    }

    /// A link; one for each row, and the first of its cells.
    public static Cell link(String text, String href) {
      return new Cell(text, null, href, null);
    }

    /// A badge.
    public static Cell badge(String text, Tone tone) {
      return new Cell(text, null, null, tone);
    }

    /// With a second line.
    public Cell withDetail(String line) {
      return new Cell(text, line, href, badge);
    }
  }
}
