package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;

/// Who was refused to open a file, for the head.
public record DayKin(Shell shell, List<One> refused) {
  /// Copies the list.
  public DayKin {
    refused = List.copyOf(refused);
  }

  /// One of them.
  ///
  /// @param intake the address of the intake that waits; null when there is none
  /// @param seen where it is said that it was seen
  public record One(String sentence, @Nullable String intake, String seen) {}
}
