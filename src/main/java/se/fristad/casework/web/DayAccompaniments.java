package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Described;
import se.fristad.page.Shell;

/// With whom one goes along, on my day.
public record DayAccompaniments(Shell shell, List<One> all) {
  /// Copies the list.
  public DayAccompaniments {
    all = List.copyOf(all);
  }

  /// One of them.
  ///
  /// @param warned that the danger asks for two now
  public record One(String heading, boolean warned, List<Described> lines) {
    /// Copies the list.
    public One {
      lines = List.copyOf(lines);
    }
  }
}
